import { continuedClock } from '../clock/continued-clock.ts'
import type { GlassState } from './glass-store.ts'

/** Does staff look for this display? Ends by the clock, also while the agent is away. */
export function isSought({ player, anchor }: Pick<GlassState, 'player' | 'anchor'>): boolean {
  const identify = player?.identify ?? null
  if (identify === null || anchor === null) return false
  const { monotonicMs } = continuedClock(anchor, { wallMs: Date.now(), monotonicMs: performance.now() })
  return monotonicMs < identify.untilMonotonicMs
}
