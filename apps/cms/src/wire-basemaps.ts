import type { FileRef, Sha256 } from '@akari/protocol'
import type { MainDatabase } from './db/database.ts'
import type { FileStore } from './features/assets/file-store.ts'
import type { ImageProcess } from './features/assets/image-process.ts'
import { addBasemapRoutes } from './features/basemaps/basemaps.routes.ts'
import { basemapsService } from './features/basemaps/basemaps.service.ts'
import { basemapStore } from './features/basemaps/basemaps.store.ts'
import { startTilesThread, type TilesThread, TILES_WORKER_ENTRY } from './features/basemaps/check-tiles.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import type { Api } from './http/api.ts'

type Deps = Pick<ServiceDeps, 'now' | 'audit'> & {
  db: MainDatabase
  media: { files: Pick<FileStore, 'adopt'>; images: Pick<ImageProcess, 'ask'>; workDir: string }
  startThread?: () => TilesThread
}

const THREAD = { entry: TILES_WORKER_ENTRY, idleMs: 10_000, limitMs: 60_000, memoryMb: 512 }

/** Wires the street maps that staff send. */
export function wireBasemaps({ db, media, now, audit, startThread }: Deps) {
  const store = basemapStore(db)
  const basemaps = basemapsService({
    now,
    audit,
    store,
    thread: startThread?.() ?? startTilesThread(THREAD),
    adopt: media.files.adopt,
    redraw: async (input, output, { px, quality }) => {
      const size = { widthPx: px, heightPx: px, fit: 'inside', region: null } as const
      const drawn = await media.images.ask({ task: 'fit', input, output, quality, ...size })
      return drawn.ok ? drawn : null
    },
  })
  return {
    ...basemaps,
    /** Finds a file that was sent, be it in a board that is saved or not, or asks `published`. */
    fileOr: (published: (sha256: Sha256) => Promise<FileRef | null>) => async (sha256: Sha256) =>
      (await store.find(sha256))?.file ?? published(sha256),
    addRoutes: (api: Api): void => addBasemapRoutes(api, basemaps, media.workDir),
  }
}
