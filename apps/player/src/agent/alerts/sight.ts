import {
  type Acknowledgement,
  type AlertState,
  type Channel,
  type Instant,
  isMarkOf,
  isWhole,
  type Look,
  NOT_SEEN_FAULTS,
} from '@akari/protocol'
import type { Faults } from '../faults.ts'

/** Names an alert state that has something on the glass now. */
export type OnGlassNow = Pick<AlertState, 'channel' | 'epoch' | 'revision'>

/** Compares what the host of the glass reads off its pixels with what the agent holds. */
export type Sight = {
  /** One look of the host. */
  saw: (look: Look) => void
  /** Milliseconds until the next look is wanted; null while nothing is to be seen. */
  dueInMs: () => number | null
  /** To be called now and then: notices a host that stopped asking. */
  watch: () => void
  /** The host began or ended a question. */
  heard: (change: 1 | -1) => void
}

export type SightDeps = {
  /** The states that have something on the glass now, by `direct`. */
  wanted: () => readonly OnGlassNow[]
  acknowledge: (acknowledgement: Acknowledgement) => void
  faults: Faults
  now: () => Instant
  monotonicMs: () => number
}

type Followed = { state: OnGlassNow; seen: boolean; unseenSinceMs: number }

/** Until it is seen: soon again; and once it has been missing for long, not so often. */
const UNSEEN_EVERY_MS = 300
const LONG_UNSEEN_MS = 30_000
const LONG_UNSEEN_EVERY_MS = 2_000
const SEEN_EVERY_MS = 10_000
/** A frame may be on its way, or change while it is looked at; longer than this it is a fault. */
const FAULT_AFTER_MS = 3_000
const HOST_SILENT_MS = 15_000

/** A display whose host has never asked is one that cannot look: nothing is reported of it, and `shown` stays its best. */
export function alertSight(deps: SightDeps): Sight {
  const { faults, monotonicMs } = deps
  const followed = new Map<Channel, Followed>()
  let lastLookMs = Number.NEGATIVE_INFINITY
  let lastHeardMs: number | null = null
  let asking = 0

  /** Follows each state from when it is to be seen. A newer one inherits how long its channel has been missing. */
  const refresh = (): void => {
    const wanted = deps.wanted()
    for (const channel of followed.keys()) {
      if (wanted.some((state) => state.channel === channel)) continue
      followed.delete(channel)
      faults.clear(NOT_SEEN_FAULTS[channel])
    }
    for (const state of wanted) {
      const before = followed.get(state.channel)
      if (before !== undefined && isSame(before.state, state)) continue
      const unseenSinceMs = before === undefined || before.seen ? monotonicMs() : before.unseenSinceMs
      followed.set(state.channel, { state, seen: false, unseenSinceMs })
    }
  }

  const found = (one: Followed): void => {
    faults.clear(NOT_SEEN_FAULTS[one.state.channel])
    if (one.seen) return
    one.seen = true
    const { channel, epoch, revision } = one.state
    deps.acknowledge({ kind: 'seen', channel, epoch, revision, at: deps.now() })
  }

  const missed = (one: Followed, why: string): void => {
    const nowMs = monotonicMs()
    if (one.seen) one.unseenSinceMs = nowMs
    one.seen = false
    if (nowMs - one.unseenSinceMs >= FAULT_AFTER_MS) faults.report(NOT_SEEN_FAULTS[one.state.channel], why)
  }

  return {
    saw: (look) => {
      refresh()
      lastLookMs = monotonicMs()
      for (const one of followed.values()) {
        const read = look.states.filter((state) => isMarkOf(state, one.state))
        if (read.some(isWhole)) found(one)
        else missed(one, look.trouble ?? whyNot(read[0]))
      }
    },
    dueInMs: () => {
      refresh()
      if (followed.size === 0) return null
      const nowMs = monotonicMs()
      return Math.max(0, lastLookMs + Math.min(...[...followed.values()].map((one) => paceMs(one, nowMs))) - nowMs)
    },
    watch: () => {
      if (asking > 0 || lastHeardMs === null || monotonicMs() - lastHeardMs < HOST_SILENT_MS) return
      refresh()
      for (const one of followed.values()) missed(one, 'nobody looks at the glass any more')
    },
    heard: (change) => {
      asking += change
      lastHeardMs = monotonicMs()
    },
  }
}

function paceMs(one: Followed, nowMs: number): number {
  if (one.seen) return SEEN_EVERY_MS
  return nowMs - one.unseenSinceMs < LONG_UNSEEN_MS ? UNSEEN_EVERY_MS : LONG_UNSEEN_EVERY_MS
}

function isSame(a: OnGlassNow, b: OnGlassNow): boolean {
  return a.channel === b.channel && a.epoch === b.epoch && a.revision === b.revision
}

function whyNot(read: Look['states'][number] | undefined): string {
  if (read === undefined) return 'no mark of it on the glass'
  return `${read.found} of ${read.parts} marks, edge ${read.field}`
}
