import { type Channel, feedsOf, type FeedSnapshot, type SceneContent } from '@akari/protocol'
import { type Surroundings, SurroundingsContext } from '@akari/scenes'
import { useQueries } from '@tanstack/react-query'
import { type ReactElement, type ReactNode, useContext, useMemo } from 'react'
import { snapshotQuery } from '../api/feeds.ts'
import { TIME_ZONE } from './local-time.ts'
import { GlassMoment } from './small-glass.tsx'
import { useNow } from './use-now.ts'
import { useOfficeDays } from './use-office-days.ts'

const LOOK_EVERY_MS = 5000

/** What the boards of a preview are told of the world: what displays are told of their feeds, at the moment the preview shows. */
export function AroundScenes({
  scenes,
  openNetwork = null,
  children,
}: {
  scenes: readonly SceneContent[]
  /** Where an alert that is shown says that 00000JAPAN is open: its channel. */
  openNetwork?: Channel | null
  children: ReactNode
}): ReactElement {
  const presentMs = useNow(LOOK_EVERY_MS)
  const nowMs = useContext(GlassMoment) ?? presentMs
  const feedIds = [...new Set(scenes.flatMap(feedsOf))].toSorted()
  const feeds = useQueries({
    queries: feedIds.map(snapshotQuery),
    combine: snapshotsOf,
  })
  const { calendar } = useOfficeDays()
  const around = useMemo<Surroundings>(
    () => ({
      nowMs,
      deviceMs: nowMs,
      clockTrust: 'synced',
      timeZone: TIME_ZONE,
      calendar,
      feeds,
      openNetwork,
    }),
    [nowMs, calendar, feeds, openNetwork],
  )
  return <SurroundingsContext value={around}>{children}</SurroundingsContext>
}

function snapshotsOf(queries: readonly { data: FeedSnapshot | undefined }[]): FeedSnapshot[] {
  return queries.flatMap(({ data }) => data ?? [])
}
