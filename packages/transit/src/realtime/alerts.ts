import type { Texts } from '@akari/protocol'
import { languageOf, tidied } from '../import/languages.ts'
import { named } from '../import/read-translations.ts'
import { type Alert, Alert_Effect, type TranslatedString } from './gtfs-realtime.gen.ts'
import { secondsOfStamp } from './age.ts'

export type LiveAlert = {
  id: string
  title: Texts
  description: Texts | null
  /** GTFS effect in lower case: `detour`, `no_service`… */
  effect: string
  /** Unix seconds, null for no end on that side; no period at all means always. */
  periods: { from: number | null; until: number | null }[]
  /** Ids of what it is about; an alert for everything has none. */
  routes: string[]
  stops: string[]
  trips: string[]
}

const MOST_ALERTS = 500
const MOST_SELECTORS = 2000

/** An alert in all languages it has; null where it says nothing. */
export function alertOf(id: string, alert: Alert): LiveAlert | null {
  const title = textsOf(alert.headerText) ?? textsOf(alert.descriptionText)
  if (title === null) return null
  const about = alert.informedEntity.slice(0, MOST_SELECTORS)
  return {
    id,
    title,
    description: alert.headerText === undefined ? null : textsOf(alert.descriptionText),
    effect: (EFFECTS.get(alert.effect) ?? 'UNKNOWN_EFFECT').toLowerCase(),
    periods: alert.activePeriod.map(({ start, end }) => ({ from: secondsOfStamp(start), until: secondsOfStamp(end) })),
    routes: ids(about.map(({ routeId, trip }) => routeId || (trip?.routeId ?? ''))),
    stops: ids(about.map(({ stopId }) => stopId)),
    trips: ids(about.map(({ trip }) => trip?.tripId ?? '')),
  }
}

export function alertsOf(
  entities: readonly { id: string; isDeleted: boolean; alert?: Alert | undefined }[],
): LiveAlert[] {
  return entities
    .slice(0, MOST_ALERTS)
    .flatMap(({ id, isDeleted, alert }) => (isDeleted || alert === undefined ? [] : (alertOf(id, alert) ?? [])))
}

/** Those in force at a moment that concern one of the routes or stops; what names neither concerns everybody. */
export function alertsAt(
  alerts: readonly LiveAlert[],
  at: number,
  { routes, stops }: { routes: readonly string[]; stops: readonly string[] },
): LiveAlert[] {
  return alerts.filter(
    ({ periods, routes: ofRoutes, stops: ofStops, trips }) =>
      (periods.length === 0 ||
        periods.some(({ from, until }) => (from ?? -Infinity) <= at && at < (until ?? Infinity))) &&
      (ofRoutes.some((id) => routes.includes(id)) ||
        ofStops.some((id) => stops.includes(id)) ||
        ofRoutes.length + ofStops.length + trips.length === 0),
  )
}

const EFFECTS = new Map<number, string>(Object.entries(Alert_Effect).map(([name, code]) => [code, name]))

/** Without a language a text is taken for Japanese. */
function textsOf(translated: TranslatedString | undefined): Texts | null {
  const words = new Map(
    (translated?.translation ?? []).flatMap(({ text, language }) => {
      const tidy = tidied(text)
      return tidy === '' ? [] : [[languageOf(language || 'ja'), tidy] as const]
    }),
  )
  const first = [...words][0]
  return first === undefined ? null : named(words.get('ja') ?? first[1], words.has('ja') ? 'ja' : first[0], words).texts
}

function ids(all: readonly string[]): string[] {
  return [...new Set(all.map((id) => id.trim()).filter((id) => id !== ''))]
}
