import { type OpenTimetable, rowsOf, type Stop } from '@akari/transit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { timetableQuery } from '../api/feeds.ts'
import type { StopChoice, StopLine } from './stop-picker.tsx'
import { everyLanguage, useTextIn } from './texts-in.ts'

/** The timetable of a feed as displays have it; null while there is none. */
export function useTimetable(feedId: string): OpenTimetable | null {
  return useQuery({ ...timetableQuery(feedId), enabled: feedId !== '' }).data ?? null
}

/** Stops and routes of a timetable, to choose from. */
export type TransitChoices = {
  stops: StopChoice[]
  lines: StopLine[]
  routes: { value: string; label: string }[]
  /** Ids of the stops of the longest trip of each route and direction, in order. */
  ways: { routeId: string; direction: 0 | 1 | null; stopIds: string[] }[]
}

/** A stop to choose, told from others of its name by the routes that call there. */
export function stopChoice(
  { id, name, place, platform }: Pick<Stop, 'id' | 'name' | 'place' | 'platform'>,
  routes: readonly string[],
  textIn: ReturnType<typeof useTextIn>,
): StopChoice {
  return {
    id,
    name: platform === null ? textIn(name.texts) : `${textIn(name.texts)} ${platform}`,
    words: [...everyLanguage(name.texts), name.reading ?? ''],
    detail: routes.join(' · '),
    place,
  }
}

export function useTransitChoices(feedId: string): TransitChoices {
  const open = useTimetable(feedId)
  const textIn = useTextIn()
  return useMemo(() => {
    if (open === null) return { stops: [], lines: [], routes: [], ways: [] }
    const { timetable } = open
    const nameOf = (route: number): string => {
      const found = timetable.routes[route]
      return found === undefined ? '' : textIn((found.longName ?? found.name).texts)
    }
    const calling = timetable.stops.map((_, stop) => [
      ...new Set([...open.rowsAt(stop)].map((row) => timetable.trips.route[timetable.stopTimes.trip[row] ?? 0] ?? 0)),
    ])
    return {
      stops: timetable.stops.map((stop, index) => stopChoice(stop, (calling[index] ?? []).map(nameOf), textIn)),
      lines: linesOf(open),
      routes: timetable.routes.map(({ id }, route) => ({ value: id, label: nameOf(route) })),
      ways: waysOf(open),
    }
    // The words depend on the language, which `textIn` is made anew for.
  }, [open, textIn])
}

function linesOf({ timetable: { trips, shapes, routes } }: OpenTimetable): StopLine[] {
  return shapes.flatMap(({ id, points }, shape) => {
    const route = routes[trips.route[trips.shape.indexOf(shape)] ?? -1]
    return points.length === 0 ? [] : [{ id, colour: route?.colour ?? '#756d5f', points: [...points] }]
  })
}

function waysOf({ timetable }: OpenTimetable): TransitChoices['ways'] {
  const longest = new Map<string, { trip: number; length: number }>()
  for (let trip = 0; trip < timetable.trips.ids.length; trip++) {
    const [from, until] = rowsOf(timetable, trip)
    const key = `${timetable.trips.route[trip] ?? 0} ${timetable.trips.direction[trip] ?? -1}`
    if ((longest.get(key)?.length ?? 0) < until - from) longest.set(key, { trip, length: until - from })
  }
  return [...longest.values()].map(({ trip }) => {
    const [from, until] = rowsOf(timetable, trip)
    const direction = timetable.trips.direction[trip] ?? -1
    return {
      routeId: timetable.routes[timetable.trips.route[trip] ?? 0]?.id ?? '',
      direction: direction === 0 || direction === 1 ? direction : null,
      stopIds: Array.from(
        { length: until - from },
        (_, n) => timetable.stops[timetable.stopTimes.stop[from + n] ?? 0]?.id ?? '',
      ),
    }
  })
}
