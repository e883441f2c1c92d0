import { describe, expect, it } from 'vitest'
import { scaleVariables, typeScale } from '../stage/type-scale.ts'
import { kioskFontPx, kioskVariables, lowShare } from './kiosk-scale.ts'

/** A 21.5-inch kiosk, a 55-inch display in a hall, and the same in 4K. */
const KIOSK = { widthPx: 1080, heightPx: 1920, mmPerPx: 0.248, viewingDistanceM: 0.6 }
const HALL = { widthPx: 1920, heightPx: 1080, mmPerPx: 0.634, viewingDistanceM: 3 }
const FINE = { widthPx: 3840, heightPx: 2160, mmPerPx: 0.317, viewingDistanceM: 3 }
const px = (text: string | undefined) => Number.parseFloat(text ?? '0')

describe('sizes on a kiosk', () => {
  it.each([
    [KIOSK, 0.6],
    [{ ...KIOSK, viewingDistanceM: 0.9 }, 0.9],
    [HALL, 0.6],
    [FINE, 0.6],
  ])('capitals are 0.7° high at least from where it is read', (glass, metres) => {
    const capitalMm = kioskFontPx(glass) * 0.7 * glass.mmPerPx
    expect((Math.atan(capitalMm / (metres * 1000)) * 180) / Math.PI).toBeGreaterThanOrEqual(0.7 - 1e-9)
  })

  it.each([KIOSK, HALL, FINE])('what is touched is 20 mm, and 3 mm from the next', (glass) => {
    for (const large of [false, true]) {
      const sizes = kioskVariables(glass, { large, low: large })
      expect(px(sizes['--t']) * glass.mmPerPx).toBeGreaterThanOrEqual(19.99)
      expect(px(sizes['--g']) * glass.mmPerPx).toBeGreaterThanOrEqual(2.99)
    }
  })

  it('keeps what is touched within 1.2 m of the floor, or in the lower half where nobody said how high it hangs', () => {
    const tall = { widthPx: 1080, heightPx: 1920, mmPerPx: 0.634, viewingDistanceM: 2 }
    expect(lowShare(tall)).toBe(0.5)
    expect(lowShare({ ...tall, mountHeightMm: 500 })).toBeCloseTo(700 / (1920 * 0.634), 3)
    expect(lowShare({ ...KIOSK, mountHeightMm: 700 })).toBeNull()
    expect(lowShare({ ...tall, mountHeightMm: 1100 })).toBe(0.45)
  })

  it('takes no size of the glass from the maps and lists that a kiosk draws', () => {
    const ofTheGlass = Object.keys(scaleVariables(HALL, typeScale(HALL)))
    for (const name of Object.keys(kioskVariables(HALL, { large: false, low: false })))
      expect(ofTheGlass).not.toContain(name)
  })
})
