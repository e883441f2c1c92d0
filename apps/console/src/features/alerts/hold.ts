/** A button that acts only after it was held: not by a slip, not by a double click. */
export type Hold =
  | { state: 'resting' }
  | { state: 'held'; sinceMs: number }
  /** Held long enough; it acts once and waits to be let go. */
  | { state: 'complete' }

export type HoldEvent =
  | { type: 'pressed'; atMs: number }
  | { type: 'elapsed'; atMs: number }
  | { type: 'released'; atMs: number }
  /** The pointer left, the window lost focus: as if nothing had been pressed. */
  | { type: 'interrupted' }

/** The button after an event. Times are monotonic milliseconds. */
export function hold(before: Hold, event: HoldEvent, neededMs: number): Hold {
  switch (event.type) {
    case 'pressed':
      return before.state === 'resting' ? { state: 'held', sinceMs: event.atMs } : before
    case 'elapsed':
      return before.state === 'held' && event.atMs - before.sinceMs >= neededMs ? { state: 'complete' } : before
    case 'released':
    case 'interrupted':
      return { state: 'resting' }
  }
}

/** How much of the needed time is over, 0 to 1. */
export function heldPart(now: Hold, atMs: number, neededMs: number): number {
  switch (now.state) {
    case 'resting':
      return 0
    case 'held':
      return Math.min(1, Math.max(0, (atMs - now.sinceMs) / neededMs))
    case 'complete':
      return 1
  }
}
