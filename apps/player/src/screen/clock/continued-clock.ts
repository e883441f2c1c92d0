import type { Clock, PlayerState } from '@akari/protocol'

/** The page's own two clocks: wall time (ms of the Unix epoch) and a monotonic one (ms). */
export interface PageTime {
  wallMs: number
  monotonicMs: number
}

/** What the agent last said of the time, and when the page heard it. */
export interface ClockAnchor {
  offsetMs: number
  trust: Clock['trust']
  bootId: string
  agentMonotonicMs: number
  heardAtMs: number
}

export function anchorOf(
  { clock, bootId }: Pick<PlayerState, 'clock' | 'bootId'>,
  agentMonotonicMs: number,
  page: PageTime,
): ClockAnchor {
  return { ...clock, bootId, agentMonotonicMs, heardAtMs: page.monotonicMs }
}

/** The agent's clock carried on by the page, so that schedule and expiry go on while the agent is away. */
export function continuedClock(anchor: ClockAnchor, page: PageTime): Clock {
  return {
    instant: new Date(page.wallMs + anchor.offsetMs).toISOString(),
    trust: anchor.trust,
    monotonicMs: Math.max(0, anchor.agentMonotonicMs + page.monotonicMs - anchor.heardAtMs),
    bootId: anchor.bootId,
  }
}
