import fc from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../map/extent.ts'
import { placeNames } from './place-names.ts'

const frame = { x: 0, y: 0, w: 800, h: 500 }
const wish = fc.record({
  id: fc.uuid(),
  text: fc.constantFrom('市役所', '中央図書館', 'Second Elementary School', '駅北口', 'ひばり保育園'),
  language: fc.constantFrom('ja' as const, 'en' as const),
  at: fc.tuple(fc.integer({ min: 0, max: 800 }), fc.integer({ min: 0, max: 500 })),
  markPx: fc.constant(12),
  fontPx: fc.integer({ min: 14, max: 40 }),
})

test('no name covers another or what is taken, and all stand inside the frame', () => {
  fc.assert(
    fc.property(fc.array(wish, { maxLength: 30 }), (wishes) => {
      const taken = [{ x: 300, y: 200, w: 120, h: 60 }]
      const placed = placeNames(wishes, taken, [], frame)
      for (const [n, { box }] of placed.entries()) {
        for (const other of [...taken, ...placed.slice(0, n).map((each) => each.box)])
          expect(overlaps(box, other)).toBe(false)
        expect(box.x >= 0 && box.y >= 0 && box.x + box.w <= 800 && box.y + box.h <= 500).toBe(true)
      }
    }),
  )
})

test('a name goes where it covers the least of the lines', () => {
  const quiet = Array.from({ length: 40 }, (_, n) => [410 + n * 4, 250] as const)
  const [name] = placeNames(
    [{ id: 'a', text: '市役所', language: 'ja', at: [400, 250], markPx: 12, fontPx: 20 }],
    [],
    quiet.map(([x, y]) => [x, y]),
    frame,
  )
  expect(name?.align).toBe('end')
})
