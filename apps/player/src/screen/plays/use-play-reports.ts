import type { PlayReport, SceneContent } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { newId, type Showing, type ZonePlace } from '@akari/scenes'
import { useCallback, useEffect, useRef } from 'react'
import type { GlassState } from '../glass/glass-store.ts'
import { clockOf } from '../glass/use-direction.ts'
import type { View } from '../glass/view.ts'
import type { Send } from '../link/agent-link.ts'
import { itemIdOf, onNow, unshown } from './on-now.ts'
import { begun, failure, type OpenPlay, playsAfter } from './play-watch.ts'
import type { ZoneStages } from './use-zone-stages.ts'
import { type LayoutOnNow, NO_ZONES, type ZonePlays, zonePlaysAfter } from './zone-plays.ts'

/** While the agent is away: so many reports wait for it. */
const MOST_WAITING = 500

/** Tells the agent what is really on the glass, from when until when; gives what tells of something that could not be shown. */
export function usePlayReports(
  state: GlassState,
  view: View,
  onStage: Showing<SceneContent> | null,
  zoneStages: ZoneStages,
  direction: Direction | null,
  send: Send,
): (stageKey: string, error: { code: string; detail: string }, inZone: ZonePlace | null) => void {
  const open = useRef<OpenPlay | null>(null)
  const openInZones = useRef<ZonePlays>(NO_ZONES)
  const waiting = useRef<PlayReport[]>([])
  const failed = useRef(new Set<string>())
  const latest = useRef({ state, direction })
  latest.current = { state, direction }
  const { connection } = state

  const tell = useCallback(
    (reports: readonly PlayReport[]) => {
      waiting.current = [...waiting.current, ...reports].slice(-MOST_WAITING)
      while (waiting.current[0] !== undefined && send({ type: 'screen.played', play: waiting.current[0] })) {
        waiting.current.shift()
      }
    },
    [send],
  )
  useEffect(() => {
    const clock = clockOf(latest.current.state)
    // Without the time, and before the agent spoke, nobody could say when it was.
    const isKnown = clock !== null && clock.trust !== 'unknown'
    const at = clock?.instant ?? new Date().toISOString()
    const now = isKnown ? onNow(view, onStage, direction, Date.parse(at), open.current?.on ?? null) : null
    const { open: next, reports } = playsAfter(open.current, now, at, newId)
    open.current = next
    const layout = layoutOnNow(view, onStage, zoneStages, direction, next)
    const inZones = zonePlaysAfter(openInZones.current, layout, at, newId)
    openInZones.current = inZones.open
    // What was in zones is over before the next glass begins, and begins after it.
    const over = inZones.reports.filter(({ endedAt }) => endedAt !== null)
    const begins = inZones.reports.filter(({ endedAt }) => endedAt === null)
    const news = [...over, ...reports, ...begins]
    if (news.length > 0) tell(news)
  })
  useEffect(() => {
    tell([...(open.current === null ? [] : [open.current]), ...openInZones.current.values()].map(begun))
  }, [connection, tell])

  return useCallback(
    (stageKey, error, inZone) => {
      const clock = clockOf(latest.current.state)
      const { direction: directed } = latest.current
      if (clock === null || clock.trust === 'unknown' || directed === null) return
      const found = unshown(directed, stageKey, inZone)
      if (found === null) return
      const name = `${found.turn} ${inZone?.stageKey ?? stageKey} ${error.code}`
      if (failed.current.has(name)) return
      failed.current = new Set([...failed.current, name].slice(-MOST_WAITING))
      tell([failure(newId(), clock.instant, found.shown, error)])
    },
    [tell],
  )
}

/** The layout that is truly on; while the stage still shows what was before it, or nobody knows the time, there is none. */
function layoutOnNow(
  view: View,
  onStage: Showing<SceneContent> | null,
  zoneStages: ZoneStages,
  direction: Direction | null,
  glass: OpenPlay | null,
): LayoutOnNow | null {
  const zones = direction?.zones
  if (view.kind !== 'programme' || direction === null || zones === undefined || onStage === null || glass === null) {
    return null
  }
  const stageKeys = zoneStages.get(onStage.key)
  if (stageKeys === undefined || direction.item?.itemId !== itemIdOf(onStage.key)) return null
  return { glassPlayId: glass.id, direction, zones, stageKeys }
}
