import {
  type ConfirmClaim,
  type DisplayPatch,
  DisplayView,
  type NewDisplay,
  PairingClaim,
  PlaysAnswer,
  Programme,
} from '@akari/protocol'
import { useQueries, useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { ApiError } from './problem.ts'
import { useWrite } from './write.ts'

const HOUR_MS = 3_600_000
const TOUCHES = [keys.displays, keys.draft]

export function useDisplays() {
  return useQuery({
    queryKey: keys.displays,
    queryFn: ({ signal }) => get(DisplayView.array(), '/api/displays', signal),
    // The socket says when something changed; this is for the case that the socket is the trouble.
    refetchInterval: 30_000,
  })
}

/** Those that people look at: without the hidden canary. */
export function useShownDisplays() {
  return useQuery({
    queryKey: keys.displays,
    queryFn: ({ signal }) => get(DisplayView.array(), '/api/displays', signal),
    refetchInterval: 30_000,
    select: withoutCanary,
  })
}

function withoutCanary(displays: DisplayView[]): DisplayView[] {
  return displays.filter(({ canary }) => canary !== true)
}

async function publishedProgramme(displayId: string, signal: AbortSignal): Promise<Programme | null> {
  try {
    return await get(Programme, `/api/displays/${encodeURIComponent(displayId)}/programme`, signal)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}

/** What was published for a display; null before the first publication. */
function programmeQuery(displayId: string) {
  return {
    queryKey: [...keys.programmes, displayId],
    queryFn: ({ signal }: { signal: AbortSignal }) => publishedProgramme(displayId, signal),
    staleTime: 60_000,
  }
}

/** See `programmeQuery`. Not asked for no display. */
export function useProgramme(displayId: string | null) {
  return useQuery({ ...programmeQuery(displayId ?? ''), enabled: displayId !== null })
}

/** Null: nothing was published yet; undefined: it is not there yet. */
export type FetchedProgramme = Programme | null | 'failed' | undefined

/** What was published for these displays, in their order. */
export function useProgrammes(displayIds: readonly string[]): readonly FetchedProgramme[] {
  return useQueries({ queries: displayIds.map(programmeQuery), combine: fetched })
}

function fetched(queries: readonly { data: Programme | null | undefined; isError: boolean }[]): FetchedProgramme[] {
  return queries.map(({ data, isError }) => data ?? (isError ? 'failed' : data))
}

/** The programme that publishing now would make; asked again whenever staff change something. */
export function useDraftProgramme(displayId: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.draft, 'programme', displayId],
    queryFn: ({ signal }) => get(Programme, `/api/displays/${encodeURIComponent(displayId)}/programme/draft`, signal),
    staleTime: 60_000,
    enabled,
  })
}

/** What a display really showed in an hour (UTC) that is over or going on, as far as it reported. */
export function usePlays(displayId: string, hourMs: number, enabled: boolean) {
  const [from, to] = [hourMs, hourMs + HOUR_MS].map((ms) => new Date(ms).toISOString())
  const query = new URLSearchParams({ display: displayId, from: from ?? '', to: to ?? '' })
  return useQuery({
    queryKey: ['plays', displayId, hourMs],
    queryFn: ({ signal }) => get(PlaysAnswer, `/api/plays?${query.toString()}`, signal),
    staleTime: 20_000,
    enabled,
  })
}

export function useAddDisplay() {
  return useWrite((input: NewDisplay) => send(DisplayView, 'POST', '/api/displays', input), { touches: TOUCHES })
}

export function useChangeDisplay() {
  return useWrite(
    ({ id, patch }: { id: string; patch: DisplayPatch }) => send(DisplayView, 'PATCH', `/api/displays/${id}`, patch),
    { touches: TOUCHES },
  )
}

export function useDeleteDisplay() {
  return useWrite((id: string) => act('DELETE', `/api/displays/${id}`), { touches: TOUCHES })
}

export function useUnpair() {
  return useWrite((id: string) => act('POST', `/api/displays/${id}/unpair`), { touches: TOUCHES })
}

export function useClaim() {
  return useWrite((code: string) => send(PairingClaim, 'POST', '/api/pairing/claims', { code }), {
    touches: [],
    quiet: true,
  })
}

export function useConfirmClaim() {
  return useWrite(
    ({ requestId, confirm }: { requestId: string; confirm: ConfirmClaim }) =>
      send(DisplayView, 'POST', `/api/pairing/claims/${requestId}/confirm`, confirm),
    { touches: TOUCHES, quiet: true },
  )
}

export function useRefuseClaim() {
  return useWrite((requestId: string) => act('DELETE', `/api/pairing/claims/${requestId}`), { touches: [] })
}
