import type { Programme } from '@akari/protocol'
import { conditionsAt } from './conditions.ts'
import {
  isInStep,
  memberFor,
  type Member,
  type Moment,
  type Plan,
  type Slot,
  slotOf,
  type Slotted,
  type Tried,
} from './member.ts'
import { droppedBy, higherMsBetween } from './on-higher.ts'
import type { Reason } from './reasons.ts'
import { placeAfter } from './rotation.ts'
import { instantOf } from './time.ts'
import { dueAt, rankOf, type Window } from './unroll.ts'

/** The longest that something higher waits for the item on the glass. */
const DEFERS_AT_MOST_MS = 600_000

/** The entries of the highest priority that have something to show, unless what was on before may end its item. */
export function scheduledSlot(plan: Plan, programme: Programme, moment: Moment): Slotted {
  const now = rankedSlot(plan, programme, moment, plan.windows.fromMs)
  return deferred(plan, programme, moment, now) ?? now
}

function rankedSlot(plan: Plan, programme: Programme, moment: Moment, sinceMs: number): Slotted {
  const { windows } = plan
  if (moment.ms < sinceMs || moment.ms >= windows.toMs) {
    const changesAtMs = moment.ms < sinceMs ? sinceMs : Number.POSITIVE_INFINITY
    return { slot: null, reasons: [{ code: 'schedule-not-unrolled' }], changesAtMs }
  }
  const { due: all, changesAtMs: dueChangesAtMs } = dueAt(windows, moment.ms)
  const reasons: Reason[] = []
  let changesAtMs = dueChangesAtMs
  const due = all.filter((window) => {
    const { reason, changesAtMs: valuesChangeAtMs } = conditionsAt(window, plan.values, moment.ms)
    changesAtMs = Math.min(changesAtMs, valuesChangeAtMs)
    const why = reason ?? droppedBy(plan, programme, window, moment.ms)
    if (why !== null) reasons.push(why)
    return why === null
  })
  for (let first = 0; first < due.length; ) {
    const ofOnePriority = due.slice(first).filter(({ priority }) => priority === due[first]?.priority)
    first += ofOnePriority.length
    const equals = ofOnePriority.filter((window) => !ofOnePriority.some((other) => replaces(other, window)))
    const tried = equals.map((window) => memberFor(programme, window.playlistId, window.entryId, window, moment))
    changesAtMs = Math.min(changesAtMs, ...tried.map((each) => each.changesAtMs))
    const members = tried.flatMap(({ member }) => (member === null ? [] : [member]))
    for (const { entryId, playlistId } of equals.filter((window) => members.every((m) => m.window !== window))) {
      reasons.push({ code: 'entry-has-nothing-to-show', entryId, playlistId })
    }
    if (members.length > 0) {
      const slot = slotOf('scheduled', members, endOf(members, tried), due.slice(first))
      return { slot: { ...slot, anchorMs: anchorOf(plan, programme, slot, moment.ms) }, reasons, changesAtMs }
    }
  }
  if (all.length === 0) reasons.push({ code: 'no-entry-due' })
  return { slot: null, reasons, changesAtMs }
}

/** The time under something higher does not count where all members pause. */
function anchorOf(plan: Plan, programme: Programme, { members, anchorMs }: Slot, ms: number): number {
  const windows = members.flatMap(({ window }) => (window === null ? [] : [window]))
  const [first] = windows
  if (first === undefined || isInStep(members) || windows.some(({ onHigher }) => onHigher !== 'pause')) return anchorMs
  return anchorMs + higherMsBetween(plan, programme, rankOf(first), anchorMs, ms)
}

/** What was on the glass when the present ones began, while it may end its item; null: nothing waits. */
function deferred(plan: Plan, programme: Programme, moment: Moment, now: Slotted): Slotted | null {
  const begunMs = now.slot?.members.flatMap(({ window }) => (window === null ? [] : [window.startsAtMs])) ?? []
  const beganMs = Math.min(...begunMs)
  if (now.slot === null || moment.ms < beganMs || moment.ms >= beganMs + DEFERS_AT_MOST_MS) return null
  const justBefore: Moment = { ...moment, ms: beganMs - 1 }
  const { slot, reasons } = rankedSlot(plan, programme, justBefore, plan.windows.knownFromMs)
  const place = slot === null ? null : placeAfter(slot.members, justBefore.ms - slot.anchorMs)
  const window = place?.member.window ?? null
  const higher = now.slot.members.flatMap((member) => (member.window === null ? [] : [member.window]))
  if (slot === null || place === null || window === null || window.onHigher !== 'defer') return null
  if (higher.some((other) => rankOf(other) <= rankOf(window))) return null
  const itemEndsAtMs = justBefore.ms - place.intoMs + place.itemMs
  const untilMs = Math.min(itemEndsAtMs, slot.endsAtMs, beganMs + DEFERS_AT_MOST_MS)
  if (moment.ms >= untilMs) return null
  const waits = higher.map(({ entryId }): Reason => ({ code: 'entry-waits', entryId, until: instantOf(untilMs) }))
  const changesAtMs = Math.min(now.changesAtMs, untilMs)
  return { slot: { ...slot, endsAtMs: untilMs }, reasons: [...waits, ...reasons], changesAtMs }
}

/** A series whose windows overlap has one turn: that of its latest window. */
function replaces(other: Window, window: Window): boolean {
  return other.entryId === window.entryId && other.startsAtMs > window.startsAtMs
}

function endOf(members: readonly Member[], tried: readonly Tried[]): number {
  const windowEnds = members.map(({ window }) => window?.endsAtMs ?? Number.POSITIVE_INFINITY)
  return Math.min(...windowEnds, ...tried.map(({ changesAtMs }) => changesAtMs))
}
