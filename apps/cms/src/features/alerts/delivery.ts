import { type Channel, type Delivery, type DisplayStatus, NOT_SEEN_FAULTS } from '@akari/protocol'
import type { StoredAck } from './alerts.store.ts'

/** A display as it is now; `faults` are the codes it last reported of itself. */
export type DisplayNow = { id: string; name: string; status: DisplayStatus; faults: readonly string[] }

/**
 * How far the newest state of a channel has come on one display. What its host once saw counts as seen only as long as the
 * display does not report that it sees it no longer.
 */
export function deliveryOf(channel: Channel, display: DisplayNow, ack: StoredAck | undefined): Delivery {
  const notSeen = display.faults.includes(NOT_SEEN_FAULTS[channel])
  return {
    displayId: display.id,
    name: display.name,
    status: statusOf(ack, display, notSeen),
    notSeen,
    saved: ack?.saved ?? false,
    receivedAt: ack?.receivedAt ?? null,
    shownAt: ack?.shownAt ?? null,
    seenAt: ack?.seenAt ?? null,
  }
}

function statusOf(ack: StoredAck | undefined, display: DisplayNow, notSeen: boolean): Delivery['status'] {
  if (ack?.seenAt != null && !notSeen) return 'seen'
  if (ack?.shownAt != null || ack?.seenAt != null) return 'shown'
  if (ack?.receivedAt != null) return 'received'
  return display.status === 'offline' || display.status === 'unpaired' ? 'unreachable' : 'waiting'
}
