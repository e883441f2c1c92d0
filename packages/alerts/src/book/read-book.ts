import type { Alert, AlertBook, AlertSlot, Channel, ChannelBook, Instant } from '@akari/protocol'
import { msOf } from '../instant.ts'
import { hasExpired } from './phase.ts'
import { standsBack } from './standing.ts'

/** Gravest first: the order in which full screens lead. */
const FIELDS = [
  'eew',
  'level5',
  'evacuation',
  'level4',
  'level3',
  'level2',
  'level1',
  'ended',
] as const satisfies readonly Alert['presentation']['field'][]

/** The alerts of a channel that are to be on the glass, gravest first: in force before ended, full screen before banner. */
export function alertsOf(book: AlertBook, channel: Channel, now: Instant): Alert[] {
  return Object.entries(book[channel].slots)
    .flatMap(([id, { alert }]) =>
      alert === null || hasExpired(alert, now) || standsBack(book[channel], id, now) ? [] : [alert],
    )
    .toSorted(byGravity)
}

/** The book without what has expired and what may be forgotten by now; the same object where nothing has. */
export function expire(book: AlertBook, now: Instant): AlertBook {
  const live = expireChannel(book.live, now)
  const drill = expireChannel(book.drill, now)
  return live === book.live && drill === book.drill ? book : { live, drill }
}

function expireChannel(channel: ChannelBook, now: Instant): ChannelBook {
  let changed = false
  const slots: Record<string, AlertSlot> = {}
  for (const [id, slot] of Object.entries(channel.slots)) {
    const over = slot.alert !== null && hasExpired(slot.alert, now)
    const alert = over ? null : slot.alert
    const forgotten = alert === null && slot.keepUntil !== null && msOf(slot.keepUntil) <= msOf(now)
    if (!forgotten) slots[id] = over ? { ...slot, alert } : slot
    changed ||= over || forgotten
  }
  return changed ? { slots } : channel
}

function byGravity(a: Alert, b: Alert): number {
  return (
    Number(a.phase !== 'inForce') - Number(b.phase !== 'inForce') ||
    Number(a.presentation.mode === 'banner') - Number(b.presentation.mode === 'banner') ||
    FIELDS.indexOf(a.presentation.field) - FIELDS.indexOf(b.presentation.field) ||
    msOf(b.sentAt) - msOf(a.sentAt) ||
    (a.id < b.id ? -1 : 1)
  )
}
