import type { AssetFolder, AssetFolderInput, Id } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import texts from './assets.texts.json' with { type: 'json' }
import type { FolderStore } from './folders.store.ts'

/** Deeper than this nobody finds anything. */
const MAX_DEPTH = 8

export type FoldersService = {
  list: () => Promise<AssetFolder[]>
  /** Makes a folder; one of this name in the same place is given as it is, so that trying again does no harm. */
  create: (input: AssetFolderInput, actor: Actor) => Promise<AssetFolder>
  /** Renames or moves. */
  replace: (id: Id, input: AssetFolderInput, actor: Actor) => Promise<AssetFolder>
  /** What is in it goes to its parent. */
  remove: (id: Id, actor: Actor) => Promise<void>
}

/** Folders of the library. `malformed`, `already-exists`, `conflict`, `not-found`; `in-use` for one with folders in it. */
export function foldersService(deps: ServiceDeps & { store: FolderStore }): FoldersService {
  const { store } = deps
  const found = async (id: Id): Promise<AssetFolder> => {
    const folder = (await store.list()).find((each) => each.id === id)
    if (folder === undefined) throw new AppError('not-found')
    return folder
  }
  return {
    list: store.list,
    create: async ({ name, parentId }, actor) => {
      const all = await store.list()
      refusePlace(all, null, parentId)
      const known = all.find((each) => each.parentId === parentId && each.name === name)
      if (known !== undefined) return known
      const folder = { id: deps.newId(), name, parentId, version: 1, createdAt: deps.now().toISOString() }
      if (!(await store.insert(folder))) throw new AppError('already-exists', sentence(texts.folderNameTaken))
      await deps.audit(actor, 'asset-folder.create', folder.id, { name })
      deps.announce('assets')
      return folder
    },
    replace: async (id, { name, parentId, version }, actor) => {
      const before = await found(id)
      const all = await store.list()
      refusePlace(all, id, parentId)
      if (all.some((each) => each.id !== id && each.parentId === parentId && each.name === name)) {
        throw new AppError('already-exists', sentence(texts.folderNameTaken))
      }
      const folder = { ...before, name, parentId, version: version + 1 }
      if (!(await store.replace(folder, version))) throw new AppError('conflict')
      await deps.audit(actor, 'asset-folder.change', id, { name, parentId })
      deps.announce('assets')
      return folder
    },
    remove: async (id, actor) => {
      const folder = await found(id)
      const inside = (await store.list()).some((each) => each.parentId === id)
      if (inside) throw new AppError('in-use', sentence(texts.folderHasFolders))
      await store.remove(folder)
      await deps.audit(actor, 'asset-folder.delete', id, { name: folder.name })
      deps.announce('assets')
    },
  }
}

/** A folder goes into one that is there, not into itself or what is in it, and not too deep. */
function refusePlace(all: readonly AssetFolder[], id: Id | null, parentId: Id | null): void {
  const refuse = (text: { ja: string; en: string }) =>
    new AppError('malformed', sentence(text), [{ path: 'parentId', message: sentence(text) }])
  let [at, depth] = [parentId, 1 + (id === null ? 0 : depthBelow(all, id))]
  while (at !== null) {
    const parent = all.find((each) => each.id === at)
    if (parent === undefined) throw refuse(texts.folderGone)
    if (parent.id === id) throw refuse(texts.folderIntoItself)
    depth += 1
    if (depth > MAX_DEPTH) throw refuse(texts.folderTooDeep)
    at = parent.parentId
  }
}

function depthBelow(all: readonly AssetFolder[], id: Id): number {
  const inside = all.filter((each) => each.parentId === id)
  return inside.length === 0 ? 0 : 1 + Math.max(...inside.map((each) => depthBelow(all, each.id)))
}
