import type { OnGlass, ScreenMessage } from '@akari/protocol'
import { useEffect, useRef } from 'react'
import { afterPaint } from '../takeover/after-paint.ts'
import { notYet, shownBy } from '../takeover/shown.ts'
import type { GlassState } from './glass-store.ts'
import { clockOf } from './use-direction.ts'

const HEARTBEAT_MS = 5000

/** Says after each change, and every five seconds, what was painted; a page that no longer paints falls silent. */
export function usePaintReports(
  onGlass: Omit<OnGlass, 'since'>,
  state: GlassState,
  send: (message: ScreenMessage) => void,
): void {
  const latest = useRef(state)
  latest.current = state
  const frame = useRef(0)
  const text = JSON.stringify(onGlass)
  const { connection } = state
  const since = useRef({ text: '', at: '' })
  useEffect(() => {
    if (since.current.text !== text) since.current = { text, at: nowOf(latest.current) }
    let giveUp = (): void => undefined
    const report = (): void => {
      giveUp()
      giveUp = afterPaint(() => {
        frame.current += 1
        send({ type: 'screen.painted', onGlass: { ...onGlass, since: since.current.at }, frame: frame.current })
      })
    }
    report()
    const timer = setInterval(report, HEARTBEAT_MS)
    return () => {
      giveUp()
      clearInterval(timer)
    }
    // `text` is `onGlass`; a new connection wants a report at once.
  }, [text, connection, send])
}

/** Acknowledges every alert state once the frame that follows from it is painted, anew on every connection. */
export function useShownReports(state: GlassState, send: (message: ScreenMessage) => void): void {
  const { player, connection } = state
  const done = useRef({ connection: -1, names: new Set<string>() })
  const latest = useRef(state)
  latest.current = state
  const live = player?.alerts.live?.state
  const drill = player?.alerts.drill?.state
  useEffect(() => {
    if (player === null) return
    return afterPaint(() => {
      if (done.current.connection !== connection) done.current = { connection, names: new Set() }
      const acknowledgements = shownBy(player, nowOf(latest.current))
      for (const acknowledgement of notYet(acknowledgements, done.current.names))
        send({ type: 'alert.shown', acknowledgement })
    })
    // Only a change of the alert states, or a new connection, has something to acknowledge.
  }, [live?.epoch, live?.revision, drill?.epoch, drill?.revision, connection, send])
}

function nowOf(state: GlassState): string {
  return clockOf(state)?.instant ?? new Date().toISOString()
}
