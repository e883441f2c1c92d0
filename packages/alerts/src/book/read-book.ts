import {
  type Alert,
  type AlertBook,
  type AlertSlot,
  type Channel,
  type ChannelBook,
  type Instant,
  PRESENTATION_MODES,
} from '@akari/protocol'
import { msOf } from '../instant.ts'
import { isHandedOver } from './hand-over.ts'
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
    const over = slot.alert !== null && hasExpired(slot.alert, now) && !isHandedOver(slot.alert, now)
    const empty = over || slot.alert === null
    const forgotten = empty && slot.keepUntil !== null && msOf(slot.keepUntil) <= msOf(now)
    if (!forgotten) slots[id] = over ? emptied(slot) : slot
    changed ||= over || forgotten
  }
  return changed ? { slots } : channel
}

function emptied({ order, keepUntil, endedBy }: AlertSlot): AlertSlot {
  return { alert: null, order, keepUntil, ...(endedBy && { endedBy }) }
}

/** In force before ended, the largest on the glass first, then the gravest, the newest. */
export function byGravity(a: Alert, b: Alert): number {
  return (
    Number(a.phase !== 'inForce') - Number(b.phase !== 'inForce') ||
    PRESENTATION_MODES.indexOf(a.presentation.mode) - PRESENTATION_MODES.indexOf(b.presentation.mode) ||
    FIELDS.indexOf(a.presentation.field) - FIELDS.indexOf(b.presentation.field) ||
    msOf(b.sentAt) - msOf(a.sentAt) ||
    (a.id < b.id ? -1 : 1)
  )
}
