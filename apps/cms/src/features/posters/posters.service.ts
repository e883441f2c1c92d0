import type { Id, PosterInput, PosterView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { posterFaults } from './poster-faults.ts'
import type { PosterStore, StoredPoster } from './posters.store.ts'
import texts from './posters.texts.json' with { type: 'json' }

export type PostersService = {
  list: () => Promise<PosterView[]>
  create: (input: PosterInput, actor: Actor) => Promise<PosterView>
  replace: (id: Id, input: PosterInput, actor: Actor) => Promise<PosterView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

export type PostersDeps = ServiceDeps & {
  store: PosterStore
  /** The playlists with an item that shows each poster; posters without any may be missing. */
  usesOf: () => Promise<ReadonlyMap<Id, PosterView['usedIn']>>
  isPicture: (assetId: Id) => Promise<boolean>
}

/**
 * Posters as staff fill them in. Writes throw `malformed` with the field that cannot be, `conflict` on an old version,
 * `not-found`, and `in-use` on deletion.
 */
export function postersService(deps: PostersDeps): PostersService {
  const { store } = deps
  const view = async (poster: StoredPoster): Promise<PosterView> => ({
    ...poster,
    usedIn: (await deps.usesOf()).get(poster.id) ?? [],
  })
  const checked = async ({ title, poster, pictureId }: PosterInput) => {
    const faults = posterFaults(poster)
    if (pictureId !== null && !(await deps.isPicture(pictureId)))
      faults.push({ path: 'pictureId', message: sentence(texts.noPicture) })
    if (faults.length > 0) throw new AppError('malformed', undefined, faults)
    return { title, poster, pictureId, updatedAt: deps.now().toISOString() }
  }
  return {
    list: async () => {
      const [posters, uses] = [await store.list(), await deps.usesOf()]
      return posters.map((poster) => ({ ...poster, usedIn: uses.get(poster.id) ?? [] }))
    },
    create: async (input, actor) => {
      const poster = { ...(await checked(input)), id: deps.newId(), version: 1 }
      await store.insert(poster)
      await deps.audit(actor, 'poster.create', poster.id, { title: poster.title.ja })
      deps.announce('playlists')
      return view(poster)
    },
    replace: async (id, input, actor) => {
      const poster = { ...(await checked(input)), id, version: input.version + 1 }
      if (!(await store.replace(poster, input.version))) {
        throw new AppError((await store.find(id)) === null ? 'not-found' : 'conflict')
      }
      await deps.audit(actor, 'poster.change', id, { title: poster.title.ja, version: poster.version })
      deps.announce('playlists')
      return view(poster)
    },
    remove: async (id, actor) => {
      const uses = (await deps.usesOf()).get(id) ?? []
      if (uses.length > 0) {
        const names = uses.map(({ name }) => name).join('、')
        throw new AppError('in-use', sentence(texts.usedInPlaylists, { names }))
      }
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'poster.delete', id)
      deps.announce('playlists')
    },
  }
}
