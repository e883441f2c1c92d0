import type { Instant, PublishWarning } from '@akari/protocol'
import type { Draft, DraftIndex } from './content.ts'
import { assetIdOf } from './scene.ts'

const DAY_MS = 86_400_000
/** So long ahead staff are told that something will no longer be shown. */
const EXPIRING_DAYS = 7

type Item = Draft['playlists'][number]['items'][number]

/** What is about the assets of a playlist themselves: their dates, and whether a display can play them. */
export function assetWarnings(items: readonly Item[], draft: DraftIndex, now: Instant): PublishWarning[] {
  return items.flatMap((item): PublishWarning[] => {
    const asset = draft.asset.get(assetIdOf(item.scene, draft) ?? '')
    if (asset === undefined) return []
    const subject = asset.title.ja
    if (isConverting(item, draft)) return [{ code: 'asset-not-ready', subject }]
    if (asset.validUntil === null) return []
    const leftMs = Date.parse(asset.validUntil) - Date.parse(now)
    if (leftMs <= 0) return [{ code: 'asset-expired', subject }]
    return leftMs <= EXPIRING_DAYS * DAY_MS ? [{ code: 'asset-expiring', subject }] : []
  })
}

/** Does it show a film that no display can play until it is converted? */
export function isConverting(item: Item, draft: DraftIndex): boolean {
  const asset = draft.asset.get(assetIdOf(item.scene, draft) ?? '')
  return asset !== undefined && !asset.playable && !asset.renditions.some(({ purpose }) => purpose === 'film')
}
