import { encodeMark, MARK_CELL_PX, MARK_COLUMNS, MARK_ROWS, type ProofMark } from '@akari/protocol'
import { expect, test } from 'vitest'
import type { Area, Camera } from './camera.ts'
import { lookAt } from './look-at.ts'

const WIDTH = 640
const HEIGHT = 360
const [MARK_WIDTH, MARK_HEIGHT] = [MARK_COLUMNS * MARK_CELL_PX, MARK_ROWS * MARK_CELL_PX]
const state = { channel: 'live', epoch: 1, revision: 77 } as const

/** A glass that can be painted on, whose pictures have `ratio` pixels to one. */
class PaintedGlass implements Camera {
  readonly #pixels = new Uint8Array(WIDTH * HEIGHT * 3).fill(250)
  readonly #ratio: number

  constructor(ratio = 1) {
    this.#ratio = ratio
  }

  paint(area: Area, colour: readonly [number, number, number]): this {
    for (let y = area.y; y < area.y + area.height; y += 1)
      for (let x = area.x; x < area.x + area.width; x += 1) this.#pixels.set(colour, (y * WIDTH + x) * 3)
    return this
  }

  mark(mark: ProofMark, x: number, y: number): this {
    encodeMark(mark).forEach((light, cell) => {
      const left = x + (cell % MARK_COLUMNS) * MARK_CELL_PX
      const top = y + Math.floor(cell / MARK_COLUMNS) * MARK_CELL_PX
      for (let dy = 0; dy < MARK_CELL_PX; dy += 1)
        for (let dx = 0; dx < MARK_CELL_PX; dx += 1) {
          const at = ((top + dy) * WIDTH + left + dx) * 3
          for (let part = 0; part < 3; part += 1)
            this.#pixels[at + part] = (this.#pixels[at + part] ?? 0) * 0.95 + (light ? 255 * 0.05 : 0)
        }
    })
    return this
  }

  /** A takeover from `top` down, as the page draws it: field, plate, and a mark in each corner. */
  takeover(top = 0, of: { channel: 'live' | 'drill'; epoch: number; revision: number } = state): this {
    this.paint({ x: 0, y: top, width: WIDTH, height: HEIGHT - top }, [120, 20, 110])
    this.paint({ x: 24, y: top + 70, width: WIDTH - 48, height: HEIGHT - top - 90 }, [255, 255, 255])
    const [right, bottom] = [WIDTH - 2 - MARK_WIDTH, HEIGHT - 2 - MARK_HEIGHT]
    const corners = [
      [2, top + 2],
      [right, top + 2],
      [2, bottom],
      [right, bottom],
    ] as const
    corners.forEach(([x, y], part) => this.mark({ ...of, shape: 'takeover', part, parts: 4 }, x, y))
    return this
  }

  size = async () => ({ width: WIDTH, height: HEIGHT })
  take = async (area: Area) => {
    const [width, height] = [area.width * this.#ratio, area.height * this.#ratio]
    const data = new Uint8Array(width * height * 4)
    for (let y = 0; y < height; y += 1)
      for (let x = 0; x < width; x += 1) {
        const from = ((area.y + Math.floor(y / this.#ratio)) * WIDTH + area.x + Math.floor(x / this.#ratio)) * 3
        data.set(this.#pixels.subarray(from, from + 3), (y * width + x) * 4)
      }
    return { data, width, height, channels: 4 as const }
  }
}

const whole = { ...state, shape: 'takeover', found: 4, parts: 4, field: 'whole' }

test.each([1, 2])(
  'a whole takeover is read from its corners and along its edge, at %d pixels to one',
  async (ratio) => {
    const glass = new PaintedGlass(ratio).takeover(30)
    expect(await lookAt(glass)).toEqual({ states: [whole], trouble: null })
  },
)

test('a frame that is half covered is not whole, even where all its corners can be seen', async () => {
  const across = new PaintedGlass().takeover().paint({ x: 0, y: 150, width: WIDTH, height: 40 }, [240, 240, 240])
  expect((await lookAt(across)).states).toEqual([{ ...whole, field: 'covered' }])
  const fromAbove = new PaintedGlass().takeover().paint({ x: 200, y: 0, width: 200, height: 120 }, [240, 240, 240])
  expect((await lookAt(fromAbove)).states).toEqual([{ ...whole, field: 'covered' }])
  const fromBelow = new PaintedGlass().takeover().paint({ x: 200, y: 300, width: 200, height: 60 }, [240, 240, 240])
  expect((await lookAt(fromBelow)).states).toEqual([{ ...whole, field: 'covered' }])
})

test('a covered corner is counted as missing', async () => {
  const glass = new PaintedGlass().takeover().paint({ x: 0, y: 0, width: 9, height: 9 }, [0, 0, 0])
  expect((await lookAt(glass)).states).toEqual([{ ...whole, found: 3, field: 'unchecked' }])
})

test('the strips of one channel and the takeover of the other are told apart', async () => {
  const real = { ...state, shape: 'strip', parts: 2 } as const
  const glass = new PaintedGlass().takeover(80, { channel: 'drill', epoch: 2, revision: 5 })
  glass.mark({ ...real, part: 0 }, 2, 2).mark({ ...real, part: 1 }, WIDTH - 2 - MARK_WIDTH, 6)
  expect((await lookAt(glass)).states).toEqual([
    { ...state, shape: 'strip', found: 2, parts: 2, field: 'unchecked' },
    { ...whole, channel: 'drill', epoch: 2, revision: 5 },
  ])
})

test('an everyday frame shows no state at all', async () => {
  expect(await lookAt(new PaintedGlass())).toEqual({ states: [], trouble: null })
})
