import type { Programme } from '@akari/protocol'
import { isInStep, memberFor, type Moment, type Plan, slotOf, type Slotted } from './member.ts'
import type { Reason } from './reasons.ts'
import { scheduledSlot } from './scheduled-slot.ts'
import { localDay } from './time.ts'

/** SCHEDULED, else DEFAULT, else nothing. */
export function slotAt(plan: Plan, moment: Moment): Slotted {
  const { programme, windows } = plan
  if (programme === null) {
    return { slot: null, reasons: [{ code: 'no-programme' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const reasons: Reason[] = windows.problems.map((problem) => ({ code: 'rule-not-followed', ...problem }))
  if (!moment.timeKnown) {
    const byDefault = defaultSlot(programme, moment)
    return { ...byDefault, reasons: [...reasons, { code: 'clock-unknown' }, ...byDefault.reasons] }
  }
  const scheduled = scheduledSlot(plan, programme, moment)
  reasons.push(...scheduled.reasons)
  if (scheduled.slot !== null) return { ...scheduled, reasons }
  const byDefault = defaultSlot(programme, moment)
  return {
    slot: byDefault.slot,
    reasons: [...reasons, ...byDefault.reasons],
    changesAtMs: Math.min(scheduled.changesAtMs, byDefault.changesAtMs),
  }
}

function defaultSlot(programme: Programme, moment: Moment): Slotted {
  const playlistId = programme.defaultPlaylistId
  if (playlistId === null) {
    return { slot: null, reasons: [{ code: 'no-default-playlist' }], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const { member, changesAtMs } = memberFor(programme, playlistId, null, null, moment)
  if (member === null) {
    return { slot: null, reasons: [{ code: 'default-has-nothing-to-show', playlistId }], changesAtMs }
  }
  const day = localDay(moment.ms, programme.timeZone)
  const endsAtMs = moment.timeKnown ? Math.min(day.endsAtMs, changesAtMs) : Number.POSITIVE_INFINITY
  const slot = slotOf('default', [member], endsAtMs, [])
  const anchorMs = isInStep([member]) ? 0 : day.startsAtMs
  return {
    slot: { ...slot, anchorMs: moment.timeKnown ? anchorMs : moment.ms - Math.floor(moment.monotonicMs) },
    reasons: [{ code: 'default-playlist', playlistId }],
    changesAtMs: endsAtMs,
  }
}
