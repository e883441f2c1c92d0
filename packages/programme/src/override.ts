import type { Id, Instant, Programme, ProgrammeTakeover } from '@akari/protocol'
import type { Reason } from './reasons.ts'
import { type Member, memberFor, type Moment, type Plan, type Slot, type Slotted } from './member.ts'
import { instantOf, msOf } from './time.ts'

/** Somebody at the glass: from the first touch until nobody has touched it for a while. Wall-clock milliseconds. */
export type Visit = { beganAtMs: number; endsAtMs: number }

/** An override that is about to begin, told to the visitor it will interrupt. */
export type Notice = { takeoverId: string; name: string; at: Instant }

/** What the overrides demand at a moment. */
export type Overriding = Slotted & { notice: Notice | null }

type Timed = { takeover: ProgrammeTakeover; startsAtMs: number; endsAtMs: number }

/**
 * TAKEOVER: the override that began last, of those that have something to show; the words before and after a sitting are shown only
 * while no other sitting is open, and of several sittings that are closed those of the one closed last. One that begins during a visit waits for its notice, unless the visit ends before.
 */
export function overrideAt({ programme }: Plan, visit: Visit | null, moment: Moment): Overriding {
  const nothing: Overriding = { slot: null, reasons: [], changesAtMs: Number.POSITIVE_INFINITY, notice: null }
  if (programme?.takeovers === undefined || !moment.timeKnown) return nothing
  const asked = timed(programme.takeovers).map((one) => ({ ...one, state: stateOf(programme, one, visit, moment) }))
  const isInSession = asked.some(({ takeover, state }) => takeover.sitting === 'inSession' && state.is === 'ready')
  const closedLast = lastClosed(asked)
  const reasons: Reason[] = []
  let changesAtMs = Number.POSITIVE_INFINITY
  let slot: Slot | null = null
  let notice: Notice | null = null
  for (const { takeover, startsAtMs, endsAtMs, state } of asked) {
    changesAtMs = Math.min(changesAtMs, state.changesAtMs)
    if (state.is === 'off') continue
    const { id: takeoverId, playlistId, name, endsAt } = takeover
    if (isInSession && takeover.sitting === 'card') {
      reasons.push({ code: 'takeover-behind-session', takeoverId })
    } else if (state.is === 'waits') {
      notice ??= { takeoverId, name, at: instantOf(state.untilMs) }
      reasons.push({ code: 'takeover-waits', takeoverId, until: instantOf(state.untilMs) })
    } else if (state.is === 'empty') reasons.push({ code: 'takeover-has-nothing-to-show', takeoverId, playlistId })
    else if (slot !== null || (closedAt(takeover) !== undefined && takeover.id !== closedLast))
      reasons.push({ code: 'takeover-behind', takeoverId })
    else {
      const { member, itemsChangeAtMs } = state
      reasons.push({ code: 'takeover-wins', takeoverId, playlistId, endsAt })
      const anchorMs = member.playlist.sync === true ? 0 : startsAtMs
      const overMs = Math.min(endsAtMs, itemsChangeAtMs)
      slot = { layer: 'takeover', members: [member], anchorMs, endsAtMs: overMs, behind: [] }
    }
  }
  return { slot, reasons, changesAtMs, notice }
}

/** How an override stands by itself, whatever others there are; it stands so until `changesAtMs`. */
type State = { changesAtMs: number } & (
  | { is: 'off' }
  | { is: 'waits'; untilMs: number }
  | { is: 'empty' }
  | { is: 'ready'; member: Member; itemsChangeAtMs: number }
)

function stateOf(programme: Programme, one: Timed, visit: Visit | null, moment: Moment): State {
  const { takeover, startsAtMs, endsAtMs } = one
  const { ms } = moment
  const boundariesMs = [startsAtMs, endsAtMs].filter((each) => each > ms)
  if (ms < startsAtMs || ms >= endsAtMs) return { is: 'off', changesAtMs: Math.min(...boundariesMs) }
  const untilMs = waitsUntil(takeover, startsAtMs, visit, ms)
  if (untilMs !== null) return { is: 'waits', untilMs, changesAtMs: Math.min(...boundariesMs, untilMs) }
  const tried = memberFor(programme, takeover.playlistId, takeover.id, null, moment)
  const changesAtMs = Math.min(...boundariesMs, tried.changesAtMs)
  return tried.member === null
    ? { is: 'empty', changesAtMs }
    : { is: 'ready', member: tried.member, itemsChangeAtMs: tried.changesAtMs, changesAtMs }
}

/** Since when a sitting is closed whose closing words these are; one that is in session is not, whatever else it says. */
function closedAt({ sitting, adjournedAt }: ProgrammeTakeover): Instant | undefined {
  return sitting === 'card' ? adjournedAt : undefined
}

/** Of the closing words that have something to show, those said or brought forward last; null: there are none. */
function lastClosed(asked: readonly (Timed & { state: State })[]): Id | null {
  const closed = asked.flatMap(({ takeover, startsAtMs, state }) => {
    const at = closedAt(takeover)
    return at === undefined || state.is !== 'ready' ? [] : [{ id: takeover.id, ms: Math.max(startsAtMs, msOf(at)) }]
  })
  return closed.toSorted((a, b) => b.ms - a.ms)[0]?.id ?? null
}

/** The one that began later first. */
function timed(takeovers: readonly ProgrammeTakeover[]): Timed[] {
  return takeovers
    .map((takeover) => ({ takeover, startsAtMs: msOf(takeover.startsAt), endsAtMs: msOf(takeover.endsAt) }))
    .sort((a, b) => b.startsAtMs - a.startsAtMs || (a.takeover.id < b.takeover.id ? -1 : 1))
}

function waitsUntil(takeover: ProgrammeTakeover, startsAtMs: number, visit: Visit | null, ms: number): number | null {
  if (visit === null || visit.beganAtMs > startsAtMs) return null
  const untilMs = Math.min(startsAtMs + takeover.noticeSeconds * 1000, visit.endsAtMs)
  return ms < untilMs ? untilMs : null
}
