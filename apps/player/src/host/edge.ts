import type { FoundMark, Pixels } from '@akari/protocol'

/** How far a pixel may be from the ground, in each part of its colour: rounding, and the tones of a mark. */
const TOLERANCE = 16
const STEP_PX = 4

type Colour = FoundMark['ground']

/** Has a column of a picture the colour of the ground all the way between two rows? */
export function isColumnOf(ground: Colour, pixels: Pixels, x: number, fromY: number, toY: number): boolean {
  for (let y = fromY; y < toY; y += STEP_PX) if (!hasColour(ground, pixels, x, y)) return false
  return true
}

/** Has a row of a picture the colour of the ground all the way between two columns? */
export function isRowOf(ground: Colour, pixels: Pixels, y: number, fromX: number, toX: number): boolean {
  for (let x = fromX; x < toX; x += STEP_PX) if (!hasColour(ground, pixels, x, y)) return false
  return true
}

function hasColour(ground: Colour, { data, width, channels }: Pixels, x: number, y: number): boolean {
  const at = (Math.floor(y) * width + Math.floor(x)) * channels
  return ground.every((part, index) => Math.abs((data[at + index] ?? -1000) - part) <= TOLERANCE)
}
