import type {
  AssetFileVersion,
  AssetHistory,
  AssetPatch,
  AssetUses,
  AssetView,
  FileRef,
  Id,
  Sha256,
} from '@akari/protocol'
import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { AssetUser } from '../asset-users.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { type AssetBin, assetBin } from './asset-bin.ts'
import { changed } from './asset-changes.ts'
import { assetVersions, found } from './asset-versions.ts'
import { assetViews } from './asset-views.ts'
import type { AssetStore } from './assets.store.ts'
import texts from './assets.texts.json' with { type: 'json' }
import { type IngestDeps, ingest, type Taken } from './ingest.ts'
import { type About, assetKeeper, type Kept, type Received } from './keep-asset.ts'
import { type KeepVenue, venueKeeper } from './keep-venue.ts'
import type { MediaJobs } from './media-jobs.service.ts'
import type { StoredAsset } from './stored-asset.ts'

export type ServedFile = { path: string; sha256: Sha256; mediaType: string }
export type AssetsService = {
  list: () => Promise<AssetView[]>
  /** Every asset with its files and renditions, for compiling programmes. */
  media: () => Promise<StoredAsset[]>
  /** Takes in the file at `path` (it is used up). The same content twice gives the asset that is there already. */
  receive: (path: string, about: About, actor: Actor) => Promise<Received>
  /** See keep-venue.ts. */
  keepVenue: KeepVenue
  patch: (id: Id, patch: z.infer<typeof AssetPatch>, actor: Actor) => Promise<AssetView>
  /** Which of these files are recordings of the library. */
  recordings: (files: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>
  /** Into the bin. */
  remove: (id: Id, actor: Actor) => Promise<void>
  bin: AssetBin
  versions: (id: Id) => Promise<AssetFileVersion[]>
  restoreVersion: (id: Id, number: number, expected: number, actor: Actor) => Promise<AssetView>
  uses: (id: Id) => Promise<AssetUses>
  history: (id: Id) => Promise<AssetHistory>
  /** A file of some asset or rendition; null otherwise. */
  file: (sha256: Sha256) => Promise<ServedFile | null>
  /** The small picture of an asset, or of one of its versions. */
  thumbnail: (id: Id, version?: number) => Promise<ServedFile>
  /** Where a file is that someone has the right to name; its asset may be gone from the library since. */
  served: (file: FileRef) => ServedFile
}

export type AssetsDeps = ServiceDeps &
  IngestDeps & {
    store: AssetStore
    folders: { list: () => Promise<readonly { id: Id }[]>; exists: (id: Id) => Promise<boolean> }
    users: () => Promise<readonly AssetUser[]>
    /** Where these playlists come up. */
    reachOf: (playlistIds: readonly Id[]) => Promise<AssetUses>
    historyOf: (subject: string) => Promise<AssetHistory>
    enqueue: MediaJobs['enqueue']
  }

/** Media files and venues. `media-refused` with the reason, `in-use`, `already-exists`, `conflict`, `not-found`. */
export function assetsService(deps: AssetsDeps): AssetsService {
  const { store } = deps
  const served = ({ sha256, mediaType }: Pick<FileRef, 'sha256' | 'mediaType'>): ServedFile => ({
    path: deps.files.pathOf(sha256),
    sha256,
    mediaType,
  })
  const list = async () => assetViews(await store.list(), await deps.users())
  const viewOf = async (id: Id): Promise<AssetView> => {
    const view = (await list()).find((candidate) => candidate.id === id)
    if (view === undefined) throw new AppError('not-found')
    return view
  }
  const bin = assetBin({ ...deps, folderExists: deps.folders.exists })
  const versions = assetVersions({ ...deps, viewOf })
  const keep = assetKeeper({ ...deps, viewOf, bin })
  return {
    list,
    media: store.list,
    receive: async (path, about, actor) => {
      const taken = await ingest(deps, path)
      if (taken.kind === 'document') return { how: 'document', jobId: await drawDocument(deps, taken, about, actor) }
      const replaces = about.replaces ?? null
      const kept: Kept =
        replaces === null
          ? await keep(taken.media, [], about, actor)
          : {
              how: 'replaced',
              asset: await versions.replace(replaces.assetId, replaces.version, taken.media, about.filename, actor),
            }
      if (taken.convert && (kept.how === 'new' || kept.how === 'replaced')) {
        await convert(deps, kept.asset.id, taken.media.file.sha256, { ...about, mediaType: taken.mediaType }, actor)
      }
      return kept
    },
    keepVenue: venueKeeper({ store, write: deps.files.write, keep, versions }),
    patch: async (id, patch, actor) => {
      const asset = await found(store, id)
      if (asset.version !== patch.version) throw new AppError('conflict')
      const folders = new Set((await deps.folders.list()).map((folder) => folder.id))
      const next = changed(asset, patch, { all: await store.list(), folders }, deps.now().toISOString())
      if (!(await store.change(next))) throw new AppError('conflict')
      const { version: _version, ...detail } = patch
      await deps.audit(actor, 'asset.change', id, detail)
      deps.announce('assets')
      return viewOf(id)
    },
    recordings: async (files) => {
      if (files.length === 0) return new Set()
      const wanted = new Set(files)
      const audio = (await store.list()).filter(({ kind, file }) => kind === 'audio' && wanted.has(file.sha256))
      return new Set(audio.map(({ file }) => file.sha256))
    },
    remove: async (id, actor) => {
      const { refused } = await bin.bulk({ ids: [id], change: { kind: 'delete' } }, actor)
      if (refused[0] === undefined) return
      if (refused[0].reason !== 'in-use') throw new AppError('not-found')
      const names = refused[0].usedIn.map(({ name }) => name).join('、')
      throw new AppError('in-use', sentence(texts.inUse, { names }))
    },
    bin,
    versions: versions.list,
    restoreVersion: async (id, number, expected, actor) => {
      const view = await versions.restore(id, number, expected, actor)
      const { file, filename, title } = await found(store, id)
      const about = { filename, title, mediaType: file.mediaType }
      if (!view.ready) await convert(deps, id, file.sha256, about, actor)
      return view
    },
    uses: async (id) => {
      const { usedIn } = await viewOf(id)
      const others = usedIn.filter(({ kind }) => kind !== 'playlist')
      const playlists = usedIn.filter(({ kind }) => kind === 'playlist').map((use) => use.id)
      return [...(await deps.reachOf(playlists)), ...others.map((use) => ({ ...use, entries: [], displays: [] }))]
    },
    history: async (id) => {
      await found(store, id)
      return deps.historyOf(id)
    },
    file: async (sha256) => {
      const mediaType = await store.mediaTypeOf(sha256)
      return mediaType === null ? null : served({ sha256, mediaType })
    },
    thumbnail: async (id, number) => {
      const asset = await store.find(id)
      const version = number === undefined ? asset : (await store.versions(id)).find((each) => each.number === number)
      const file = version?.renditions.find((rendition) => rendition.purpose === 'thumbnail')?.file
      if (file === undefined) throw new AppError('not-found')
      return served(file)
    },
    served,
  }
}

type Convert = Pick<About, 'filename' | 'title'> & { mediaType: string }

async function convert(deps: AssetsDeps, assetId: Id, source: Sha256, about: Convert, actor: Actor): Promise<void> {
  const { filename, title, mediaType } = about
  const said = { filename, title, mediaType, folderId: null }
  await deps.enqueue({ kind: 'transcode', assetId, sourceSha256: source, about: said, total: 100 }, actor)
}

function drawDocument(
  deps: AssetsDeps,
  taken: Extract<Taken, { kind: 'document' }>,
  { filename, title, folderId, replaces }: About,
  actor: Actor,
): Promise<Id> {
  if (replaces != null) throw new AppError('media-refused', sentence(texts.replacedByOtherKind))
  const about = { filename, title, folderId: folderId ?? null, mediaType: taken.file.mediaType }
  const { sha256: sourceSha256 } = taken.file
  return deps.enqueue({ kind: 'document', assetId: null, sourceSha256, about, total: taken.pages ?? 0 }, actor)
}
