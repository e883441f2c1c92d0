import type { FileRef, Id, Texts } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import type { AssetVersions } from './asset-versions.ts'
import type { AssetStore } from './assets.store.ts'
import type { assetKeeper } from './keep-asset.ts'
import type { StoredAsset } from './stored-asset.ts'

/** A Venue document for slides, and the levels to choose from. */
export type VenueDrawing = { title: Texts; document: Uint8Array; levels: StoredAsset['levels'] }
export type KeepVenue = (assetId: Id | null, drawing: VenueDrawing, actor: Actor) => Promise<Id>

type Deps = {
  store: AssetStore
  write: (data: Uint8Array, mediaType: string) => Promise<FileRef>
  keep: ReturnType<typeof assetKeeper>
  versions: AssetVersions
}

const FILENAME = 'venue.json'
const UNSEEN = { width: null, height: null, durationMs: null, probed: true, playable: true, renditions: [] }

/**
 * Brings the asset of a venue up to date: its next file where it is in the library, a new asset where it is not (any more). What
 * shows it follows at the next publication of the programme.
 */
export function venueKeeper({ store, write, keep, versions }: Deps): KeepVenue {
  return async (assetId, { title, document, levels }, actor) => {
    const file = await write(document, 'application/json')
    const held = assetId === null ? null : await store.find(assetId)
    if (held === null || held.deletedAt !== null || held.kind !== 'venue') {
      const media = { kind: 'venue' as const, file, ...UNSEEN }
      return (await keep(media, levels, { filename: FILENAME, title }, actor)).asset.id
    }
    const sameLevels = JSON.stringify(held.levels) === JSON.stringify(levels)
    if (held.file.sha256 === file.sha256 && sameLevels) return held.id
    await versions.replace(held.id, held.version, { kind: 'venue', file, ...UNSEEN }, FILENAME, actor, levels)
    return held.id
  }
}
