import {
  type Programme,
  RouteLines,
  type SingleScene,
  singleScenesOf,
  StoredTimetable,
  TownMap,
  Venue,
  type WayClosure,
} from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { openTimetable, type OpenTimetable, timetableOf } from '@akari/transit'
import { useMemo } from 'react'
import { type DocumentKind, useDocuments } from './documents.ts'
import { fileUrl } from './file-url.ts'

/** Nobody answers there: what cannot be shown is passed over at once, whatever the browser remembers of it. */
const absentUrl = (sha256: string): string => `absent/${sha256}`
const liveUrl = (streamId: string): string => `live/${encodeURIComponent(streamId)}/index.m3u8`

const VENUE: DocumentKind<Venue> = { name: 'venue', parse: (json) => Venue.parse(json) }
const TOWN_MAP: DocumentKind<TownMap> = { name: 'town-map', parse: (json) => TownMap.parse(json) }
const ROUTE_LINES: DocumentKind<RouteLines> = { name: 'route-lines', parse: (json) => RouteLines.parse(json) }
const TIMETABLE: DocumentKind<OpenTimetable> = {
  name: 'timetable',
  parse: (json) => openTimetable(timetableOf(StoredTimetable.parse(json))),
}

/**
 * Where scenes find what a programme names: all of it at the agent. `files`: what of it the agent has and can show; `closures`: what
 * cannot be passed now; `streets`: what draws them.
 */
export function useResources(
  programme: Programme | null,
  files: readonly string[],
  closures: readonly WayClosure[],
  streets: SceneResources['streets'],
  report: (code: string, detail: string) => void,
): SceneResources {
  const scenes = useMemo(() => scenesOf(programme), [programme])
  const venues = useDocuments(scenes.flatMap(venuesIn), VENUE, fileUrl, report)
  const towns = useDocuments(scenes.flatMap(townMapsIn), TOWN_MAP, fileUrl, report)
  const lines = useDocuments(scenes.flatMap(routeLinesIn), ROUTE_LINES, fileUrl, report)
  const hashes = (programme?.feeds ?? []).flatMap(({ timetable }) => timetable?.sha256 ?? [])
  const timetables = useDocuments(hashes, TIMETABLE, fileUrl, report)
  const held = files.join(' ')
  return useMemo(
    () => ({
      fileUrl: (sha256) => (held.includes(sha256) ? fileUrl(sha256) : absentUrl(sha256)),
      liveUrl: (streamId) => (programme?.streams.some((stream) => stream.id === streamId) ? liveUrl(streamId) : null),
      venue: (sha256) => venues.get(sha256) ?? null,
      townMap: (sha256) => towns.get(sha256) ?? null,
      routeLines: (sha256) => lines.get(sha256) ?? null,
      timetable: (feedId) => {
        const feed = programme?.feeds?.find((known) => known.feedId === feedId)
        return timetables.get(feed?.timetable?.sha256 ?? '') ?? null
      },
      kioskId: programme?.display.kioskId ?? null,
      closures,
      streets,
    }),
    [programme, held, venues, towns, lines, timetables, closures, streets],
  )
}

function scenesOf(programme: Programme | null): SingleScene[] {
  return programme?.playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene))) ?? []
}

function venuesIn(scene: SingleScene): string[] {
  return scene.kind === 'floorMap' ? [scene.venue.sha256] : []
}

function townMapsIn(scene: SingleScene): string[] {
  if (scene.kind === 'townMap') return [scene.map.sha256]
  return scene.kind === 'busMap' && scene.map !== undefined ? [scene.map.sha256] : []
}

function routeLinesIn(scene: SingleScene): string[] {
  return scene.kind === 'busMap' && scene.lines !== undefined ? [scene.lines.sha256] : []
}
