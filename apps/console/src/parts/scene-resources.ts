import { type SceneContent, singleScenesOf, Venue } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { get } from '../api/client.ts'

/** A preview shows the plan as it is; what is closed at the moment is drawn on the page of the venue. */
const NO_CLOSURES: SceneResources['closures'] = []

/** Where a preview finds the files of these scenes: the CMS's own copies. */
export function useSceneResources(scenes: readonly SceneContent[], kioskId: string | null): SceneResources {
  const hashes = venuesOf(scenes).join(' ')
  const found = useQueries({
    queries: hashes.split(' ').map((sha256) => ({
      queryKey: ['venue', sha256],
      queryFn: ({ signal }: { signal: AbortSignal }) => get(Venue, fileUrl(sha256), signal),
      enabled: sha256 !== '',
      staleTime: Number.POSITIVE_INFINITY,
    })),
    combine: allOf,
  })
  return useMemo(
    () => ({
      fileUrl,
      liveUrl: () => null,
      venue: (wanted) => found[hashes.split(' ').indexOf(wanted)] ?? null,
      kioskId,
      closures: NO_CLOSURES,
    }),
    [hashes, found, kioskId],
  )
}

function venuesOf(scenes: readonly SceneContent[]): string[] {
  const single = scenes.flatMap(singleScenesOf)
  return [...new Set(single.flatMap((scene) => (scene.kind === 'floorMap' ? [scene.venue.sha256] : [])))].toSorted()
}

function allOf(queries: readonly { data: Venue | undefined }[]): (Venue | undefined)[] {
  return queries.map(({ data }) => data)
}

/** Files are named by what is in them, so a browser may keep them for good. */
export function fileUrl(sha256: string): string {
  return `/api/files/${sha256}`
}
