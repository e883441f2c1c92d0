import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LabelWish, placeLabels, widthInEms, wrapLabel } from './labels.ts'

const frame = { x: 0, y: 0, w: 1000, h: 500 }
const wish = (id: string, x: number, y: number): LabelWish => ({ id, at: [x, y], w: 100, h: 40, leash: 60 })

test('a label moves aside for a more important one, and is left out when there is no room', () => {
  const placed = placeLabels([wish('first', 500, 250), wish('second', 500, 250)], [], frame)
  expect(placed.map((label) => label.id)).toEqual(['first', 'second'])
  expect(placed[1]?.box.y).not.toBe(placed[0]?.box.y)
  expect(placeLabels([wish('none', 500, 250)], [frame], frame)).toEqual([])
})

test('placed labels never overlap and never leave the frame', () => {
  const wishes = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 500 })), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(wishes, (places) => {
      const boxes = placeLabels(
        places.map(([x, y], index) => wish(String(index), x, y)),
        [],
        frame,
      ).map((label) => label.box)
      for (const [index, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.w <= 1000 && a.y + a.h <= 500).toBe(true)
        for (const b of boxes.slice(index + 1))
          expect(a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h).toBe(false)
      }
    }),
  )
})

test('labels break between phrases and lose nothing', () => {
  expect(wrapLabel('子育て支援課', 'ja', 4).join('')).toBe('子育て支援課')
  expect(wrapLabel('Insurance & Pension Division', 'en', 7)).toEqual(['Insurance &', 'Pension', 'Division'])
  expect(widthInEms('市民課')).toBe(3)
})
