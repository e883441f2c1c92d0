import type { Direction } from '@akari/programme'
import type { Play, Shown } from '@akari/protocol'

/** The last of the plays that had the whole glass at a moment; null: none is on record. */
export function playAt(plays: readonly Play[], atMs: number): Play | null {
  const on = plays.filter(
    ({ startedAt, endedAt, shown }) =>
      Date.parse(startedAt) <= atMs &&
      atMs < Date.parse(endedAt) &&
      !(shown.kind === 'item' && shown.zoneId !== undefined),
  )
  return on.at(-1) ?? null
}

/** Is what was shown the same as what was decided here? */
export function agreesWith(shown: Shown, { layer, item, scene }: Direction): boolean {
  switch (shown.kind) {
    case 'item':
      return item !== null && shown.layer === layer && shown.itemId === item.itemId
    case 'emergency':
      return scene.kind === 'emergency'
    case 'guidance':
      return scene.kind === 'guidance'
    case 'closed':
    case 'fallback':
      return layer === shown.kind
    case 'visit':
      return item !== null
    case 'unrecorded':
      return false
  }
}
