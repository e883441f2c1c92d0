import type { Playlist, PlaylistItem } from '@akari/protocol'
import { msOf } from './time.ts'

/** The items of a playlist that may be shown, and when that set changes next (Infinity: never). */
export type ValidItems = { items: PlaylistItem[]; leftOut: PlaylistItem[]; changesAtMs: number }

/** Where a looping playlist stands: `lap` counts the passes, `intoMs` how long the item has been on. */
export type Position = { item: PlaylistItem; index: number; lap: number; intoMs: number; itemMs: number }

/** Which items may be shown at a moment: `validFrom` included, `validUntil` not. */
export function validItems(playlist: Playlist, ms: number): ValidItems {
  let changesAtMs = Number.POSITIVE_INFINITY
  const items: PlaylistItem[] = []
  const leftOut: PlaylistItem[] = []
  for (const item of playlist.items) {
    const fromMs = item.validFrom === null ? Number.NEGATIVE_INFINITY : msOf(item.validFrom)
    const untilMs = item.validUntil === null ? Number.POSITIVE_INFINITY : msOf(item.validUntil)
    if (fromMs > ms) changesAtMs = Math.min(changesAtMs, fromMs)
    if (untilMs > ms) changesAtMs = Math.min(changesAtMs, untilMs)
    if (fromMs <= ms && ms < untilMs) items.push(item)
    else leftOut.push(item)
  }
  return { items, leftOut, changesAtMs }
}

/**
 * Which items to trust when nobody knows the time: those without a validity. Where every item has one, all of them,
 * because what was last published is better than a bare slate.
 */
export function timelessItems(playlist: Playlist): ValidItems {
  const timeless = playlist.items.filter((item) => item.validFrom === null && item.validUntil === null)
  const items = timeless.length > 0 ? timeless : playlist.items
  const leftOut = playlist.items.filter((item) => !items.includes(item))
  return { items, leftOut, changesAtMs: Number.POSITIVE_INFINITY }
}

/** Position in an endless loop of items after `elapsedMs`; null when there is nothing to play. */
export function positionAfter(items: readonly PlaylistItem[], elapsedMs: number): Position | null {
  const totalMs = items.reduce((sum, item) => sum + lengthMs(item), 0)
  if (totalMs <= 0) return null
  const lap = Math.floor(elapsedMs / totalMs)
  let intoMs = elapsedMs - lap * totalMs
  for (const [index, item] of items.entries()) {
    const itemMs = lengthMs(item)
    if (intoMs < itemMs) return { item, index, lap, intoMs, itemMs }
    intoMs -= itemMs
  }
  return null
}

function lengthMs(item: PlaylistItem): number {
  return Math.round(item.seconds * 1000)
}
