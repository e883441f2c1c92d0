import { type LayoutInput, LayoutView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useLayouts() {
  return useQuery({ queryKey: keys.layouts, queryFn: ({ signal }) => get(LayoutView.array(), '/api/layouts', signal) })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestLayouts(): Promise<LayoutView[]> {
  return get(LayoutView.array(), '/api/layouts')
}

/** Makes a layout (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSaveLayout() {
  return useWrite(
    ({ id, layout }: { id: string | null; layout: LayoutInput }) =>
      id === null
        ? send(LayoutView, 'POST', '/api/layouts', layout)
        : send(LayoutView, 'PUT', `/api/layouts/${id}`, layout),
    { touches: [keys.layouts, keys.draft], quiet: true },
  )
}

export function useDeleteLayout() {
  return useWrite((id: string) => act('DELETE', `/api/layouts/${id}`), { touches: [keys.layouts, keys.draft] })
}
