import type { OnGlass, ScreenMessage } from '@akari/protocol'
import { useEffect, useRef } from 'react'
import { afterPaint } from '../takeover/after-paint.ts'
import { heldBy, notYet } from '../takeover/shown.ts'
import type { GlassState } from './glass-store.ts'
import { clockOf } from './use-direction.ts'
import { useStable } from './use-stable.ts'

const HEARTBEAT_MS = 5000

/**
 * Says after each change, and every five seconds, what was painted and how loud it is heard (per cent); a page that no longer paints falls silent. The count
 * stands on the page as well, where the host of the glass reads it without an agent.
 */
export function usePaintReports(
  onGlassNow: Omit<OnGlass, 'since' | 'volume'>,
  volume: number | null,
  state: GlassState,
  send: (message: ScreenMessage) => void,
): void {
  const onGlass = useStable(onGlassNow)
  const latest = useLatest(state)
  const frame = useRef(0)
  const began = useRef({ onGlass, since: '' })
  const { connection } = state
  useEffect(() => {
    if (began.current.onGlass !== onGlass || began.current.since === '')
      began.current = { onGlass, since: nowOf(latest.current) }
    let giveUp = (): void => undefined
    const report = (): void => {
      giveUp()
      giveUp = afterPaint(() => {
        frame.current += 1
        document.documentElement.dataset['painted'] = String(frame.current)
        send({
          type: 'screen.painted',
          onGlass: { ...onGlass, ...(volume === null ? {} : { volume }), since: began.current.since },
          frame: frame.current,
        })
      })
    }
    report()
    const timer = setInterval(report, HEARTBEAT_MS)
    return () => {
      giveUp()
      clearInterval(timer)
    }
  }, [onGlass, volume, connection, send, latest])
}

/** Acknowledges every alert state once the frame that follows from it is painted, anew on every connection. */
export function useShownReports(state: GlassState, send: (message: ScreenMessage) => void): void {
  const held = useStable(heldBy(state.player))
  const latest = useLatest(state)
  const done = useRef({ connection: -1, names: new Set<string>() })
  const { connection } = state
  useEffect(
    () =>
      afterPaint(() => {
        if (done.current.connection !== connection) done.current = { connection, names: new Set() }
        const at = nowOf(latest.current)
        for (const painted of notYet(held, done.current.names))
          send({ type: 'alert.shown', acknowledgement: { kind: 'shown', ...painted, at } })
      }),
    [held, connection, send, latest],
  )
}

function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value)
  latest.current = value
  return latest
}

function nowOf(state: GlassState): string {
  return clockOf(state)?.instant ?? new Date().toISOString()
}
