import {
  feedsOf,
  RouteLines,
  type SceneContent,
  type SingleScene,
  singleScenesOf,
  TownMap,
  Venue,
} from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import type { OpenTimetable } from '@akari/transit'
import { useQueries } from '@tanstack/react-query'
import { useContext, useMemo } from 'react'
import type { z } from 'zod'
import { get } from '../api/client.ts'
import { timetableQuery } from '../api/feeds.ts'
import { EditedBoard, editedLines, editedMap, isStored } from './scene-of-board.ts'

/** A preview shows the plan as it is; what is closed at the moment is drawn on the page of the venue. */
const NO_CLOSURES: SceneResources['closures'] = []

/** Where a preview finds the files of these scenes: the CMS's own copies. */
export function useSceneResources(scenes: readonly SceneContent[], kioskId: string | null): SceneResources {
  const single = scenes.flatMap(singleScenesOf)
  const venues = useFiles('venue', Venue, single.flatMap(venuesIn))
  const towns = useFiles('town-map', TownMap, single.flatMap(townMapsIn))
  const lines = useFiles('route-lines', RouteLines, single.flatMap(routeLinesIn))
  const edited = useContext(EditedBoard)
  const timetables = useTimetables(single.flatMap(transitFeedsOf))
  return useMemo(
    () => ({
      fileUrl,
      liveUrl: () => null,
      announcesStreams: true,
      venue: (sha256) => venues.get(sha256) ?? null,
      townMap: (sha256) => towns.get(sha256) ?? editedMap(sha256, edited),
      routeLines: (sha256) => lines.get(sha256) ?? editedLines(sha256, edited),
      timetable: (feedId) => timetables.get(feedId) ?? null,
      kioskId,
      closures: NO_CLOSURES,
      // A preview is small, and there are many of them: it shows the picture.
      streets: null,
    }),
    [venues, towns, lines, timetables, edited, kioskId],
  )
}

/** A saved town map by its hash (null: none); null until it is there. */
export function useTownMap(sha256: string | null): TownMap | null {
  return useFiles('town-map', TownMap, sha256 === null ? [] : [sha256]).get(sha256 ?? '') ?? null
}

/** Weather and news have no timetables. */
function transitFeedsOf(scene: SingleScene): string[] {
  return scene.kind === 'departures' || scene.kind === 'busMap' || scene.kind === 'townMap' ? feedsOf(scene) : []
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

/** Documents of the content set by their hashes, as far as they are there. */
function useFiles<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  hashes: readonly string[],
): ReadonlyMap<string, z.infer<Schema>> {
  const wanted = [...new Set(hashes)].filter(isStored).toSorted()
  const found = useQueries({
    queries: wanted.map((sha256) => ({
      queryKey: [name, sha256],
      queryFn: ({ signal }: { signal: AbortSignal }) => get(schema, fileUrl(sha256), signal),
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: dataOf,
  })
  const key = wanted.join(' ')
  return useMemo(() => zipped(key.split(' '), found), [key, found])
}

function useTimetables(feedIds: readonly string[]): ReadonlyMap<string, OpenTimetable> {
  const wanted = [...new Set(feedIds)].toSorted()
  const found = useQueries({
    queries: wanted.map(timetableQuery),
    combine: dataOf,
  })
  const key = wanted.join(' ')
  return useMemo(() => zipped(key.split(' '), found), [key, found])
}

function dataOf<Data>(queries: readonly { data: Data | undefined }[]): (Data | undefined)[] {
  return queries.map(({ data }) => data)
}

function zipped<Data>(names: readonly string[], found: readonly (Data | undefined)[]): ReadonlyMap<string, Data> {
  return new Map(
    names.flatMap((name, n) => {
      const data = found[n]
      return data === undefined ? [] : [[name, data] as const]
    }),
  )
}

/** Files are named by what is in them, so a browser may keep them for good. */
export function fileUrl(sha256: string): string {
  return `/api/files/${sha256}`
}
