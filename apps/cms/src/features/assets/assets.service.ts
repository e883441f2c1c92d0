import type { AssetPatch, AssetView, FileRef, Id, Sha256, Texts } from '@akari/protocol'
import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { assetViews, type UsingPlaylist, usesOf } from './asset-views.ts'
import type { AssetStore, StoredAsset } from './assets.store.ts'
import texts from './assets.texts.json' with { type: 'json' }
import { type Ingested, type IngestDeps, ingest } from './ingest.ts'
import { safeFilename } from './safe-filename.ts'
import { readVenueFolder } from './venue-folder.ts'

/** What whoever brings a file says about it. The filename is for display only. */
export type About = { filename: string; title: Texts }
export type ServedFile = { path: string; sha256: Sha256; mediaType: string }

export type AssetsService = {
  list: () => Promise<AssetView[]>
  /** Every asset with its files and renditions, for compiling programmes. */
  media: () => Promise<StoredAsset[]>
  /** Takes in the file at `path` (it is used up). The same content twice gives the asset that is there already. */
  ingest: (path: string, about: About, actor: Actor) => Promise<AssetView>
  /** Takes in the folder of an IMDF 1.0 archive as a venue. */
  importVenue: (folder: string, title: Texts, actor: Actor) => Promise<AssetView>
  patch: (id: Id, patch: z.infer<typeof AssetPatch>, actor: Actor) => Promise<AssetView>
  remove: (id: Id, actor: Actor) => Promise<void>
  /** A file of some asset or rendition; `not-found` otherwise. */
  file: (sha256: Sha256) => Promise<ServedFile>
  thumbnail: (id: Id) => Promise<ServedFile>
  /** Where a file is that someone has the right to name; its asset may be gone from the library since. */
  served: (file: FileRef) => ServedFile
}

export type AssetsDeps = Omit<ServiceDeps, 'newId'> &
  IngestDeps & { store: AssetStore; playlists: () => Promise<readonly UsingPlaylist[]> }

/** Media files and venues. `media-refused` with the reason, `in-use`, `already-exists`, `not-found`. */
export function assetsService(deps: AssetsDeps): AssetsService {
  const { store } = deps
  const served = ({ sha256, mediaType }: Pick<FileRef, 'sha256' | 'mediaType'>): ServedFile => ({
    path: deps.files.pathOf(sha256),
    sha256,
    mediaType,
  })
  const viewOf = async (id: Id): Promise<AssetView> => {
    const views = assetViews(await store.list(), await deps.playlists())
    const view = views.find((candidate) => candidate.id === id)
    if (view === undefined) throw new AppError('not-found')
    return view
  }
  const keep = async (ingested: Ingested, levels: StoredAsset['levels'], about: About, actor: Actor) => {
    const asset = {
      ...ingested,
      id: idOf(ingested.file.sha256),
      title: about.title,
      filename: safeFilename(about.filename),
      variantOf: null,
      language: null,
      levels,
      createdAt: deps.now().toISOString(),
    }
    if (await store.insert(asset)) {
      await deps.audit(actor, 'asset.create', asset.id, { filename: asset.filename, sha256: asset.file.sha256 })
      deps.announce('assets')
    }
    return viewOf(asset.id)
  }
  return {
    list: async () => assetViews(await store.list(), await deps.playlists()),
    media: () => store.list(),
    ingest: async (path, about, actor) => keep(await ingest(deps, path), [], about, actor),
    importVenue: async (folder, title, actor) => {
      const { document, levels } = await readVenueFolder(folder)
      const file = await deps.files.write(document, 'application/json')
      const unseen = { width: null, height: null, durationMs: null, probed: true, renditions: [] }
      return keep({ kind: 'venue', file, ...unseen }, levels, { filename: 'venue.json', title }, actor)
    },
    patch: async (id, patch, actor) => {
      const asset = await found(store, id)
      const title = patch.title ?? asset.title
      if (patch.variantOf === undefined) await store.describe({ ...asset, title })
      else {
        if (patch.variantOf !== null) refuseVariant(asset, patch.variantOf, await store.list())
        const { assetId: variantOf, language } = patch.variantOf ?? { assetId: null, language: null }
        await store.describe({ id, title, variantOf, language })
      }
      await deps.audit(actor, 'asset.change', id, patch)
      deps.announce('assets')
      return viewOf(id)
    },
    remove: async (id, actor) => {
      const uses = usesOf(id, await deps.playlists())
      if (uses.length > 0) {
        const names = uses.map(({ name }) => name).join('、')
        throw new AppError('in-use', sentence(texts.usedInPlaylists, { names }))
      }
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'asset.delete', id)
      deps.announce('assets')
    },
    file: async (sha256) => {
      const mediaType = await store.mediaTypeOf(sha256)
      if (mediaType === null) throw new AppError('not-found')
      return served({ sha256, mediaType })
    },
    thumbnail: async (id) => {
      const { renditions } = await found(store, id)
      const file = renditions.find((rendition) => rendition.purpose === 'thumbnail')?.file
      if (file === undefined) throw new AppError('not-found')
      return served(file)
    },
    served,
  }
}

/** An asset is its content: whoever brings the same file, at the same time or years later, means this one. */
function idOf(sha256: Sha256): Id {
  return `asset-${sha256.slice(0, 32)}`
}

async function found(store: AssetStore, id: Id): Promise<StoredAsset> {
  const asset = await store.find(id)
  if (asset === null) throw new AppError('not-found')
  return asset
}

function refuseVariant(
  asset: StoredAsset,
  wanted: NonNullable<z.infer<typeof AssetPatch>['variantOf']>,
  all: readonly StoredAsset[],
): void {
  const field = (text: { ja: string; en: string }) =>
    new AppError('malformed', sentence(text), [{ path: 'variantOf', message: sentence(text) }])
  const base = all.find((candidate) => candidate.id === wanted.assetId)
  if (base === undefined) throw field(texts.variantOfNothing)
  if (base.kind !== asset.kind || base.kind === 'venue') throw field(texts.variantOfOtherKind)
  const hasVariants = all.some((candidate) => candidate.variantOf === asset.id)
  if (base.id === asset.id || base.variantOf !== null || hasVariants) throw field(texts.variantChain)
  const taken = all.some(
    (other) => other.id !== asset.id && other.variantOf === base.id && other.language === wanted.language,
  )
  if (taken) throw new AppError('already-exists', sentence(texts.variantTaken))
}
