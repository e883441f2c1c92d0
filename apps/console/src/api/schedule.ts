import {
  type DaypartInput,
  DaypartView,
  type HoursInput,
  HoursView,
  type OfficeDaysInput,
  OfficeDaysView,
  type TakeoverInput,
  type TakeoverPatch,
  TakeoverView,
} from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useDayparts() {
  return useQuery({
    queryKey: keys.dayparts,
    queryFn: ({ signal }) => get(DaypartView.array(), '/api/dayparts', signal),
  })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestDayparts(): Promise<DaypartView[]> {
  return get(DaypartView.array(), '/api/dayparts')
}

/** Makes a daypart (`id` null) or replaces one. A stale `version` is refused with 409. */
export function useSaveDaypart() {
  return useWrite(
    ({ id, daypart }: { id: string | null; daypart: DaypartInput }) =>
      id === null
        ? send(DaypartView, 'POST', '/api/dayparts', daypart)
        : send(DaypartView, 'PUT', `/api/dayparts/${id}`, daypart),
    { touches: [keys.dayparts, keys.draft], quiet: true },
  )
}

export function useDeleteDaypart() {
  return useWrite((id: string) => act('DELETE', `/api/dayparts/${id}`), { touches: [keys.dayparts, keys.draft] })
}

export function useStoredOfficeDays() {
  return useQuery({
    queryKey: keys.officeDays,
    queryFn: ({ signal }) => get(OfficeDaysView, '/api/office-days', signal),
  })
}

export function useSaveOfficeDays() {
  return useWrite((days: OfficeDaysInput) => send(OfficeDaysView, 'PUT', '/api/office-days', days), {
    touches: [keys.officeDays, keys.draft],
    quiet: true,
  })
}

export function useHours() {
  return useQuery({
    queryKey: keys.hours,
    queryFn: ({ signal }) => get(HoursView.array(), '/api/operating-hours', signal),
  })
}

/** Fetches past the cache: what is on the server now, after a conflict. */
export function newestHours(): Promise<HoursView[]> {
  return get(HoursView.array(), '/api/operating-hours')
}

export function useSaveHours() {
  return useWrite(
    ({ id, hours }: { id: string | null; hours: HoursInput }) =>
      id === null
        ? send(HoursView, 'POST', '/api/operating-hours', hours)
        : send(HoursView, 'PUT', `/api/operating-hours/${id}`, hours),
    { touches: [keys.hours, keys.draft], quiet: true },
  )
}

export function useDeleteHours() {
  return useWrite((id: string) => act('DELETE', `/api/operating-hours/${id}`), { touches: [keys.hours, keys.draft] })
}

export function useTakeovers() {
  return useQuery({
    queryKey: keys.takeovers,
    queryFn: ({ signal }) => get(TakeoverView.array(), '/api/takeovers', signal),
  })
}

export function useStartTakeover() {
  return useWrite((takeover: TakeoverInput) => send(TakeoverView, 'POST', '/api/takeovers', takeover), {
    touches: [keys.takeovers, keys.programmes],
    quiet: true,
  })
}

export function useChangeTakeover() {
  return useWrite(
    ({ id, patch }: { id: string; patch: TakeoverPatch }) => send(TakeoverView, 'PATCH', `/api/takeovers/${id}`, patch),
    { touches: [keys.takeovers, keys.programmes] },
  )
}

export function useEndTakeover() {
  return useWrite((id: string) => send(TakeoverView, 'POST', `/api/takeovers/${id}/end`), {
    touches: [keys.takeovers, keys.programmes],
  })
}
