import type { Programme, WayClosure } from '@akari/protocol'
import type { SceneResources } from '@akari/scenes'
import { useMemo } from 'react'
import { fileUrl } from './file-url.ts'
import { useVenues } from './venues.ts'

/** Nobody answers there: what cannot be shown is passed over at once, whatever the browser remembers of it. */
const absentUrl = (sha256: string): string => `absent/${sha256}`
const liveUrl = (streamId: string): string => `live/${encodeURIComponent(streamId)}/index.m3u8`

/** Where scenes find what a programme names: all of it at the agent. `files`: what of it the agent has and can show; `closures`: what cannot be
 * passed now. */
export function useResources(
  programme: Programme | null,
  files: readonly string[],
  closures: readonly WayClosure[],
  report: (code: string, detail: string) => void,
): SceneResources {
  const venues = useVenues(programme, fileUrl, report)
  const held = files.join(' ')
  return useMemo(
    () => ({
      fileUrl: (sha256) => (held.includes(sha256) ? fileUrl(sha256) : absentUrl(sha256)),
      liveUrl: (streamId) => (programme?.streams.some((stream) => stream.id === streamId) ? liveUrl(streamId) : null),
      venue: (sha256) => venues.get(sha256) ?? null,
      kioskId: programme?.display.kioskId ?? null,
      closures,
    }),
    [programme, held, venues, closures],
  )
}
