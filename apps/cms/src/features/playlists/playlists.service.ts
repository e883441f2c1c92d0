import type { Id, PlaylistInput, PlaylistView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { PlaylistStore, StoredPlaylist } from './playlists.store.ts'
import texts from './playlists.texts.json' with { type: 'json' }

export type PlaylistsService = {
  list: () => Promise<PlaylistView[]>
  exists: (id: Id) => Promise<boolean>
  create: (input: PlaylistInput, actor: Actor) => Promise<PlaylistView>
  replace: (id: Id, input: PlaylistInput, actor: Actor) => Promise<PlaylistView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

export type PlaylistsDeps = ServiceDeps & {
  store: PlaylistStore
  /** How many schedule entries name each playlist; playlists without any may be missing. */
  entryCounts: () => Promise<ReadonlyMap<Id, number>>
  /** Names of the displays that fall back to this playlist. */
  displaysDefaultingTo: (playlistId: Id) => Promise<readonly string[]>
  /** Names of the layouts with a zone in which this playlist runs. */
  layoutsRunning: (playlistId: Id) => Promise<readonly string[]>
}

/** Playlists as staff edit them. Writes throw `conflict` on an old version, `not-found`, and `in-use` on deletion. */
export function playlistsService(deps: PlaylistsDeps): PlaylistsService {
  const { store } = deps
  const view = async (playlist: StoredPlaylist): Promise<PlaylistView> => ({
    ...playlist,
    usedInEntries: (await deps.entryCounts()).get(playlist.id) ?? 0,
  })
  return {
    list: async () => {
      const [playlists, counts] = [await store.list(), await deps.entryCounts()]
      return playlists.map((playlist) => ({ ...playlist, usedInEntries: counts.get(playlist.id) ?? 0 }))
    },
    exists: async (id) => (await store.find(id)) !== null,
    create: async (input, actor) => {
      refuseBadItems(input)
      const playlist = { ...asKept(input), id: deps.newId(), version: 1, updatedAt: deps.now().toISOString() }
      await store.insert(playlist)
      await deps.audit(actor, 'playlist.create', playlist.id, { name: playlist.name })
      deps.announce('playlists')
      return view(playlist)
    },
    replace: async (id, input, actor) => {
      refuseBadItems(input)
      await refuseNesting(deps, id, input)
      const playlist = { ...asKept(input), id, version: input.version + 1, updatedAt: deps.now().toISOString() }
      if (!(await store.replace(playlist, input.version))) {
        throw new AppError((await store.find(id)) === null ? 'not-found' : 'conflict')
      }
      await deps.audit(actor, 'playlist.change', id, { name: playlist.name, version: playlist.version })
      deps.announce('playlists')
      return view(playlist)
    },
    remove: async (id, actor) => {
      await refuseWhileUsed(deps, id)
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'playlist.delete', id)
      deps.announce('playlists')
    },
  }
}

/** What has its usual value is left out, so that programmes change only with what is shown. */
function asKept({ name, items, sync, campaign, transition, version }: PlaylistInput): PlaylistInput {
  return {
    name,
    items: items.map(({ weight = 1, ...item }) => (weight === 1 ? item : { ...item, weight })),
    ...(sync === true ? { sync } : {}),
    ...(campaign === true ? { campaign } : {}),
    ...(transition === 'cut' ? { transition } : {}),
    version,
  }
}

/** An item that appears twice, or one that ends before it begins: what never comes is nothing that anybody wants. */
function refuseBadItems(input: PlaylistInput): void {
  const seen = new Set<Id>()
  for (const [index, item] of input.items.entries()) {
    if (seen.has(item.id)) {
      throw new AppError('malformed', undefined, [{ path: `items.${index}.id`, message: sentence(texts.itemTwice) }])
    }
    seen.add(item.id)
    if (endsBeforeItStarts(item)) {
      const message = sentence(texts.endsBeforeItStarts, { place: String(index + 1) })
      throw new AppError('malformed', message, [{ path: `items.${index}.validUntil`, message }])
    }
  }
}

function endsBeforeItStarts({ validFrom, validUntil }: PlaylistInput['items'][number]): boolean {
  return validFrom !== null && validUntil !== null && Date.parse(validUntil) <= Date.parse(validFrom)
}

/** A zone cannot show a layout. */
async function refuseNesting(deps: PlaylistsDeps, id: Id, { items }: PlaylistInput): Promise<void> {
  const index = items.findIndex(({ scene }) => scene.kind === 'layout')
  if (index === -1) return
  const names = await deps.layoutsRunning(id)
  if (names.length === 0) return
  const message = sentence(texts.layoutInZone, { names: names.join('、') })
  throw new AppError('malformed', message, [{ path: `items.${index}.scene`, message }])
}

async function refuseWhileUsed(deps: PlaylistsDeps, id: Id): Promise<void> {
  const entries = (await deps.entryCounts()).get(id) ?? 0
  if (entries > 0) throw new AppError('in-use', sentence(texts.usedInEntries, { count: String(entries) }))
  const displays = await deps.displaysDefaultingTo(id)
  if (displays.length > 0) throw new AppError('in-use', sentence(texts.usedByDisplays, { names: displays.join('、') }))
  const layouts = await deps.layoutsRunning(id)
  if (layouts.length > 0) throw new AppError('in-use', sentence(texts.usedInLayouts, { names: layouts.join('、') }))
}
