import type { DisplayProfile } from '@akari/protocol'
import type { Sides } from './transcode.ts'

/** Whatever hangs in the building, a film is made for no less than this, and for no more than 4K. */
const LEAST: Sides = { long: 1920, short: 1080 }
const MOST: Sides = { long: 3840, short: 2160 }

/** Sides that no film needs to exceed. */
export function largestGlass(displays: readonly Pick<DisplayProfile, 'widthPx' | 'heightPx'>[]): Sides {
  const longs = displays.map(({ widthPx, heightPx }) => Math.max(widthPx, heightPx))
  const shorts = displays.map(({ widthPx, heightPx }) => Math.min(widthPx, heightPx))
  return {
    long: Math.min(MOST.long, Math.max(LEAST.long, ...longs)),
    short: Math.min(MOST.short, Math.max(LEAST.short, ...shorts)),
  }
}
