import {
  type Alert,
  type AlertBook,
  type AlertSlot,
  type Channel,
  type ChannelBook,
  type Id,
  type Instant,
  isEarlyWarning,
} from '@akari/protocol'
import { presentationOf } from '../assess/presentation.ts'
import { instantAt, msOf } from '../instant.ts'
import { alertWords } from '../phrase-book.ts'
import { hasExpired } from './phase.ts'

/** 震度速報 comes a minute and a half after the shaking; when none does by now, nothing was felt here. */
const LASTS_MS = 3 * 60_000

/** An early warning that ends, or has just ended, by itself, with the moment of that. */
type Passing = { alert: Alert; slot: AlertSlot; endsMs: number }

/**
 * What stands between an early warning, which ends by its own rule, and the first observed intensity: the shaking may go on,
 * intensity is being checked. In force from the end of the early warning (`effectiveAt`), so that displays can be told
 * ahead. Null where there is no early warning, it was cancelled or ended by staff, or an earthquake has been observed since.
 */
export function handOver(book: AlertBook, channel: Channel, now: Instant): Alert | null {
  const passing = Object.values(book[channel].slots)
    .flatMap((slot) => passingOf(slot) ?? [])
    .filter(({ endsMs }) => msOf(now) < endsMs + LASTS_MS)
    .toSorted((a, b) => b.endsMs - a.endsMs || (a.alert.id < b.alert.id ? -1 : 1))
  const [last] = passing
  return last === undefined || isObservedSince(book[channel], last) ? null : followUp(last)
}

/** Is this expired early warning still needed to tell what follows it? */
export function isHandedOver(alert: Alert, now: Instant): boolean {
  return isEarlyWarning(alert) && alert.expiresAt !== null && msOf(now) < msOf(alert.expiresAt) + LASTS_MS
}

/** The book after staff ended what follows an early warning; the same where nothing follows one yet. */
export function endFollowUp(book: AlertBook, channel: Channel, id: Id, now: Instant): AlertBook {
  let { slots } = book[channel]
  for (const [slotId, { alert, order, keepUntil }] of Object.entries(slots)) {
    if (alert === null || idOf(alert) !== id || !isHandedOver(alert, now) || !hasExpired(alert, now)) continue
    slots = { ...slots, [slotId]: { alert: null, order, keepUntil, endedBy: order } }
  }
  return slots === book[channel].slots ? book : { ...book, [channel]: { slots } }
}

function passingOf(slot: AlertSlot): Passing | null {
  const { alert } = slot
  if (alert === null || !isEarlyWarning(alert) || alert.expiresAt === null) return null
  return { alert, slot, endsMs: msOf(alert.expiresAt) }
}

/** Since its first word: serials of an early warning go on while the first intensities are out already. */
function isObservedSince(book: ChannelBook, { alert: warning, slot }: Passing): boolean {
  const beganMs = msOf(slot.said?.[0]?.sentAt ?? warning.sentAt)
  return Object.values(book.slots).some(
    ({ alert }) =>
      alert !== null &&
      alert.hazard === 'earthquake' &&
      alert.phase !== 'cancelled' &&
      alert.certainty === 'Observed' &&
      alert.source.kind !== 'operator' &&
      msOf(alert.sentAt) > beganMs,
  )
}

function followUp({ alert, endsMs }: Passing): Alert {
  const gravity = { hazard: 'earthquake', level: null, class: 'warning', intensity: null } as const
  return {
    ...alert,
    ...gravity,
    id: idOf(alert),
    urgency: 'Expected',
    severity: 'Moderate',
    presentation: { ...presentationOf(gravity), mode: 'fullScreen' },
    words: alertWords('afterEarlyWarning', alert.words.area),
    effectiveAt: instantAt(endsMs),
    expiresAt: instantAt(endsMs + LASTS_MS),
    stale: null,
  }
}

/** VXSE43 and VXSE45 of one earthquake are followed by one and the same. */
function idOf({ id }: Alert): string {
  const event = /^jma\.VXSE4[35]\.(.+)$/.exec(id)?.[1] ?? id
  return `after-early-warning.${event}`.slice(0, 128)
}
