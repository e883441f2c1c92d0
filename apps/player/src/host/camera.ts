import type { Pixels } from '@akari/protocol'

/** A part of the page, in its own (CSS) pixels. */
export type Area = { x: number; y: number; width: number; height: number }

/** One look of whoever holds the glass and can take its picture. Both reject while there is no page to look at. */
export type Camera = {
  /** Size of the page in its own pixels. */
  size: () => Promise<{ width: number; height: number }>
  /** The area at the full resolution of the glass: two pixels to one where the screen has that scale. */
  take: (area: Area) => Promise<Pixels>
}
