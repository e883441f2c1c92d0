import { MARK_CELL_PX, MARK_COLUMNS, MARK_HEAD, MARK_ROWS, markOfCells, type ProofMark } from './proof-mark.ts'

/** A picture as bytes, row by row; the first three of each pixel's `channels` are its colour, in whatever order. */
export type Pixels = { data: ArrayLike<number>; width: number; height: number; channels: 3 | 4 }

/** A mark and where it was found, in pixels of the picture; `ground` is the colour under it, in the picture's order. */
export type FoundMark = {
  mark: ProofMark
  x: number
  y: number
  width: number
  height: number
  ground: readonly [number, number, number]
}

/** Screens of one, two, three and four pixels to each of the page's. */
const PITCHES = [1, 2, 3, 4].map((scale) => scale * MARK_CELL_PX)
/** How far apart the sums of the colours of the two tones are: drawn at 38 of 765, half and twice of that are taken. */
const LEAST_APART = 18
const MOST_APART = 80

/** Every mark in a picture, each once, at whichever of the scales it stands. */
export function findMarks(pixels: Pixels): FoundMark[] {
  const sums = sumsOf(pixels)
  const found: FoundMark[] = []
  for (const pitch of PITCHES) {
    for (let y = 0; y + pitch * MARK_ROWS <= pixels.height; y += 1) {
      for (let x = 0; x + pitch * MARK_COLUMNS <= pixels.width; x += 1) {
        const mark = markAt(sums, pixels.width, x, y, pitch)
        if (mark !== null && !found.some((other) => overlaps(other, x, y, pitch)))
          found.push({
            mark,
            x,
            y,
            width: pitch * MARK_COLUMNS,
            height: pitch * MARK_ROWS,
            ground: groundAt(pixels, x, y, pitch),
          })
      }
    }
  }
  return found
}

/** The one mark that begins at the top left corner of a picture, with cells of `pitch` pixels. */
export function decodeMark(pixels: Pixels, pitch: number = MARK_CELL_PX): ProofMark | null {
  if (pixels.width < pitch * MARK_COLUMNS || pixels.height < pitch * MARK_ROWS) return null
  return markAt(sumsOf(pixels), pixels.width, 0, 0, pitch)
}

function sumsOf({ data, width, height, channels }: Pixels): Uint16Array {
  const sums = new Uint16Array(width * height)
  for (let pixel = 0; pixel < sums.length; pixel += 1) {
    const at = pixel * channels
    sums[pixel] = (data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)
  }
  return sums
}

/** Reads the middle of each cell. Each must have one of the two tones that the first two cells have. */
function markAt(sums: Uint16Array, width: number, x: number, y: number, pitch: number): ProofMark | null {
  const middle = Math.floor(pitch / 2)
  const toneOf = (cell: number): number =>
    sums[(y + Math.floor(cell / MARK_COLUMNS) * pitch + middle) * width + x + (cell % MARK_COLUMNS) * pitch + middle] ??
    0
  const light = toneOf(0)
  const dark = toneOf(1)
  const apart = light - dark
  if (apart < LEAST_APART || apart > MOST_APART) return null
  const near = apart / 3
  const cells: boolean[] = []
  for (let cell = 0; cell < MARK_COLUMNS * MARK_ROWS; cell += 1) {
    const tone = toneOf(cell)
    const isLight = Math.abs(tone - light) <= near
    if (!isLight && Math.abs(tone - dark) > near) return null
    if (cell < MARK_HEAD.length && isLight !== MARK_HEAD[cell]) return null
    cells.push(isLight)
  }
  return markOfCells(cells)
}

function overlaps({ x, y, width, height }: FoundMark, otherX: number, otherY: number, pitch: number): boolean {
  return (
    otherX < x + width && x < otherX + pitch * MARK_COLUMNS && otherY < y + height && y < otherY + pitch * MARK_ROWS
  )
}

/** Half way between the two tones: what the page drew the mark on. */
function groundAt({ data, width, channels }: Pixels, x: number, y: number, pitch: number): [number, number, number] {
  const middle = Math.floor(pitch / 2)
  const at = (column: number): number => ((y + middle) * width + x + column * pitch + middle) * channels
  const mean = (part: number): number => ((data[at(0) + part] ?? 0) + (data[at(1) + part] ?? 0)) / 2
  return [mean(0), mean(1), mean(2)]
}
