import type { Playlist, PlaylistItem } from '@akari/protocol'
import { msOf } from './time.ts'

/** The items of a playlist that may be shown, and when that set changes next (Infinity: never). */
export type ValidItems = { items: PlaylistItem[]; leftOut: PlaylistItem[]; changesAtMs: number }

/** What was found before, and from when on it holds. Only spares time: it follows from the playlist. */
const found = new WeakMap<Playlist, ValidItems & { fromMs: number }>()

/** Which items may be shown at a moment: `validFrom` included, `validUntil` not. */
export function validItems(playlist: Playlist, ms: number): ValidItems {
  const held = found.get(playlist)
  if (held !== undefined && held.fromMs <= ms && ms < held.changesAtMs) return held
  const items = { ...itemsAt(playlist, ms), fromMs: ms }
  found.set(playlist, items)
  return items
}

function itemsAt(playlist: Playlist, ms: number): ValidItems {
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

/** May this item be shown at a moment? */
export function isValidAt(
  { validFrom, validUntil }: Pick<PlaylistItem, 'validFrom' | 'validUntil'>,
  ms: number,
): boolean {
  return (validFrom === null || msOf(validFrom) <= ms) && (validUntil === null || ms < msOf(validUntil))
}

/** May this item be shown at some moment of a stretch? */
export function isValidBetween({ validFrom, validUntil }: PlaylistItem, fromMs: number, toMs: number): boolean {
  return (validFrom === null || msOf(validFrom) < toMs) && (validUntil === null || fromMs < msOf(validUntil))
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

/**
 * The turns of one pass: every item as often as its weight says, spread evenly. The k-th turn of an item of weight w stands at
 * (k + phase) ∕ w of the pass, where the phases of the n items are (i + ½) ∕ n: without weights the order of the playlist.
 */
export function turnsOf(items: readonly PlaylistItem[]): readonly PlaylistItem[] {
  if (items.every(({ weight = 1 }) => weight === 1)) return items
  return items
    .flatMap((item, index) => {
      const weight = item.weight ?? 1
      return Array.from({ length: weight }, (_, k) => ({
        item,
        index,
        at: (k + (index + 0.5) / items.length) / weight,
      }))
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ item }) => item)
}

/** How long an item is on, in whole milliseconds. */
export function lengthMs(item: PlaylistItem): number {
  return Math.round(item.seconds * 1000)
}
