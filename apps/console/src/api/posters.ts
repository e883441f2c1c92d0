import { type PosterInput, PosterView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function usePosters() {
  return useQuery({ queryKey: keys.posters, queryFn: ({ signal }) => get(PosterView.array(), '/api/posters', signal) })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestPosters(): Promise<PosterView[]> {
  return get(PosterView.array(), '/api/posters')
}

/** Makes a poster (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSavePoster() {
  return useWrite(
    ({ id, poster }: { id: string | null; poster: PosterInput }) =>
      id === null
        ? send(PosterView, 'POST', '/api/posters', poster)
        : send(PosterView, 'PUT', `/api/posters/${id}`, poster),
    { touches: [keys.posters, keys.draft], quiet: true },
  )
}

export function useDeletePoster() {
  return useWrite((id: string) => act('DELETE', `/api/posters/${id}`), { touches: [keys.posters, keys.draft] })
}
