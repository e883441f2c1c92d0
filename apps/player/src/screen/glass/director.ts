import type { Clock, GlassShape, PlayerState, Programme } from '@akari/protocol'
import { direct, type Direction, NO_WINDOWS, type Play, unroll, type Windows, valuesOf } from '@akari/programme'
import type { Visitor } from './glass-store.ts'
import type { Unroller } from './unroller.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const BEHIND_MS = DAY_MS
/** Unrolled at once, so that the glass never waits. */
const FIRST_MS = 6 * HOUR_MS
/** Unrolled by the worker, and anew when a day of it is over. */
const AHEAD_MS = 45 * DAY_MS
const ROLL_MS = DAY_MS
/** Windows that end sooner are not enough to tell what comes next. */
const LEFT_MS = HOUR_MS
/** A worker that has not answered for so long is asked again. */
const ASK_AGAIN_MS = HOUR_MS

export interface Director {
  decide: (player: PlayerState, visitor: Visitor, clock: Clock, shape: GlassShape) => Direction
  close: () => void
}

/**
 * `direct` over windows that are unrolled once per programme: the first hours at once, 45 days by `unroller`, rolling on from
 * day to day for as long as nothing new is heard. `changed`: there are windows further ahead.
 */
export function createDirector(unroller: Unroller, changed: () => void): Director {
  let held: { programme: Programme; windows: Windows } | null = null
  let asked: { programme: Programme; atMs: number } | null = null

  const askAhead = (programme: Programme, nowMs: number): void => {
    if (asked !== null && isSame(asked.programme, programme) && Math.abs(nowMs - asked.atMs) < ASK_AGAIN_MS) return
    const asking = { programme, atMs: nowMs }
    asked = asking
    unroller.unroll(programme, instant(nowMs - BEHIND_MS), instant(nowMs + AHEAD_MS), (windows) => {
      if (asked !== asking) return
      asked = null
      held = { programme, windows }
      changed()
    })
  }
  const windowsFor = (programme: Programme | null, clock: Clock): Windows => {
    if (programme === null) return NO_WINDOWS
    const nowMs = Date.parse(clock.instant)
    if (held === null || !isSame(held.programme, programme) || !reaches(held.windows, nowMs)) {
      held = { programme, windows: unroll(programme, instant(nowMs - BEHIND_MS), instant(nowMs + FIRST_MS)) }
    }
    if (held.windows.toMs - nowMs <= AHEAD_MS - ROLL_MS) askAhead(programme, nowMs)
    return held.windows
  }
  return {
    decide: (player, visitor, clock, shape) =>
      direct(
        {
          programme: player.programme,
          windows: windowsFor(player.programme, clock),
          alerts: player.alerts,
          displayId: player.pairing.state === 'paired' ? player.pairing.displayId : null,
          visitor,
          link: player.link,
          power: player.power,
          values: valuesOf(player.values.values),
          plays: playsOf(player.plays),
          shape,
        },
        clock,
      ),
    close: unroller.close,
  }
}

/** A server put back from a backup counts the same revisions again, of other programmes. */
function isSame(a: Programme, b: Programme): boolean {
  return a.revision === b.revision && a.displayId === b.displayId && a.publishedAt === b.publishedAt
}

function reaches({ fromMs, toMs }: Windows, nowMs: number): boolean {
  return fromMs <= nowMs && nowMs < toMs - LEFT_MS
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

function playsOf(plays: PlayerState['plays']): Play[] {
  return plays.map(({ entryId, startedAt }) => ({ entryId, startedAtMs: Date.parse(startedAt) }))
}
