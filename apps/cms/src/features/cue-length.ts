const LEAST_MS = 1_500
const MOST_MS = 7_000
const MS_PER_LETTER = 180

/** How long a caption takes to be read, in milliseconds. */
export function cueLengthMs(text: string): number {
  return Math.min(Math.max(LEAST_MS, text.length * MS_PER_LETTER), MOST_MS)
}
