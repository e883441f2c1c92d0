import type { DraftItem, Instant } from '@akari/protocol'
import type { DraftIndex } from './content.ts'
import { assetIdOf } from './scene.ts'

type Dates = Pick<DraftItem, 'validFrom' | 'validUntil'>

/** When an item may be shown: its own dates and those of its asset (掲載期限), whichever is narrower. */
export function withinAssetDates(item: DraftItem, draft: DraftIndex): Dates {
  const asset = draft.asset.get(assetIdOf(item.scene, draft) ?? '')
  if (asset === undefined) return { validFrom: item.validFrom, validUntil: item.validUntil }
  return {
    validFrom: later(item.validFrom, asset.validFrom, 1),
    validUntil: later(item.validUntil, asset.validUntil, -1),
  }
}

/** The later of two moments, or with -1 the earlier; one that is null does not count. */
function later(a: Instant | null, b: Instant | null, sign: 1 | -1): Instant | null {
  if (a === null || b === null) return a ?? b
  return sign * (Date.parse(a) - Date.parse(b)) >= 0 ? a : b
}
