import { useCallback, useEffect, useRef, useState } from 'react'
import { toLocal, TIME_ZONE } from '../../parts/local-time.ts'
import { useNow } from '../../parts/use-now.ts'
import { readMoment, withinReach } from './moment.ts'

export type Travel = {
  /** The moment that is looked at, in Unix milliseconds. */
  atMs: number
  /** The present moment. */
  nowMs: number
  /** It is the present one, and goes along with it. */
  follows: boolean
  playing: boolean
  speed: 1 | 60
  go: (ms: number) => void
  /** Goes where this says from where it stands, also when keys come faster than the page draws. */
  move: (to: (fromMs: number) => number | null) => boolean
  followNow: () => void
  toggle: () => void
  setSpeed: (speed: 1 | 60) => void
}

const TICK_MS = 250
const FOLLOW_MS = 1000

type Place = { get: (name: string) => string | null; set: (name: string, value: string | null) => void }

/** A clock that staff can move. Where it stands is in the address, so that a moment can be sent to a colleague. */
export function useTravel({ get, set }: Place): Travel {
  const nowMs = useNow(FOLLOW_MS)
  const named = readMoment(get('at'))
  const [offsetMs, setOffsetMs] = useState(0)
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<1 | 60>(1)
  const follows = named === null
  const atMs = withinReach(named === null ? nowMs : named + offsetMs, nowMs)
  const latest = useRef({ atMs, set })
  /** Where it was sent and the address has not followed yet. */
  const sent = useRef<number | null>(null)
  useEffect(() => {
    latest.current = { atMs, set }
    if (sent.current === atMs) sent.current = null
  })
  const put = useCallback((ms: number | null) => {
    setOffsetMs(ms === null ? 0 : ms % 60_000)
    latest.current.set('at', ms === null ? null : toLocal(ms, TIME_ZONE))
  }, [])
  useEffect(() => {
    if (!playing) return
    const timer = setInterval(() => put(withinReach(latest.current.atMs + TICK_MS * speed, Date.now())), TICK_MS)
    return () => clearInterval(timer)
  }, [playing, speed, put])
  const go = (ms: number): void => {
    sent.current = withinReach(ms, nowMs)
    put(sent.current)
  }
  return {
    atMs,
    nowMs,
    follows,
    playing,
    speed,
    go,
    move: (to) => {
      const ms = to(sent.current ?? atMs)
      if (ms !== null) go(ms)
      return ms !== null
    },
    followNow: () => {
      sent.current = null
      setPlaying(false)
      put(null)
    },
    toggle: () => setPlaying(!playing),
    setSpeed,
  }
}
