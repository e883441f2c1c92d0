import type { Instant, ProgrammeTakeover } from '@akari/protocol'
import type { Reason } from './reasons.ts'
import { memberFor, type Moment, type Plan, type Slot, type Slotted } from './member.ts'
import { instantOf, msOf } from './time.ts'

/** Somebody at the glass: from the first touch until nobody has touched it for a while. Wall-clock milliseconds. */
export type Visit = { beganAtMs: number; endsAtMs: number }

/** An override that is about to begin, told to the visitor it will interrupt. */
export type Notice = { takeoverId: string; name: string; at: Instant }

/** What the overrides demand at a moment. */
export type Overriding = Slotted & { notice: Notice | null }

type Timed = { takeover: ProgrammeTakeover; startsAtMs: number; endsAtMs: number }

/**
 * TAKEOVER: the override that began last, of those that have something to show. One that begins during a visit waits for its
 * notice, unless the visit ends before.
 */
export function overrideAt({ programme }: Plan, visit: Visit | null, moment: Moment): Overriding {
  const nothing: Overriding = { slot: null, reasons: [], changesAtMs: Number.POSITIVE_INFINITY, notice: null }
  if (programme?.takeovers === undefined || !moment.timeKnown) return nothing
  const reasons: Reason[] = []
  let changesAtMs = Number.POSITIVE_INFINITY
  let slot: Slot | null = null
  let notice: Notice | null = null
  for (const { takeover, startsAtMs, endsAtMs } of timed(programme.takeovers)) {
    for (const ms of [startsAtMs, endsAtMs]) if (ms > moment.ms) changesAtMs = Math.min(changesAtMs, ms)
    if (moment.ms < startsAtMs || moment.ms >= endsAtMs) continue
    const { id: takeoverId, playlistId, name, endsAt } = takeover
    const waitsUntilMs = waitsUntil(takeover, startsAtMs, visit, moment.ms)
    if (waitsUntilMs !== null) {
      changesAtMs = Math.min(changesAtMs, waitsUntilMs)
      notice ??= { takeoverId, name, at: instantOf(waitsUntilMs) }
      reasons.push({ code: 'takeover-waits', takeoverId, until: instantOf(waitsUntilMs) })
      continue
    }
    const { member, changesAtMs: itemsChangeAtMs } = memberFor(programme, playlistId, takeoverId, null, moment)
    changesAtMs = Math.min(changesAtMs, itemsChangeAtMs)
    if (member === null) reasons.push({ code: 'takeover-has-nothing-to-show', takeoverId, playlistId })
    else if (slot !== null) reasons.push({ code: 'takeover-behind', takeoverId })
    else {
      reasons.push({ code: 'takeover-wins', takeoverId, playlistId, endsAt })
      const anchorMs = member.playlist.sync === true ? 0 : startsAtMs
      const overMs = Math.min(endsAtMs, itemsChangeAtMs)
      slot = { layer: 'takeover', members: [member], anchorMs, endsAtMs: overMs, behind: [] }
    }
  }
  return { slot, reasons, changesAtMs, notice }
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
