import { reaches } from '@akari/programme'
import type { Id, PlaylistView } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import type { MediaAsset, OpenTakeover, TargetDisplay } from './features/programme/content.ts'
import { refuseOthers } from './features/responsibility.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { takeoversService } from './features/takeovers/takeovers.service.ts'
import { takeoverStore } from './features/takeovers/takeovers.store.ts'

type Deps = ServiceDeps & {
  db: MainDatabase
  displays: () => Promise<readonly TargetDisplay[]>
  playlist: (id: Id) => Promise<Omit<PlaylistView, 'usedInEntries'> | null>
  assets: () => Promise<readonly MediaAsset[]>
  /** Makes the pictures that a display of these pixels needs and that are not there yet. */
  prepareRenditions: (
    assetIds: readonly Id[],
    size: { widthPx: number; heightPx: number },
    made: () => void,
  ) => Promise<void>
  relay: () => Promise<void>
}

/** The takeovers that are open, for whatever compiles or lays them on. */
export function openTakeoversOf(db: MainDatabase): () => Promise<OpenTakeover[]> {
  return takeoverStore(db).open
}

/** Wires what staff let take over: published at once, with its pictures made for the displays it reaches. */
export function wireTakeovers({ db, displays, playlist, assets, prepareRenditions, relay, ...common }: Deps) {
  return takeoversService({
    ...common,
    store: takeoverStore(db),
    playlist: async (id) => {
      const held = await playlist(id)
      if (held === null) return null
      const { version: _version, updatedAt: _updatedAt, ...copy } = held
      return copy
    },
    reachedBy: async (actor, targets) => {
      const reached = (await displays()).filter((display) => reaches(targets, display))
      refuseOthers(actor, reached)
      return reached.length
    },
    prepare: async ({ targets, playlist: { items } }) => {
      const shown = new Set(items.flatMap(({ scene }) => (scene.kind === 'asset' ? [scene.assetId] : [])))
      const ids = (await assets())
        .filter(({ id, variantOf }) => shown.has(id) || (variantOf !== null && shown.has(variantOf)))
        .map(({ id }) => id)
      const reached = (await displays()).filter((display) => reaches(targets, display))
      const sizes = new Map(reached.map(({ profile }) => [`${profile.widthPx}x${profile.heightPx}`, profile]))
      for (const size of sizes.values()) await prepareRenditions(ids, size, () => undefined)
    },
    publish: relay,
  })
}
