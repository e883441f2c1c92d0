import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeMark, isMarkOf, MARK_CELL_PX, MARK_COLUMNS, MARK_ROWS, type ProofMark } from './proof-mark.ts'
import { decodeMark, findMarks, type Pixels } from './read-marks.ts'

const marks: fc.Arbitrary<ProofMark> = fc
  .record({
    channel: fc.constantFrom('live' as const, 'drill' as const),
    shape: fc.constantFrom('takeover' as const, 'strip' as const),
    part: fc.nat(7),
    parts: fc.integer({ min: 1, max: 8 }),
    epoch: fc.nat(255),
    revision: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  })
  .filter(({ part, parts }) => part < parts)

const scales = fc.integer({ min: 1, max: 4 })
const grounds = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))

type Place = { pitch?: number; left?: number; top?: number; right?: number; channels?: 3 | 4 }

/** Paints cells as the page does: black or white, one part in twenty, over the ground. */
function painted(
  cells: readonly boolean[],
  ground: readonly number[],
  { pitch = MARK_CELL_PX, left = 0, top = 0, right = 0, channels = 3 }: Place = {},
): Pixels {
  const width = left + MARK_COLUMNS * pitch + right
  const height = top + MARK_ROWS * pitch
  const data = new Uint8Array(width * height * channels).fill(255)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor((x - left) / pitch)
      const row = Math.floor((y - top) / pitch)
      const inside = column >= 0 && column < MARK_COLUMNS && row >= 0
      const over = !inside ? null : cells[row * MARK_COLUMNS + column] === true ? 255 : 0
      for (let part = 0; part < 3; part += 1) {
        const under = ground[part] ?? 0
        data[(y * width + x) * channels + part] = over === null ? under : Math.round(under * 0.95 + over * 0.05)
      }
    }
  return { data, width, height, channels }
}

test('a mark that was painted is read again, on any ground, at one to four pixels to a pixel', () => {
  fc.assert(
    fc.property(marks, grounds, scales, (mark, ground, scale) => {
      const pitch = MARK_CELL_PX * scale
      expect(decodeMark(painted(encodeMark(mark), ground, { pitch }), pitch)).toEqual(mark)
    }),
  )
})

test('a mark is found wherever it stands in a strip, once, with the colour under it', () => {
  fc.assert(
    fc.property(marks, grounds, scales, fc.nat(9), fc.nat(40), (mark, ground, scale, left, top) => {
      const pixels = painted(encodeMark(mark), ground, {
        pitch: MARK_CELL_PX * scale,
        left,
        top,
        right: 5,
        channels: 4,
      })
      const found = findMarks(pixels)
      expect(found.map((one) => one.mark)).toEqual([mark])
      for (const part of [0, 1, 2])
        expect(Math.abs((found[0]?.ground[part] ?? 0) - (ground[part] ?? 0))).toBeLessThan(8)
    }),
    { numRuns: 60 },
  )
})

test('a mark with any one cell turned over is no mark', () => {
  fc.assert(
    fc.property(marks, fc.nat(MARK_COLUMNS * MARK_ROWS - 1), (mark, broken) => {
      const cells = encodeMark(mark).map((cell, index) => (index === broken ? !cell : cell))
      expect(decodeMark(painted(cells, [120, 120, 120]))).toBeNull()
    }),
    { numRuns: 300 },
  )
})

test('a mark of which one cell has another colour is no mark', () => {
  fc.assert(
    fc.property(marks, fc.nat(MARK_COLUMNS * MARK_ROWS - 1), fc.nat(255), (mark, broken, tone) => {
      fc.pre(Math.abs(tone - 120) > 20)
      const pixels = painted(encodeMark(mark), [120, 120, 120])
      const data = Uint8Array.from(Array.from(pixels.data))
      const x = (broken % MARK_COLUMNS) * MARK_CELL_PX
      const y = Math.floor(broken / MARK_COLUMNS) * MARK_CELL_PX
      for (let pixel = 0; pixel < MARK_CELL_PX ** 2; pixel += 1) {
        const at = ((y + Math.floor(pixel / MARK_CELL_PX)) * pixels.width + x + (pixel % MARK_CELL_PX)) * 3
        data.fill(tone, at, at + 3)
      }
      expect(decodeMark({ ...pixels, data })).toBeNull()
    }),
  )
})

test('noise, faint or loud, is no mark', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(255)), fc.constantFrom(1, 0.08), (noise, loudness) => {
      const [width, height] = [16, 200]
      const data = Uint8Array.from(noise.take(width * height * 3), (value) => 100 + Math.round(value * loudness * 0.6))
      expect(findMarks({ data, width, height, channels: 3 })).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('random cells behind a true head are no mark', () => {
  fc.assert(
    fc.property(marks, fc.array(fc.boolean(), { minLength: 80, maxLength: 80 }), (mark, tail) => {
      const cells = [...encodeMark(mark).slice(0, 8), ...tail]
      fc.pre(cells.some((cell, index) => cell !== encodeMark(mark)[index]))
      expect(decodeMark(painted(cells, [200, 30, 90]))).toBeNull()
    }),
    { numRuns: 1000 },
  )
})

test('a state is known again by the low bits of its numbers, and no other one of its channel', () => {
  const state = { channel: 'live' as const, epoch: 259, revision: 1_795_000_000_123 }
  const pixels = painted(encodeMark({ ...state, shape: 'takeover', part: 1, parts: 4 }), [0, 0, 0])
  const mark = decodeMark(pixels)
  expect(mark).not.toBeNull()
  expect(mark !== null && isMarkOf(mark, state)).toBe(true)
  for (const other of [{ epoch: 260 }, { revision: state.revision + 1 }, { channel: 'drill' as const }])
    expect(mark !== null && isMarkOf(mark, { ...state, ...other })).toBe(false)
})
