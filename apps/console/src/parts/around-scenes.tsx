import { feedsOf, FeedSnapshot, type SceneContent } from '@akari/protocol'
import { type Surroundings, SurroundingsContext } from '@akari/scenes'
import { useQueries } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useContext, useMemo } from 'react'
import { get } from '../api/client.ts'
import { TIME_ZONE } from './local-time.ts'
import { GlassMoment } from './small-glass.tsx'
import { useNow } from './use-now.ts'

const LOOK_EVERY_MS = 5000
const ASK_EVERY_MS = 20_000

/** What the boards of a preview are told of the world: what displays are told of their feeds, at the moment the preview shows. */
export function AroundScenes({
  scenes,
  children,
}: {
  scenes: readonly SceneContent[]
  children: ReactNode
}): ReactElement {
  const presentMs = useNow(LOOK_EVERY_MS)
  const nowMs = useContext(GlassMoment) ?? presentMs
  const feedIds = [...new Set(scenes.flatMap(feedsOf))].toSorted()
  const feeds = useQueries({
    queries: feedIds.map((feedId) => ({
      queryKey: ['feeds', feedId, 'snapshot'],
      queryFn: ({ signal }: { signal: AbortSignal }) => get(FeedSnapshot, `/api/feeds/${feedId}/snapshot`, signal),
      refetchInterval: ASK_EVERY_MS,
    })),
    combine: snapshotsOf,
  })
  const around = useMemo<Surroundings>(
    () => ({
      nowMs,
      deviceMs: nowMs,
      clockTrust: 'synced',
      timeZone: TIME_ZONE,
      calendar: null,
      feeds,
      openNetwork: null,
    }),
    [nowMs, feeds],
  )
  return <SurroundingsContext value={around}>{children}</SurroundingsContext>
}

function snapshotsOf(queries: readonly { data: FeedSnapshot | undefined }[]): FeedSnapshot[] {
  return queries.flatMap(({ data }) => data ?? [])
}
