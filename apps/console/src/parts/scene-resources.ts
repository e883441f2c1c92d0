import { type SceneContent, Venue } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { get } from '../api/client.ts'

/** Where a preview finds the files of a scene: the CMS's own copies. */
export function useSceneResources(content: SceneContent | null, kioskId: string | null): SceneResources {
  const sha256 = content?.kind === 'floorMap' ? content.venue.sha256 : null
  const venue = useQuery({
    queryKey: ['venue', sha256],
    queryFn: ({ signal }) => get(Venue, fileUrl(sha256 ?? ''), signal),
    enabled: sha256 !== null,
    staleTime: Number.POSITIVE_INFINITY,
  }).data
  return useMemo(
    () => ({
      fileUrl,
      liveUrl: () => null,
      venue: (wanted) => (wanted === sha256 ? (venue ?? null) : null),
      kioskId,
    }),
    [sha256, venue, kioskId],
  )
}

/** Files are named by what is in them, so a browser may keep them for good. */
export function fileUrl(sha256: string): string {
  return `/api/files/${sha256}`
}
