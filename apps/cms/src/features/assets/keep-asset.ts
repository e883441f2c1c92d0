import { type AssetView, type Id, type Texts, WHOLE } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { AssetBin } from './asset-bin.ts'
import type { AssetStore } from './assets.store.ts'
import type { Ingested } from './ingest.ts'
import { safeFilename } from './safe-filename.ts'
import type { StoredAsset } from './stored-asset.ts'

/** What whoever brings a file says about it. The filename is for display only. */
export type About = {
  filename: string
  title: Texts
  folderId?: Id | null
  /** The asset whose file this one takes the place of, as it was when that was decided. */
  replaces?: { assetId: Id; version: number } | null
}
/** `present`: the file was in the library already; `restored`: it was in the bin and is back; `replaced`: a new version. */
export type Received =
  | { asset: AssetView; how: 'new' | 'present' | 'restored' | 'replaced' }
  /** The pages of a document are drawn one after the other; this job tells how far it is. */
  | { how: 'document'; jobId: Id }
export type Kept = Exclude<Received, { how: 'document' }>

type Deps = ServiceDeps & {
  store: AssetStore
  folders: { exists: (id: Id) => Promise<boolean> }
  bin: AssetBin
  viewOf: (id: Id) => Promise<AssetView>
}
type Keep = (ingested: Ingested, levels: StoredAsset['levels'], about: About, actor: Actor) => Promise<Kept>

/** A new asset, or the one whose file this is. Whoever brings the same file, at the same time or years later, means that one. */
export function assetKeeper(deps: Deps): Keep {
  return async (ingested, levels, about, actor) => {
    const same = await deps.store.ofFile(ingested.file.sha256)
    if (same !== null) return present(deps, same, actor)
    const isThere = about.folderId != null && (await deps.folders.exists(about.folderId))
    const said = { title: about.title, filename: safeFilename(about.filename), levels }
    const by = { at: deps.now().toISOString(), name: nameOf(actor) }
    const asset = fresh(ingested, { ...said, folderId: isThere ? (about.folderId ?? null) : null }, by)
    const id = await insertedAs(deps, asset)
    if (id === null) return { asset: await deps.viewOf(asset.id), how: 'present' }
    await deps.audit(actor, 'asset.create', id, { filename: asset.filename, sha256: asset.file.sha256 })
    deps.announce('assets')
    return { asset: await deps.viewOf(id), how: 'new' }
  }
}

type Said = Pick<StoredAsset, 'title' | 'filename' | 'levels' | 'folderId'>

function fresh(ingested: Ingested, said: Said, by: { at: string; name: string }): StoredAsset {
  return {
    ...ingested,
    ...said,
    id: `asset-${ingested.file.sha256.slice(0, 32)}`,
    alt: null,
    variantOf: null,
    language: null,
    tags: [],
    validFrom: null,
    validUntil: null,
    framing: WHOLE,
    createdAt: by.at,
    updatedAt: by.at,
    fileVersion: 1,
    version: 1,
    fileAt: by.at,
    fileBy: by.name,
    restoredFrom: null,
    deletedAt: null,
    deletedBy: null,
  }
}

/** Under its content's name, so that two at once are one; under another where that asset has a newer file by now. */
async function insertedAs(deps: Deps, asset: StoredAsset): Promise<Id | null> {
  if (await deps.store.insert(asset)) return asset.id
  const holder = await deps.store.find(asset.id)
  if (holder?.file.sha256 === asset.file.sha256) return null
  const id = deps.newId()
  await deps.store.insert({ ...asset, id })
  return id
}

async function present(deps: Deps, same: StoredAsset, actor: Actor): Promise<Kept> {
  if (same.deletedAt === null) return { asset: await deps.viewOf(same.id), how: 'present' }
  await deps.bin.bulk({ ids: [same.id], change: { kind: 'restore' } }, actor)
  return { asset: await deps.viewOf(same.id), how: 'restored' }
}
