import type { Alert, AlertBook, Channel, Id, Instant } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import { type Applied, left } from './change.ts'
import { endFollowUp } from './hand-over.ts'
import { raising, step } from './life-cycle.ts'
import { type Ending, endedAlert, isInForce } from './phase.ts'
import { afterWord, saidWord } from './said.ts'
import { compareOrder, slotOf, withSlot } from './slots.ts'

/** How long a desk alert's id is remembered after it was raised, so that a repeated press stays one alert. */
const REMEMBERED_MS = 24 * 3600_000

/** Takes an alert of the desk into the book. The same id with the same or an older `sentAt` changes nothing. */
export function applyOperator(book: AlertBook, channel: Channel, alert: Alert): Applied {
  const sentMs = msOf(alert.sentAt)
  const order = [sentMs]
  const known = slotOf(book, channel, alert.id)
  const newer = known === null ? 1 : compareOrder(order, known.order)
  if (newer === 0) return left(book, 'unchanged', channel, 'duplicate')
  if (newer < 0) return left(book, 'unchanged', channel, 'older-than-known')
  const transition = raising(known?.alert ?? null, alert, alert.sentAt)
  const outcome = transition === 'raise' ? 'raised' : 'replaced'
  const slot = { alert, order, keepUntil: instantAt(sentMs + REMEMBERED_MS) }
  const memory = afterWord(known, saidWord(alert, order, alert.sentAt), alert.sentAt)
  return {
    book: withSlot(book, channel, alert.id, { ...slot, ...memory }),
    change: { outcome, channel, reason: 'raised-by-staff', transition, alertIds: [alert.id] },
  }
}

/**
 * Staff end an alert, whoever raised it. Its slot keeps its place in the order: repeats of the same message stay without
 * effect, a newer message raises it again.
 */
export function endAlert(book: AlertBook, channel: Channel, id: Id, as: Ending, at: Instant): Applied {
  const known = slotOf(book, channel, id)
  if (known === null) return endOfFollowUp(book, channel, id, as, at)
  if (!isInForce(known.alert, at)) return left(book, 'unchanged', channel, 'nothing-in-force')
  const { transition } = step('inForce', as === 'cleared' ? 'clear' : 'cancel')
  const alert = endedAlert(known.alert, as, at, at)
  const { order, keepUntil } = known
  return {
    // Nothing of it is held on the glass any longer: a person ended it.
    book: withSlot(book, channel, id, { alert, order, keepUntil, endedBy: order }),
    change: { outcome: as, channel, reason: 'ended-by-staff', transition, alertIds: [id] },
  }
}

/** What follows an early warning has no slot of its own. */
function endOfFollowUp(book: AlertBook, channel: Channel, id: Id, as: Ending, at: Instant): Applied {
  const after = endFollowUp(book, channel, id, at)
  if (after === book) return left(book, 'unchanged', channel, 'unknown-alert')
  return {
    book: after,
    change: { outcome: as, channel, reason: 'ended-by-staff', transition: 'expire', alertIds: [id] },
  }
}

/**
 * Puts what is right in the place of an alert of the desk that is in force and wrong: the same id, said later. Repeats of
 * one `sentAt` change nothing.
 */
export function correctAlert(
  book: AlertBook,
  channel: Channel,
  id: Id,
  at: Instant,
  correct: (wrong: Alert) => Alert,
): Applied {
  const known = slotOf(book, channel, id)
  if (known?.alert?.source.kind !== 'operator') return left(book, 'unchanged', channel, 'unknown-alert')
  if (!isInForce(known.alert, at)) return left(book, 'unchanged', channel, 'nothing-in-force')
  return applyOperator(book, channel, correct(known.alert))
}

/** A person says that an alert of the desk still holds; it is asked again at `remindAt`. */
export function keepAlert(book: AlertBook, channel: Channel, id: Id, remindAt: Instant, at: Instant): Applied {
  const known = slotOf(book, channel, id)
  if (known === null) return left(book, 'unchanged', channel, 'unknown-alert')
  if (!isInForce(known.alert, at)) return left(book, 'unchanged', channel, 'nothing-in-force')
  return {
    book: withSlot(book, channel, id, { ...known, alert: { ...known.alert, remindAt } }),
    change: { outcome: 'replaced', channel, reason: 'kept-by-staff', transition: 'replace', alertIds: [id] },
  }
}
