import type { PlayReport, SceneContent } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { newId, type Showing } from '@akari/scenes'
import { useCallback, useEffect, useRef } from 'react'
import type { GlassState } from '../glass/glass-store.ts'
import { clockOf } from '../glass/use-direction.ts'
import type { View } from '../glass/view.ts'
import type { Send } from '../link/agent-link.ts'
import { itemIdOf, onNow, shownItem } from './on-now.ts'
import { begun, failure, type OpenPlay, playsAfter } from './play-watch.ts'

/** While the agent is away: so many reports wait for it. */
const MOST_WAITING = 500

/** Tells the agent what is really on the glass, from when until when; gives what tells of something that could not be shown. */
export function usePlayReports(
  state: GlassState,
  view: View,
  onStage: Showing<SceneContent> | null,
  direction: Direction | null,
  send: Send,
): (stageKey: string, error: { code: string; detail: string }) => void {
  const open = useRef<OpenPlay | null>(null)
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
    if (reports.length > 0) tell(reports)
  })
  useEffect(() => {
    tell(open.current === null ? [] : [begun(open.current)])
  }, [connection, tell])

  return useCallback(
    (stageKey, error) => {
      const clock = clockOf(latest.current.state)
      const item = latest.current.direction?.item ?? null
      if (clock === null || clock.trust === 'unknown' || latest.current.direction === null || item === null) return
      const { loop, upNext } = latest.current.direction
      const found = [...loop, ...(upNext === null ? [] : [upNext])].find(({ id }) => id === itemIdOf(stageKey))
      const name = `${item.key} ${stageKey} ${error.code}`
      if (found === undefined || failed.current.has(name)) return
      failed.current = new Set([...failed.current, name].slice(-MOST_WAITING))
      tell([failure(newId(), clock.instant, shownItem(found, latest.current.direction, item), error)])
    },
    [tell],
  )
}
