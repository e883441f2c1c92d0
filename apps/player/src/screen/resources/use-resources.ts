import type { Programme } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { useMemo } from 'react'
import { useVenues } from './venues.ts'

const fileUrl = (sha256: string): string => `files/${sha256}`
const liveUrl = (streamId: string): string => `live/${encodeURIComponent(streamId)}/index.m3u8`

/** Where scenes find what a programme names: all of it at the agent. */
export function useResources(
  programme: Programme | null,
  report: (code: string, detail: string) => void,
): SceneResources {
  const venues = useVenues(programme, fileUrl, report)
  return useMemo(
    () => ({
      fileUrl,
      liveUrl: (streamId) => (programme?.streams.some((stream) => stream.id === streamId) ? liveUrl(streamId) : null),
      venue: (sha256) => venues.get(sha256) ?? null,
      kioskId: programme?.display.kioskId ?? null,
    }),
    [programme, venues],
  )
}
