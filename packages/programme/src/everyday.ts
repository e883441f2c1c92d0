import type { Layer } from '@akari/protocol'
import { withinAt } from './hours.ts'
import { type Notice, overrideAt, type Visit } from './override.ts'
import { isValidAt } from './playlist.ts'
import type { Reason } from './reasons.ts'
import { placeAfter } from './rotation.ts'
import { leftOutReason, type Playing, showing, whyThis } from './showing.ts'
import type { SlateTurn } from './share-out.ts'
import { slateAt } from './slate.ts'
import { type Moment, type Plan, type Slotted } from './member.ts'
import { slotAt } from './slot.ts'
import { instantOf, msOf } from './time.ts'

/** What the layers below an emergency show; nothing of it changes before `changesAtMs` (Infinity: only with the programme). */
export type Everyday = {
  layer: Exclude<Layer, 'emergency' | 'power'>
  playing: Playing | null
  reasons: Reason[]
  changesAtMs: number
  notice: Notice | null
}

/** What they decide from, and who is at the glass. */
export type EverydayPlan = Plan & { visit: Visit | null }

/** How many changes ahead `playingAfter` looks for the next showing. */
const LOOK_AHEAD = 16

/** TAKEOVER, else off outside the OPERATING HOURS, else SCHEDULED (a visit holds its place), else DEFAULT, else nothing. */
export function everyday(plan: EverydayPlan, moment: Moment): Everyday {
  const override = overrideAt(plan, plan.visit, moment)
  const { notice, reasons } = override
  const visitBeginsAtMs = plan.visit?.beganAtMs ?? moment.ms
  const changesAtMs =
    visitBeginsAtMs > moment.ms ? Math.min(override.changesAtMs, visitBeginsAtMs) : override.changesAtMs
  if (override.slot !== null) return { ...playedIn({ ...override, changesAtMs }, moment), notice }
  const hours = hoursAt(plan, moment)
  const below = hours.closed ?? visited(plan, moment) ?? scheduled(plan, moment)
  return {
    ...below,
    reasons: [...reasons, ...below.reasons],
    changesAtMs: Math.min(changesAtMs, hours.changesAtMs, below.changesAtMs),
    notice,
  }
}

/** The showing that follows after `from`, looked up where the present one changes; null when none is in sight. */
export function playingAfter(plan: EverydayPlan, moment: Moment, from: Everyday): Playing | null {
  let current = from
  let at = moment
  for (let hop = 0; hop < LOOK_AHEAD && current.changesAtMs !== Number.POSITIVE_INFINITY; hop++) {
    at = later(at, current.changesAtMs)
    current = everyday(plan, at)
    if (current.playing?.key !== from.playing?.key) return current.playing
  }
  return null
}

/** The same clock at a later, or earlier, wall-clock time. */
export function later(moment: Moment, ms: number): Moment {
  return { ...moment, ms, monotonicMs: moment.monotonicMs + (ms - moment.ms) }
}

export function hoursAt({ windows }: Plan, moment: Moment): { closed: Everyday | null; changesAtMs: number } {
  const known = moment.timeKnown && windows.fromMs <= moment.ms && moment.ms < windows.toMs
  if (windows.open === null || !known) return { closed: null, changesAtMs: Number.POSITIVE_INFINITY }
  const { within, changesAtMs: nextMs } = withinAt(windows.open, moment.ms)
  const changesAtMs = Math.min(nextMs, windows.toMs)
  if (within) return { closed: null, changesAtMs }
  const opensAt = nextMs === Number.POSITIVE_INFINITY ? null : instantOf(nextMs)
  const reasons: Reason[] = [{ code: 'outside-hours', opensAt }]
  return { closed: { layer: 'closed', playing: null, reasons, changesAtMs, notice: null }, changesAtMs }
}

/** What was on the glass when the visit began, for as long as it lasts and the item is valid; null: nothing is held. */
function visited(plan: EverydayPlan, moment: Moment): Everyday | null {
  const { visit } = plan
  if (visit === null || moment.ms < visit.beganAtMs || moment.ms >= visit.endsAtMs) return null
  const then = everyday({ ...plan, visit: null }, later(moment, visit.beganAtMs))
  const { playing } = then
  if (playing === null || playing.layer === 'takeover') return null
  const { item } = playing
  if (moment.timeKnown && !isValidAt(item, moment.ms)) return null
  const validUntilMs = item.validUntil === null || !moment.timeKnown ? visit.endsAtMs : msOf(item.validUntil)
  const endsAtMs = Math.min(visit.endsAtMs, validUntilMs)
  const [since, until] = [instantOf(visit.beganAtMs), instantOf(endsAtMs)]
  return {
    ...then,
    playing: { ...playing, endsAtMs, heldAtMs: visit.beganAtMs },
    reasons: [{ code: 'visit-holds', itemId: item.id, since, until }, ...then.reasons],
    changesAtMs: endsAtMs,
  }
}

/** SCHEDULED with its interrupts, else DEFAULT with them, else nothing. */
export function scheduled(plan: Plan, moment: Moment): Everyday {
  const slotted = slotAt(plan, moment)
  const slate = moment.timeKnown ? slateAt(plan, moment.ms) : null
  if (slate === null) return playedIn(slotted, moment)
  const changesAtMs = Math.min(slotted.changesAtMs, slate.changesAtMs)
  return slate.turn === null
    ? playedIn({ ...slotted, changesAtMs }, moment, slate.reasons)
    : turned({ ...slotted, changesAtMs }, slate.turn, slate.reasons)
}

function turned({ slot, reasons, changesAtMs }: Slotted, turn: SlateTurn, slateReasons: readonly Reason[]): Everyday {
  const { playing, member } = turn
  const why = turn.kind === 'interrupt' || slot === null ? [] : whyThis(slot, member)
  const all = [...why, ...slateReasons, ...reasons, ...leftOutReason(member)]
  return {
    layer: playing.layer,
    playing,
    reasons: all,
    changesAtMs: Math.min(changesAtMs, playing.endsAtMs),
    notice: null,
  }
}

function playedIn(
  { slot, reasons: why, changesAtMs }: Slotted,
  moment: Moment,
  besides: readonly Reason[] = [],
): Everyday {
  const reasons = [...besides, ...why]
  const place = slot === null ? null : placeAfter(slot.members, moment.ms - slot.anchorMs)
  if (slot === null || place === null) return { layer: 'fallback', playing: null, reasons, changesAtMs, notice: null }
  const playing = showing(slot, place, moment)
  return {
    layer: slot.layer,
    playing,
    reasons: [...whyThis(slot, place.member), ...reasons, ...leftOutReason(place.member)],
    changesAtMs: Math.min(changesAtMs, playing.endsAtMs),
    notice: null,
  }
}
