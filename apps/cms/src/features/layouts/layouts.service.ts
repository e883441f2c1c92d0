import type { DraftItem, DraftZone, Id, LayoutInput, LayoutView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { LayoutStore, StoredLayout } from './layouts.store.ts'
import texts from './layouts.texts.json' with { type: 'json' }

export type LayoutsService = {
  list: () => Promise<LayoutView[]>
  create: (input: LayoutInput, actor: Actor) => Promise<LayoutView>
  replace: (id: Id, input: LayoutInput, actor: Actor) => Promise<LayoutView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

/** A playlist as far as layouts care. */
export type ZonePlaylist = { id: Id; name: string; items: readonly Pick<DraftItem, 'scene'>[] }

export type LayoutsDeps = ServiceDeps & {
  store: LayoutStore
  playlists: () => Promise<readonly ZonePlaylist[]>
  /** The same, and the copies that open takeovers play. */
  everythingPlayed: () => Promise<readonly ZonePlaylist[]>
}

/**
 * How the glass may be shared, as staff draw it. Writes throw `conflict` on an old version, `not-found`, `malformed` for a zone
 * whose playlist is not there or holds a layout itself, and `in-use` on deletion.
 */
export function layoutsService(deps: LayoutsDeps): LayoutsService {
  const { store } = deps
  const viewOf = (layout: StoredLayout, playlists: readonly ZonePlaylist[]): LayoutView => ({
    ...layout,
    usedIn: playlists.filter(shows(layout.id)).map(({ id, name }) => ({ playlistId: id, name })),
  })
  const kept = (input: LayoutInput, id: Id): StoredLayout => ({
    ...input,
    id,
    version: input.version + 1,
    updatedAt: deps.now().toISOString(),
  })
  return {
    list: async () => {
      const [layouts, playlists] = [await store.list(), await deps.playlists()]
      return layouts.map((layout) => viewOf(layout, playlists))
    },
    create: async (input, actor) => {
      const playlists = await deps.playlists()
      refuseZones(input, playlists)
      const layout = kept({ ...input, version: 0 }, deps.newId())
      await store.insert(layout)
      await deps.audit(actor, 'layout.create', layout.id, { name: layout.name })
      deps.announce('layouts')
      return viewOf(layout, playlists)
    },
    replace: async (id, input, actor) => {
      const playlists = await deps.playlists()
      refuseZones(input, playlists)
      const layout = kept(input, id)
      if (!(await store.replace(layout, input.version))) {
        throw new AppError((await store.find(id)) === null ? 'not-found' : 'conflict')
      }
      await deps.audit(actor, 'layout.change', id, { name: layout.name, version: layout.version })
      deps.announce('layouts')
      return viewOf(layout, playlists)
    },
    remove: async (id, actor) => {
      const names = (await deps.everythingPlayed()).filter(shows(id)).map(({ name }) => name)
      if (names.length > 0) throw new AppError('in-use', sentence(texts.usedInPlaylists, { names: names.join('、') }))
      const layout = await store.find(id)
      if (layout === null || !(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'layout.delete', id, { name: layout.name })
      deps.announce('layouts')
    },
  }
}

/** The layouts with a zone in which this playlist runs, by name. */
export function layoutsRunning(layouts: readonly StoredLayout[], playlistId: Id): string[] {
  return layouts
    .filter(({ landscape = [], portrait = [] }) =>
      [...landscape, ...portrait].some((zone) => zone.playlistId === playlistId),
    )
    .map(({ name }) => name)
}

function shows(layoutId: Id): (playlist: ZonePlaylist) => boolean {
  return ({ items }) => items.some(({ scene }) => scene.kind === 'layout' && scene.layoutId === layoutId)
}

function refuseZones({ landscape = [], portrait = [] }: LayoutInput, playlists: readonly ZonePlaylist[]): void {
  const problems = [
    ...landscape.flatMap((zone, index) => zoneProblem(zone, `landscape.${index}`, playlists)),
    ...portrait.flatMap((zone, index) => zoneProblem(zone, `portrait.${index}`, playlists)),
  ]
  const [first] = problems
  if (first !== undefined) throw new AppError('malformed', first.message, problems)
}

function zoneProblem({ playlistId }: DraftZone, place: string, playlists: readonly ZonePlaylist[]) {
  const playlist = playlists.find(({ id }) => id === playlistId)
  const path = `${place}.playlistId`
  if (playlist === undefined) return [{ path, message: sentence(texts.playlistUnknown) }]
  if (!playlist.items.some(({ scene }) => scene.kind === 'layout')) return []
  return [{ path, message: sentence(texts.playlistHoldsLayout, { name: playlist.name }) }]
}
