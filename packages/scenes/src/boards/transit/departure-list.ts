import type { TransitName, TransitStop } from '@akari/protocol'
import { type Departure, departuresAt, type OpenTimetable, stopsOf } from '@akari/transit'
import { type BoardTime, dayNumber, type TransitService } from './transit-service.ts'

/** The stops of one feed on a board, and which of its routes; null for all. */
export interface BoardStops {
  service: TransitService
  stops: readonly string[]
  routes: readonly string[] | null
}

/** A departure with all that a row says of it. Times are Unix milliseconds. */
export interface DepartureRow {
  id: string
  departure: Departure
  open: OpenTimetable
  route: { name: TransitName; colour: string; textColour: string }
  /** Where it leaves; null where the board has no other stop. */
  stop: Pick<TransitStop, 'name' | 'platform'> | null
  plannedAtMs: number | null
  expectedAtMs: number | null
  /** Whole minutes from now until it leaves; null where the time is not known, or the bus does not come. */
  minutes: number | null
  /** Of a live or stale one: whole minutes late, negative for early. */
  delayMinutes: number | null
  /** Of a stale one: how old what is known is. */
  ageMinutes: number | null
  walk: Walk
}

/** Does somebody who leaves now still get it? `byMs`: leaving at that moment is soon enough. */
export type Walk = { kind: 'unknown' | 'late' | 'now' } | { kind: 'by'; byMs: number }

/** What a board shows: buses of today, or that there is none any more and when the first leaves again. */
export interface DepartureList {
  rows: readonly DepartureRow[]
  /** `over`: the rows are those of a later day; `none`: nothing leaves within two weeks. */
  day: { kind: 'today' } | { kind: 'over'; day: number; atMs: number } | { kind: 'none' }
}

const MINUTE_MS = 60_000
const DAY_SECONDS = 86_400
const DAYS_AHEAD = 14
/** Without a word on its colour a route is as dark as the ink of the glass. */
const PLAIN = { colour: '#1b1f23', textColour: '#ffffff' }
/** A bus that leaves this much later than one would be there is left in time. */
const SLACK_MS = 60_000
/** Walking times are worth a word for buses that one waits for, not for those of the evening. */
const WALK_WITHIN_MS = 60 * MINUTE_MS

/** The next departures of a board, the soonest first; `most` rows. `walkMinutes`: from here to the stop, null where nobody measured it. */
export function departureList(
  places: readonly BoardStops[],
  time: BoardTime,
  walkMinutes: number | null,
  most: number,
): DepartureList {
  const usable = places.filter(({ service }) => service.validity === 'valid')
  const at = Math.floor(time.ms / 1000)
  const hasSeveral = haveSeveralStops(usable)
  const rowsFrom = (from: number, walk: number | null): DepartureRow[] =>
    merged(usable, from, most, time, walk).map((row) => (hasSeveral ? row : { ...row, stop: null }))
  const soon = rowsFrom(at, walkMinutes)
  const tonight = soon.filter(({ departure, open, plannedAtMs, expectedAtMs }) => {
    const today = dayNumber(time.ms, open.timetable.timeZone)
    return (
      (departure.day ?? today) <= today || dayNumber(expectedAtMs ?? plannedAtMs ?? 0, open.timetable.timeZone) <= today
    )
  })
  if (tonight.length > 0) return { rows: tonight, day: { kind: 'today' } }
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead++) {
    const [first, ...others] = ahead === 0 ? soon : rowsFrom(at + ahead * DAY_SECONDS, null)
    if (first === undefined) continue
    const atMs = first.plannedAtMs ?? time.ms
    const day = dayNumber(atMs, first.open.timetable.timeZone)
    const same = others.filter(({ open, plannedAtMs }) => dayNumber(plannedAtMs ?? 0, open.timetable.timeZone) === day)
    return { rows: [first, ...same], day: { kind: 'over', day, atMs } }
  }
  return { rows: [], day: { kind: 'none' } }
}

