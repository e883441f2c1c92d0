import type { Alert, AlertBook, AlertSlot, Channel, Instant } from '@akari/protocol'
import type { Hold, Over, Raise, Verdict, VerdictChannel } from '../assess/verdict.ts'
import { instantAt, isAheadOf, isAncient, isFromTheFuture, msOf } from '../instant.ts'
import { type Applied, left } from './change.ts'
import { raising, stateOf, step } from './life-cycle.ts'
import { type Ending, endedAlert, hasExpired } from './phase.ts'
import { afterEnd, afterWord, saidWord, withLateEnd, withLateWord } from './said.ts'
import { compareOrder, slotOf, withSlot } from './slots.ts'
import { standsBack } from './standing.ts'

/** Gravest news first: what a telegram that touches several slots is said to have done. */
const OUTCOMES = [
  'raised',
  'replaced',
  'cancelled',
  'cleared',
  'held',
  'unchanged',
  'not-concerned',
  'ignored',
] as const

/**
 * Takes the verdicts of one telegram into the book. Duplicates and late arrivals change nothing, so any order of the same
 * telegrams leads to the same alerts in force.
 *
 * @param receivedAt the server's time: what has expired by then is not raised, and the notice of an end counts from it
 */
export function applyVerdicts(book: AlertBook, verdicts: readonly Verdict[], receivedAt: Instant): Applied {
  return verdicts
    .map((verdict) => (before: AlertBook) => applyVerdict(before, verdict, receivedAt))
    .reduce<Applied>((sum, apply) => joined(sum, apply(sum.book)), left(book, 'ignored', null, 'unsupported-type'))
}

function joined(sum: Applied, next: Applied): Applied {
  const alertIds = [...sum.change.alertIds, ...next.change.alertIds]
  const graver = OUTCOMES.indexOf(next.change.outcome) < OUTCOMES.indexOf(sum.change.outcome)
  const lead = graver || sum.change.channel === null ? next.change : sum.change
  return { book: next.book, change: { ...lead, alertIds } }
}

function applyVerdict(book: AlertBook, verdict: Verdict, receivedAt: Instant): Applied {
  const channel = shownChannel(verdict.channel)
  if (channel === null) {
    return left(book, 'ignored', null, verdict.channel === 'test' ? 'test-telegram' : 'never-shown')
  }
  switch (verdict.effect) {
    case 'none':
      return left(book, verdict.reason === 'unsupported-type' ? 'ignored' : 'not-concerned', channel, verdict.reason)
    case 'raise':
      return refusal(book, channel, verdict, receivedAt) ?? raise(book, channel, verdict, receivedAt)
    case 'clear':
      return refusal(book, channel, verdict, receivedAt) ?? end(book, channel, verdict, 'cleared', receivedAt)
    case 'cancel':
      return refusal(book, channel, verdict, receivedAt) ?? end(book, channel, verdict, 'cancelled', receivedAt)
    case 'hold':
      return refusal(book, channel, verdict, receivedAt) ?? left(book, 'held', channel, verdict.reason)
  }
}

function shownChannel(channel: VerdictChannel): Channel | null {
  return channel === 'live' || channel === 'drill' ? channel : null
}

function refusal(book: AlertBook, channel: Channel, verdict: Raise | Over | Hold, receivedAt: Instant): Applied | null {
  if (isFromTheFuture(verdict.sentAt, receivedAt)) return left(book, 'ignored', channel, 'from-the-future')
  // What is old may well be practised with.
  if (channel === 'live' && isAncient(verdict.sentAt, receivedAt)) return left(book, 'held', channel, 'ancient')
  const known = slotOf(book, channel, verdict.slot)
  if (known === null) return null
  // A word dated ahead must not keep the true ones out until its day has come.
  const outruns = known.ahead === true && isAheadOf(known.order, receivedAt) && !isAheadOf(verdict.order, receivedAt)
  const newer = outruns ? 1 : compareOrder(verdict.order, known.order)
  if (newer === 0) return left(book, 'unchanged', channel, 'duplicate')
  if (newer > 0) return null
  return left(withLate(book, channel, verdict, known, receivedAt), 'unchanged', channel, 'older-than-known')
}

/** What comes too late to be shown still tells how it came to what is. */
function withLate(
  book: AlertBook,
  channel: Channel,
  verdict: Raise | Over | Hold,
  known: AlertSlot,
  receivedAt: Instant,
): AlertBook {
  const after = () => {
    switch (verdict.effect) {
      case 'raise':
        if (hasExpired(verdict.alert, receivedAt)) return known
        return withLateWord(known, saidWord(verdict.alert, verdict.order, receivedAt), receivedAt)
      case 'clear':
      case 'cancel':
        return withLateEnd(known, verdict.order)
      case 'hold':
        return known
    }
  }
  const slot = after()
  return slot === known ? book : withSlot(book, channel, verdict.slot, slot)
}

function raise(book: AlertBook, channel: Channel, verdict: Raise, receivedAt: Instant): Applied {
  const { slot, order, keepUntil, reason } = verdict
  if (hasExpired(verdict.alert, receivedAt)) return left(book, 'ignored', channel, 'expired-on-arrival')
  const known = slotOf(book, channel, slot)
  const held = known?.alert ?? null
  const alert = bounded(verdict.alert, verdict.longestMs, receivedAt)
  const memory = afterWord(known, saidWord(alert, order, receivedAt), receivedAt)
  const after = withSlot(book, channel, slot, { alert, ...dated(order, receivedAt), keepUntil, ...memory })
  if (standsBack(after[channel], slot, receivedAt)) return left(after, 'unchanged', channel, 'superseded', 'remember')
  const transition = raising(held, alert, receivedAt)
  const outcome = transition === 'raise' ? 'raised' : 'replaced'
  return { book: after, change: { outcome, channel, reason, transition, alertIds: [alert.id] } }
}

/** A word's place in the order, and whether it claims to be from later than now. */
function dated(order: number[], receivedAt: Instant): Pick<AlertSlot, 'order' | 'ahead'> {
  return isAheadOf(order, receivedAt) ? { order, ahead: true } : { order }
}

/** A server whose clock is slow must not stretch an alert that ends by itself. */
function bounded(alert: Alert, longestMs: number | null, receivedAt: Instant): Alert {
  if (alert.expiresAt === null || longestMs === null) return alert
  const latestMs = msOf(receivedAt) + longestMs
  return msOf(alert.expiresAt) <= latestMs ? alert : { ...alert, expiresAt: instantAt(latestMs) }
}

/** Ends what is in force; where nothing is, remembers the word all the same, against a late older one. */
function end(book: AlertBook, channel: Channel, verdict: Over, as: Ending, receivedAt: Instant): Applied {
  const { slot, order, keepUntil, sentAt, reason, notice } = verdict
  const known = slotOf(book, channel, slot)
  const held = known?.alert ?? null
  const { to, transition } = step(stateOf(held, receivedAt), notice ? verdict.effect : 'supersede')
  if (held === null || transition === 'remember') {
    const memory = afterEnd(known, order, held !== null)
    const remembered = withSlot(book, channel, slot, { alert: held, ...dated(order, receivedAt), keepUntil, ...memory })
    return left(remembered, 'unchanged', channel, 'nothing-in-force', 'remember')
  }
  const alert = to === 'notice' ? endedAlert(held, as, sentAt, receivedAt) : null
  return {
    book: withSlot(book, channel, slot, {
      alert,
      ...dated(order, receivedAt),
      keepUntil,
      ...afterEnd(known, order, alert !== null),
    }),
    change: { outcome: as, channel, reason, transition, alertIds: [held.id] },
  }
}
