import type { Alert, AlertBook, Instant } from '@akari/protocol'
import { assess } from '../assess/assess.ts'
import type { Verdict } from '../assess/verdict.ts'
import { instantAt, msOf } from '../instant.ts'
import type { Place } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { type Applied, left } from './change.ts'
import { type Ending, endedAlert, hasExpired, isInForce } from './phase.ts'
import { compareOrder, slotOf, withSlot } from './slots.ts'

/** A day ahead is no skewed clock any more; accepted, it would keep every later telegram out of its slot. */
const FUTURE_MS = 24 * 3600_000

type Raise = Extract<Verdict, { concern: 'raise' }>
type Over = Extract<Verdict, { concern: 'clear' | 'cancel' }>

/**
 * Takes a telegram into the book. Duplicates and late arrivals change nothing, so any order of the same telegrams leads
 * to the same alerts in force.
 *
 * @param receivedAt the server's time: what has expired by then is not raised, and the notice of an end counts from it
 */
export function applyTelegram(book: AlertBook, telegram: Telegram, place: Place, receivedAt: Instant): Applied {
  const verdict = assess(telegram, place)
  switch (verdict.concern) {
    case 'ignored':
      return left(book, 'ignored', null, verdict.reason)
    case 'notConcerned':
      return left(book, 'not-concerned', verdict.channel, verdict.reason)
    case 'raise':
      return refusal(book, verdict, receivedAt) ?? raise(book, verdict, receivedAt)
    case 'clear':
      return refusal(book, verdict, receivedAt) ?? end(book, verdict, 'cleared', receivedAt)
    case 'cancel':
      return refusal(book, verdict, receivedAt) ?? end(book, verdict, 'cancelled', receivedAt)
  }
}

function refusal(book: AlertBook, verdict: Raise | Over, receivedAt: Instant): Applied | null {
  const { channel } = verdict
  if (msOf(verdict.sentAt) > msOf(receivedAt) + FUTURE_MS) return left(book, 'ignored', channel, 'from-the-future')
  const known = slotOf(book, channel, verdict.slot)
  if (known === null) return null
  const newer = compareOrder(verdict.order, known.order)
  if (newer === 0) return left(book, 'unchanged', channel, 'duplicate')
  return newer < 0 ? left(book, 'unchanged', channel, 'older-than-known') : null
}

function raise(book: AlertBook, verdict: Raise, receivedAt: Instant): Applied {
  const { channel, slot, order, keepUntil, reason } = verdict
  if (hasExpired(verdict.alert, receivedAt)) return left(book, 'ignored', channel, 'expired-on-arrival')
  const held = slotOf(book, channel, slot)?.alert ?? null
  const alert = bounded(verdict.alert, verdict.longestMs, receivedAt)
  return {
    book: withSlot(book, channel, slot, { alert, order, keepUntil }),
    change: { outcome: isInForce(held, receivedAt) ? 'replaced' : 'raised', channel, reason, alertIds: [alert.id] },
  }
}

/** A server whose clock is slow must not stretch an alert that ends by itself. */
function bounded(alert: Alert, longestMs: number | null, receivedAt: Instant): Alert {
  if (alert.expiresAt === null || longestMs === null) return alert
  const latestMs = msOf(receivedAt) + longestMs
  return msOf(alert.expiresAt) <= latestMs ? alert : { ...alert, expiresAt: instantAt(latestMs) }
}

/** Ends what is in force; where nothing is, remembers the word all the same, against a late older one. */
function end(book: AlertBook, verdict: Over, as: Ending, receivedAt: Instant): Applied {
  const { channel, slot, order, keepUntil, sentAt, reason } = verdict
  const held = slotOf(book, channel, slot)?.alert ?? null
  if (!isInForce(held, receivedAt)) {
    const remembered = withSlot(book, channel, slot, { alert: held, order, keepUntil })
    return left(remembered, 'unchanged', channel, 'nothing-in-force')
  }
  const alert = endedAlert(held, as, sentAt, receivedAt)
  return {
    book: withSlot(book, channel, slot, { alert, order, keepUntil }),
    change: { outcome: as, channel, reason, alertIds: [alert.id] },
  }
}
