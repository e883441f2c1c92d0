import type { DraftItem } from '@akari/protocol'

/** Seconds of one round of a playlist's items, validity aside. */
export function roundSeconds(items: readonly Pick<DraftItem, 'seconds' | 'weight'>[]): number {
  return items.reduce((sum, { seconds, weight = 1 }) => sum + seconds * weight, 0)
}
