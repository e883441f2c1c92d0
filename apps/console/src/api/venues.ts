import {
  type VenueEditsInput,
  Problem,
  TakeoverView,
  VenueDraft,
  VenueGuide,
  VenueImported,
  VenueReportView,
  VenueVersion,
  VenueView,
  type WayClosureInput,
  WayClosureView,
  type WaySending,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { get, problemFrom, send } from './client.ts'
import { keys } from './keys.ts'
import { ApiError } from './problem.ts'
import { fromJson, sendFile } from './send-file.ts'
import { useWrite } from './write.ts'

const at = (id: string): string => `/api/venues/${encodeURIComponent(id)}`

export function useVenues() {
  return useQuery({ queryKey: keys.venues, queryFn: ({ signal }) => get(VenueView.array(), '/api/venues', signal) })
}

/** A venue with its plan and what staff changed on it. */
export function useVenue(id: string) {
  return useQuery({
    queryKey: [...keys.venues, id],
    queryFn: ({ signal }) => get(VenueDraft, at(id), signal),
    staleTime: 30_000,
  })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestVenue(id: string): Promise<VenueDraft> {
  return get(VenueDraft, at(id))
}

/** What a saved version holds and lacks. */
export function useVenueReport(id: string, version: number) {
  return useQuery({
    queryKey: [...keys.venues, id, 'report', version],
    queryFn: ({ signal }) => get(VenueReportView, `${at(id)}/report`, signal),
  })
}

export function useVenueVersions(id: string) {
  return useQuery({
    queryKey: [...keys.venues, id, 'versions'],
    queryFn: ({ signal }) => get(VenueVersion.array(), `${at(id)}/versions`, signal),
  })
}

const TOUCHES = [keys.venues, keys.draft, keys.displays, keys.review, keys.assets]

/** Replaces all that staff changed. A stale `version` is refused with 409. */
export function useSaveVenueEdits() {
  return useWrite(
    ({ id, input }: { id: string; input: VenueEditsInput }) => send(VenueReportView, 'PUT', `${at(id)}/edits`, input),
    { touches: TOUCHES, quiet: true },
  )
}

export function usePublishVenue() {
  return useWrite(
    ({ id, version }: { id: string; version: number }) =>
      send(VenueReportView, 'POST', `${at(id)}/publish`, { version }),
    { touches: TOUCHES, quiet: true },
  )
}

/** Brings an earlier version back as a new one; what displays have stays until somebody publishes. */
export function useRestoreVenue() {
  return useWrite(
    ({ id, version, restore }: { id: string; version: number; restore: number }) =>
      send(VenueReportView, 'POST', `${at(id)}/restore`, { version, restore }),
    { touches: TOUCHES },
  )
}

/** Everything that displays have of a venue, as it was published; null before the first publication. */
export function usePublishedGuide(id: string, version: number | null) {
  return useQuery({
    queryKey: [...keys.venues, id, 'guide', version],
    queryFn: ({ signal }) => get(VenueGuide, `${at(id)}/guide?of=published`, signal),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useWayClosures(id: string) {
  return useQuery({
    queryKey: [...keys.venues, id, 'closures'],
    queryFn: ({ signal }) => get(WayClosureView.array(), `${at(id)}/closures`, signal),
    // Closures begin and end by the clock.
    refetchInterval: 30_000,
  })
}

/** Closes something, at once or by the calendar. */
export function useCloseWay(id: string) {
  return useWrite((input: WayClosureInput) => send(WayClosureView, 'POST', `${at(id)}/closures`, input), {
    touches: [keys.venues],
    quiet: true,
  })
}

export function useOpenAgain(id: string) {
  return useWrite((closureId: string) => send(WayClosureView, 'POST', `${at(id)}/closures/${closureId}/end`), {
    touches: [keys.venues],
  })
}

/** Shows a way on a display of the building, in place of the one that was sent there before. */
export function useSendWay(id: string) {
  return useWrite((sending: WaySending) => send(TakeoverView, 'POST', `${at(id)}/ways`, sending), {
    touches: [keys.takeovers, keys.programmes],
    quiet: true,
  })
}

export function useTakeWayBack(id: string) {
  return useWrite((wayId: string) => send(TakeoverView, 'POST', `${at(id)}/ways/${wayId}/end`), {
    touches: [keys.takeovers, keys.programmes],
  })
}

/** Why a file is no venue: every problem with the file or feature it is about. */
export class ImportRefused extends ApiError {
  readonly problems: readonly { path: string; message: string }[]

  constructor(base: ApiError, problems: readonly { path: string; message: string }[]) {
    super(base.code, base.status, base.detail)
    this.name = 'ImportRefused'
    this.problems = problems
  }
}

/**
 * Sends a file as a new venue, or in place of a venue's plan. `tell` hears which share of it has been sent. Rejects with
 * ImportRefused where it holds no venue: what was there stays as it is.
 */
export function importVenue(
  file: { name: string; body: Blob },
  replaces: { id: string; version: number } | null,
  tell: (share: number) => void,
): Promise<VenueImported> {
  const query = new URLSearchParams({ filename: file.name })
  if (replaces !== null) query.set('version', String(replaces.version))
  return sendFile({
    method: replaces === null ? 'POST' : 'PUT',
    path: replaces === null ? `/api/venues?${query.toString()}` : `${at(replaces.id)}/plan?${query.toString()}`,
    body: file.body,
    read: (answer) => VenueImported.safeParse(answer).data ?? null,
    tell,
    refusal,
  })
}

function refusal(status: number, text: string): ApiError {
  const base = problemFrom(status, text)
  const problem = Problem.safeParse(fromJson(text))
  return problem.success && problem.data.errors !== undefined ? new ImportRefused(base, problem.data.errors) : base
}
