import { type AssetFileVersion, type AssetView, type Framing, type Id, WHOLE } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { versionView } from './asset-views.ts'
import type { AssetStore } from './assets.store.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { Ingested } from './ingest.ts'
import { safeFilename } from './safe-filename.ts'
import type { StoredAsset, StoredVersion } from './stored-asset.ts'

type Deps = Omit<ServiceDeps, 'newId'> & { store: AssetStore; viewOf: (id: Id) => Promise<AssetView> }

export type AssetVersions = {
  list: (id: Id) => Promise<AssetFileVersion[]>
  /** Makes an ingested file the newest version; what uses the asset follows at the next publication. `levels`: of a venue. */
  replace: (
    id: Id,
    expected: number,
    ingested: Ingested,
    filename: string,
    actor: Actor,
    levels?: StoredAsset['levels'],
  ) => Promise<AssetView>
  /** Brings an older file back, as a new version. */
  restore: (id: Id, number: number, expected: number, actor: Actor) => Promise<AssetView>
}

/** The files an asset was and is. `not-found`, `conflict` on an old version, `media-refused` for a file of another kind. */
export function assetVersions(deps: Deps): AssetVersions {
  const append = async (asset: StoredAsset, expected: number, version: StoredVersion, actor: Actor) => {
    if (!(await deps.store.addVersion(asset, expected, version))) throw new AppError('conflict')
    const { number, filename, restoredFrom } = version
    const detail = { number, filename, sha256: version.file.sha256 }
    await deps.audit(actor, restoredFrom === null ? 'asset.replace' : 'asset.revert', asset.id, {
      ...detail,
      ...(restoredFrom === null ? {} : { restoredFrom }),
    })
    deps.announce('assets')
    return deps.viewOf(asset.id)
  }
  const numbered = (asset: StoredAsset, actor: Actor) => ({
    number: asset.fileVersion + 1,
    fileAt: deps.now().toISOString(),
    fileBy: nameOf(actor),
  })
  return {
    list: async (id) => {
      await found(deps.store, id)
      return (await deps.store.versions(id)).map((version) => versionView(id, version))
    },
    replace: async (id, expected, ingested, filename, actor, levels) => {
      const asset = await found(deps.store, id)
      const { kind, ...file } = ingested
      if (kind !== asset.kind) throw new AppError('media-refused', sentence(texts.replacedByOtherKind))
      const framing = framingFor(asset, ingested)
      const version = {
        ...file,
        ...numbered(asset, actor),
        filename: safeFilename(filename),
        framing,
        restoredFrom: null,
      }
      return append({ ...asset, levels: levels ?? asset.levels }, expected, version, actor)
    },
    restore: async (id, number, expected, actor) => {
      const asset = await found(deps.store, id)
      const old = (await deps.store.versions(id)).find((version) => version.number === number)
      if (old === undefined) throw new AppError('not-found')
      return append(asset, expected, { ...old, ...numbered(asset, actor), restoredFrom: number }, actor)
    },
  }
}

/** Crops are for a picture of this shape; the focus point holds for most redrawn versions too. */
function framingFor(asset: StoredAsset, next: Pick<Ingested, 'width' | 'height'>): Framing {
  const [before, after] = [shape(asset), shape(next)]
  if (before === null || after === null) return WHOLE
  return Math.abs(before / after - 1) < 0.01 ? asset.framing : { ...asset.framing, crops: {} }
}

function shape({ width, height }: Pick<Ingested, 'width' | 'height'>): number | null {
  return width === null || height === null ? null : width / height
}

/** An asset of the library; what is in the bin has to be taken out first. */
export async function found(store: AssetStore, id: Id): Promise<StoredAsset> {
  const asset = await store.find(id)
  if (asset === null || asset.deletedAt !== null) throw new AppError('not-found')
  return asset
}
