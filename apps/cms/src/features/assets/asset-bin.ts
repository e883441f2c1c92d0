import type { AssetBulk, AssetBulkResult, BinnedAsset, Id } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import type { AssetUser } from '../asset-users.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { tidyTags } from './asset-changes.ts'
import { binViews, usesOf } from './asset-views.ts'
import type { AssetStore } from './assets.store.ts'
import type { StoredAsset } from './stored-asset.ts'

const MAX_TAGS = 30
const TRIES = 5

type Deps = Omit<ServiceDeps, 'newId'> & {
  store: AssetStore
  users: () => Promise<readonly AssetUser[]>
  folderExists: (id: Id) => Promise<boolean>
}
type Refused = AssetBulkResult['refused'][number]
type Change = AssetBulk['change']

export type AssetBin = {
  /** Changes many assets; each is done or refused for itself, with the reason. */
  bulk: (bulk: AssetBulk, actor: Actor) => Promise<AssetBulkResult>
  list: () => Promise<BinnedAsset[]>
}

/** Moving, tagging, deleting and taking back, for one asset or hundreds. */
export function assetBin(deps: Deps): AssetBin {
  return {
    bulk: async ({ ids, change }, actor) => {
      const done: Id[] = []
      const refused: Refused[] = []
      const users = change.kind === 'delete' ? await deps.users() : []
      for (const id of new Set(ids)) {
        const reason = await changeOne(deps, id, change, users, actor)
        if (reason === null) done.push(id)
        else refused.push(reason)
      }
      if (done.length > 0) deps.announce('assets')
      return { done, refused }
    },
    list: async () => binViews(await deps.store.bin()),
  }
}

async function changeOne(
  deps: Deps,
  id: Id,
  change: Change,
  users: readonly AssetUser[],
  actor: Actor,
): Promise<Refused | null> {
  const asset = await deps.store.find(id)
  const gone: Refused = { id, title: asset?.title ?? null, reason: 'not-found', usedIn: [] }
  if (asset === null) return gone
  switch (change.kind) {
    case 'restore':
      if (!(await deps.store.setDeleted(id, null))) return gone
      await deps.audit(actor, 'asset.restore', id, { title: asset.title.ja })
      return null
    case 'delete': {
      const usedIn = usesOf(asset.variantOf === null ? [id] : [id, asset.variantOf], users)
      if (usedIn.length > 0) return { ...gone, reason: 'in-use', usedIn }
      const deleted = { at: deps.now().toISOString(), by: nameOf(actor) }
      if (!(await deps.store.setDeleted(id, deleted))) return gone
      await deps.audit(actor, 'asset.delete', id, { title: asset.title.ja })
      return null
    }
    case 'move':
    case 'tag':
      return rewrite(deps, asset, change, actor)
  }
}

/** Moving and tagging do not care what else somebody changes at the same time, so they are tried again on top of it. */
async function rewrite(
  deps: Deps,
  asset: StoredAsset,
  change: Extract<Change, { kind: 'move' | 'tag' }>,
  actor: Actor,
): Promise<Refused | null> {
  const gone = { id: asset.id, title: asset.title, usedIn: [] }
  let current: StoredAsset | null = asset
  for (let attempt = 0; attempt < TRIES && current !== null && current.deletedAt === null; attempt++) {
    const next: StoredAsset = { ...current, ...(await rewritten(deps, current, change)) }
    if (next.tags.length > MAX_TAGS) return { ...gone, reason: 'too-many-tags' }
    const at = deps.now().toISOString()
    if (await deps.store.change({ ...next, version: current.version + 1, updatedAt: at })) {
      const { folderId, tags } = next
      await deps.audit(actor, `asset.${change.kind}`, asset.id, change.kind === 'move' ? { folderId } : { tags })
      return null
    }
    current = await deps.store.find(asset.id)
  }
  return { ...gone, reason: 'not-found' }
}

async function rewritten(
  deps: Deps,
  asset: StoredAsset,
  change: Extract<Change, { kind: 'move' | 'tag' }>,
): Promise<Partial<StoredAsset>> {
  if (change.kind === 'tag') {
    const gone = new Set(tidyTags(change.remove))
    return { tags: tidyTags([...asset.tags.filter((tag) => !gone.has(tag)), ...change.add]) }
  }
  // A folder that somebody deleted meanwhile is the top of the library.
  const isThere = change.folderId !== null && (await deps.folderExists(change.folderId))
  return { folderId: isThere ? change.folderId : null }
}
