import type { Id, PlaylistItem } from '@akari/protocol'
import type { Moment, Plan } from './member.ts'
import type { Reason } from './reasons.ts'
import { placeAfter } from './rotation.ts'
import { scheduledSlot } from './scheduled-slot.ts'

/** A line beside what is shown: the item whose turn it is, and those that take turns. */
export type Ticker = { entryId: Id | null; playlistId: Id; item: PlaylistItem; loop: PlaylistItem[] }

/** The line of a moment, by the rules of the schedule among the overlays alone; `ticker` null: there is none. */
export function tickerAt(
  plan: Plan,
  moment: Moment,
): { ticker: Ticker | null; reasons: Reason[]; changesAtMs: number } {
  const { programme, windows } = plan
  if (programme === null || windows.overlays.length === 0 || !moment.timeKnown) {
    return { ticker: null, reasons: [], changesAtMs: Number.POSITIVE_INFINITY }
  }
  const overlays = { ...plan, windows: { ...windows, list: windows.overlays } }
  const { slot, reasons, changesAtMs } = scheduledSlot(overlays, programme, moment)
  const why = reasons.filter(({ code }) => code !== 'no-entry-due' && code !== 'schedule-not-unrolled')
  const place = slot === null ? null : placeAfter(slot.members, moment.ms - slot.anchorMs)
  if (slot === null || place === null) return { ticker: null, reasons: why, changesAtMs }
  const { member, item, intoMs, itemMs } = place
  const ticker = { entryId: member.entryId, playlistId: member.playlist.id, item, loop: member.loop }
  const shown: Reason = { code: 'ticker-shown', entryId: member.entryId, playlistId: member.playlist.id }
  const overAtMs = Math.min(moment.ms - intoMs + itemMs, slot.endsAtMs)
  return { ticker, reasons: [shown, ...why], changesAtMs: Math.min(changesAtMs, overAtMs) }
}
