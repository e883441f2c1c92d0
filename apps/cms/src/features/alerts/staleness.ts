import type { AlertSlot, ChannelBook, Id, Instant } from '@akari/protocol'
import type { AlertChannels } from './alert-channels.ts'

/**
 * Writes on the alerts in force since when nobody can vouch for them, and takes it from all others. The alerts stay as they
 * are otherwise: silence of a source neither clears nor renews anything.
 */
export function staleMarker(channels: AlertChannels) {
  return async (since: ReadonlyMap<Id, Instant>): Promise<void> => {
    for (const channel of ['live', 'drill'] as const) {
      await channels.change((book) => {
        const marked = withStaleness(book[channel], since)
        if (marked === book[channel]) return null
        return { channel, book: marked, announce: true, actor: 'system', cause: 'sources heard or silent' }
      })
    }
  }
}

/** The same object where nothing changes. */
export function withStaleness(book: ChannelBook, since: ReadonlyMap<Id, Instant>): ChannelBook {
  let changed = false
  const slots: Record<string, AlertSlot> = {}
  for (const [id, slot] of Object.entries(book.slots)) {
    const from = slot.alert?.phase === 'inForce' ? (since.get(slot.alert.id) ?? null) : null
    const known = slot.alert?.stale?.since ?? null
    slots[id] =
      slot.alert === null || known === from
        ? slot
        : { ...slot, alert: { ...slot.alert, stale: from === null ? null : { since: from } } }
    changed ||= slots[id] !== slot
  }
  return changed ? { slots } : book
}
