import type { AlertBook, AlertSlot, Channel, Id } from '@akari/protocol'

export function emptyBook(): AlertBook {
  return { live: { slots: {} }, drill: { slots: {} } }
}

export function slotOf(book: AlertBook, channel: Channel, id: Id): AlertSlot | null {
  const { slots } = book[channel]
  return Object.hasOwn(slots, id) ? (slots[id] ?? null) : null
}

export function withSlot(book: AlertBook, channel: Channel, id: Id, slot: AlertSlot): AlertBook {
  return { ...book, [channel]: { slots: { ...book[channel].slots, [id]: slot } } }
}

/** Positive where `a` is newer, 0 where both are the same word, negative where `a` is older. */
export function compareOrder(a: readonly number[], b: readonly number[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
