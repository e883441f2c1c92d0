import {
  type FeedHealth,
  FeedSnapshot,
  FeedView,
  StoredTimetable,
  TimetableChoices,
  type FeedInput,
  type FeedNoticesInput,
} from '@akari/protocol'
import { openTimetable, timetableOf } from '@akari/transit'
import { useQuery } from '@tanstack/react-query'
import { get, problemFrom, send } from './client.ts'
import { keys } from './keys.ts'
import { useDelete, useWrite } from './write.ts'

const LOOK_AGAIN_MS = 10_000
/** A timetable changes by night; a page that stays open for days asks again. */
const TIMETABLE_MS = 3_600_000
/** How a feed is changes with every poll. */
const TOUCHES = { touches: [keys.feeds, keys.feedSnapshots, keys.timetables], quiet: true }

/** Is nothing wrong with a source? */
export function isWell({ state }: FeedHealth): boolean {
  switch (state) {
    case 'ok':
    case 'empty':
    case 'waiting':
    case 'off':
      return true
    case 'down':
    case 'mismatch':
    case 'frozen':
    case 'quarantined':
      return false
  }
}

export function useFeeds() {
  return useQuery({
    queryKey: keys.feeds,
    queryFn: ({ signal }) => get(FeedView.array(), '/api/feeds', signal),
    refetchInterval: LOOK_AGAIN_MS,
  })
}

/** What displays are told of a feed. */
export function snapshotQuery(id: string) {
  return {
    queryKey: [...keys.feedSnapshots, id],
    queryFn: ({ signal }: { signal: AbortSignal }) => get(FeedSnapshot, `/api/feeds/${id}/snapshot`, signal),
    refetchInterval: LOOK_AGAIN_MS,
  }
}

/** The timetable of a feed as displays get it; an error where it has none. */
export function timetableQuery(id: string) {
  return {
    queryKey: [...keys.timetables, id],
    queryFn: async ({ signal }: { signal: AbortSignal }) =>
      openTimetable(timetableOf(await get(StoredTimetable, `/api/feeds/${id}/timetable`, signal))),
    staleTime: TIMETABLE_MS,
    structuralSharing: false,
    retry: false,
  }
}

/** All routes and stops of a feed's archive; an error where there is none yet. */
export function useChoices(id: string, has: boolean) {
  return useQuery({
    queryKey: [...keys.timetables, id, 'choices'],
    queryFn: ({ signal }) => get(TimetableChoices, `/api/feeds/${id}/choices`, signal),
    enabled: has,
    staleTime: TIMETABLE_MS,
  })
}

/** Sets up a feed (`id` null) or changes one. A stale `version` is refused with 409. */
export function useSaveFeed() {
  return useWrite(
    ({ id, feed }: { id: string | null; feed: FeedInput }) =>
      id === null ? send(FeedView, 'POST', '/api/feeds', feed) : send(FeedView, 'PUT', `/api/feeds/${id}`, feed),
    TOUCHES,
  )
}

export function useDeleteFeed(onDeleted: () => void) {
  return useDelete((id) => `/api/feeds/${id}`, onDeleted, { touches: [keys.feeds, keys.feedSnapshots] })
}

export function useAskFeed() {
  return useWrite((id: string) => send(FeedView, 'POST', `/api/feeds/${id}/ask`), TOUCHES)
}

export function useSwitchFeed() {
  return useWrite(
    ({ id, on }: { id: string; on: boolean }) => send(FeedView, 'PUT', `/api/feeds/${id}/switch`, { on }),
    { ...TOUCHES, quiet: false },
  )
}

export function useReleaseNews() {
  return useWrite(
    ({ id, seen }: { id: string; seen: string }) => send(FeedView, 'POST', `/api/feeds/${id}/release`, { seen }),
    TOUCHES,
  )
}

export function useSaveNotices() {
  return useWrite(
    ({ id, notices }: { id: string; notices: FeedNoticesInput }) =>
      send(FeedView, 'PUT', `/api/feeds/${id}/notices`, notices),
    TOUCHES,
  )
}

/** An archive of a hundred megabytes takes its time: no deadline but the server's. */
export function useUploadTimetable() {
  return useWrite(async ({ id, version, file }: { id: string; version: number; file: File }) => {
    const response = await fetch(`/api/feeds/${id}/timetable?version=${version}`, {
      method: 'PUT',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/octet-stream' },
      body: file,
    })
    const text = await response.text()
    if (!response.ok) throw problemFrom(response.status, text)
    return FeedView.parse(JSON.parse(text))
  }, TOUCHES)
}