/** Poles of one name on both sides of a road are one stop, as long as no platform tells them apart. */
function haveSeveralStops(places: readonly BoardStops[]): boolean {
  const labels = places.flatMap(({ service: { open }, stops }) =>
    stops
      .flatMap((id) => stopsOf(open, id))
      .flatMap((index) => open.timetable.stops[index] ?? [])
      .filter(({ kind }) => kind === 'stop')
      .map(({ name, platform }) => `${name.texts.ja} ${platform ?? ''}`),
  )
  return new Set(labels).size > 1
}

function merged(
  places: readonly BoardStops[],
  at: number,
  most: number,
  time: BoardTime,
  walkMinutes: number | null,
): DepartureRow[] {
  return places
    .flatMap(({ service, stops, routes }) => {
      const { routes: known } = service.open.timetable
      const isWanted = ({ route }: Departure) => routes === null || routes.includes(known[route]?.id ?? '')
      // Of all routes as many as of some: those that are not wanted must not crowd the others out.
      const enough = routes === null ? most : most * known.length
      // Where the live trips are those of another timetable, times say nothing.
      const live = service.health === 'mismatch' ? null : service.live
      return stops
        .flatMap((stop) => departuresAt(service.open, stop, at, live, enough))
        .filter(isWanted)
        .map((departure) => rowOf(service, departure, time, walkMinutes))
    })
    .toSorted((a, b) => leavesAtMs(a) - leavesAtMs(b) || (a.id < b.id ? -1 : 1))
    .filter(({ id }, n, all) => all.findIndex((other) => other.id === id) === n)
    .slice(0, most)
}

function leavesAtMs({ expectedAtMs, plannedAtMs }: DepartureRow): number {
  return expectedAtMs ?? plannedAtMs ?? 0
}

function rowOf(
  { feedId, open }: TransitService,
  departure: Departure,
  time: BoardTime,
  walkMinutes: number | null,
): DepartureRow {
  const { state, delaySeconds, ageSeconds } = departure
  const route = open.timetable.routes[departure.route]
  const [plannedAtMs, expectedAtMs] = [ms(departure.plannedAt), ms(departure.expectedAt)]
  const leavesMs = expectedAtMs ?? plannedAtMs
  const comes = state !== 'cancelled' && state !== 'skipped'
  const isTimed = comes && time.known && leavesMs !== null
  return {
    id: `${feedId} ${departure.tripId} ${departure.plannedAt ?? departure.expectedAt} ${departure.stop}`,
    departure,
    open,
    route: {
      name: route?.name ?? { texts: { ja: '?' }, reading: null },
      colour: route?.colour ?? PLAIN.colour,
      textColour:
        route?.textColour ??
        (route?.colour === undefined || route.colour === null ? PLAIN.textColour : inkOn(route.colour)),
    },
    stop: open.timetable.stops[departure.stop] ?? null,
    plannedAtMs,
    expectedAtMs,
    minutes: isTimed ? Math.max(0, Math.floor((leavesMs - time.ms) / MINUTE_MS)) : null,
    delayMinutes: delaySeconds === null ? null : Math.round(delaySeconds / 60),
    ageMinutes: state === 'stale' && ageSeconds !== null ? Math.max(1, Math.round(ageSeconds / 60)) : null,
    walk: isTimed && walkMinutes !== null ? walkTo(leavesMs, time.ms, walkMinutes) : { kind: 'unknown' },
  }
}

function walkTo(leavesMs: number, nowMs: number, walkMinutes: number): Walk {
  const byMs = leavesMs - walkMinutes * MINUTE_MS
  if (leavesMs - nowMs > WALK_WITHIN_MS) return { kind: 'unknown' }
  if (byMs < nowMs) return { kind: 'late' }
  return byMs - nowMs < 2 * SLACK_MS ? { kind: 'now' } : { kind: 'by', byMs: byMs - SLACK_MS }
}

function ms(seconds: number | null): number | null {
  return seconds === null ? null : seconds * 1000
}

/** Black or white, whichever is easier to read on a colour `#rrggbb` (WCAG 2, relative luminance). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((from) => {
    const share = Number.parseInt(colour.slice(from, from + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? '#1b1f23' : '#ffffff'
}
