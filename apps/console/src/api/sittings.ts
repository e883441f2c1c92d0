import { type Id, type SittingInput, type SittingStepInput, SittingView } from '@akari/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { isConflict } from './problem.ts'
import { useWrite } from './write.ts'

/** All sittings, the latest first. */
export function useSittings() {
  return useQuery({
    queryKey: keys.sittings,
    queryFn: ({ signal }) => newestSittings(signal),
    // The socket says when something changed; this is for the case that the socket is the trouble.
    refetchInterval: 30_000,
  })
}

/** Fetches past the cache: what is on the server now. */
export function newestSittings(signal?: AbortSignal): Promise<SittingView[]> {
  return get(SittingView.array(), '/api/sittings', signal)
}

/** Plans a sitting (`id` null) or changes its plan. A stale `version` is refused with 409. */
export function useSaveSitting() {
  return useWrite(
    ({ id, sitting }: { id: Id | null; sitting: SittingInput }) =>
      id === null
        ? send(SittingView, 'POST', '/api/sittings', sitting)
        : send(SittingView, 'PUT', `/api/sittings/${id}`, sitting),
    { touches: [keys.sittings, keys.takeovers], quiet: true },
  )
}

/** Shows one again that somebody took off its displays, or that another one in session covers. */
export function useShowSitting(id: Id) {
  return useWrite(() => send(SittingView, 'POST', `/api/sittings/${id}/show`), {
    touches: [keys.sittings, keys.takeovers],
  })
}

export function useDeleteSitting() {
  return useWrite((id: Id) => act('DELETE', `/api/sittings/${id}`), { touches: [keys.sittings, keys.takeovers] })
}

/**
 * Takes a step; how the sitting stands then is there at once, also where somebody was first (409). The list is fetched again behind it:
 * a clerk does not wait for that.
 */
export function useTakeStep(id: Id) {
  const client = useQueryClient()
  const path = `/api/sittings/${id}`
  const stands = (sitting: SittingView): void => {
    client.setQueryData<SittingView[]>(keys.sittings, (all) => all?.map((each) => (each.id === id ? sitting : each)))
  }
  return useWrite(
    async (input: SittingStepInput): Promise<SittingView> => {
      try {
        const sitting = await send(SittingView, 'POST', `${path}/steps`, input)
        stands(sitting)
        return sitting
      } catch (error) {
        if (isConflict(error)) await get(SittingView, path).then(stands, () => undefined)
        throw error
      } finally {
        // Also where the answer was lost: the step may have been taken.
        for (const queryKey of [keys.sittings, keys.takeovers]) void client.invalidateQueries({ queryKey })
      }
    },
    { touches: [], quiet: true },
  )
}
