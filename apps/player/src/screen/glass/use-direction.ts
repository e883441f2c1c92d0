import type { Clock, GlassShape } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { continuedClock, type PageTime } from '../clock/continued-clock.ts'
import { createDirector, type Director } from './director.ts'
import type { GlassState, Visitor } from './glass-store.ts'
import { workerUnroller } from './unroller.ts'
import { useStable } from './use-stable.ts'

const LOOK_AT_LEAST_EVERY_MS = 1000
/** With next to no power left; what the agent tells is looked at when it comes. */
const SPARING_EVERY_MS = 30_000
const AT_MOST_EVERY_MS = 4
/** Timers may be early by part of a millisecond: the decision would be the same again. */
const JUST_AFTER_MS = 1

/** The page's clocks now. */
export function pageTime(): PageTime {
  return { wallMs: Date.now(), monotonicMs: performance.now() }
}

/** The clock as the screen knows it now; null before the agent has spoken. */
export function clockOf(state: GlassState): Clock | null {
  return state.anchor === null ? null : continuedClock(state.anchor, pageTime())
}

/**
 * What is to be on the glass, decided anew whenever the state changes, at the end of each decision's validity and once a
 * second. Keeps the last decision where nothing changed.
 */
export function useDirection(
  state: GlassState,
  shape: GlassShape,
  report: (code: string, detail: string) => void,
): Direction | null {
  const [, lookAgain] = useState(0)
  const director = useDirector(report, () => lookAgain((n) => n + 1))
  const latest = useRef(state)
  latest.current = state
  const clock = clockOf(state)
  const direction =
    director === null || state.player === null || clock === null
      ? null
      : director.decide(state.player, visitorOn(state), clock, shape)
  const stable = useStable(direction)
  const validUntilMs = direction === null ? Number.POSITIVE_INFINITY : Date.parse(direction.validUntil)
  useEffect(() => {
    const everyMs = isSparing(latest.current) ? SPARING_EVERY_MS : LOOK_AT_LEAST_EVERY_MS
    // Asked again, because drawing took its time.
    const now = clockOf(latest.current)
    const waitMs = now === null ? everyMs : validUntilMs - Date.parse(now.instant) + JUST_AFTER_MS
    const timer = setTimeout(() => lookAgain((n) => n + 1), Math.max(AT_MOST_EVERY_MS, Math.min(waitMs, everyMs)))
    return () => clearTimeout(timer)
  })
  return stable
}

function isSparing({ player }: GlassState): boolean {
  const power = player?.power ?? 'mains'
  return power !== 'mains' && (power.tier === 'sparing' || power.tier === 'ending')
}

/** A director with a worker of its own, for as long as the page stands; null in the moment before. */
function useDirector(report: (code: string, detail: string) => void, changed: () => void): Director | null {
  const [director, setDirector] = useState<Director | null>(null)
  const told = useRef({ report, changed })
  told.current = { report, changed }
  useLayoutEffect(() => {
    const worker = new Worker(new URL('./unroll.worker.ts', import.meta.url), { type: 'module' })
    const unroller = workerUnroller(worker, (detail) => told.current.report('unroll-worker', detail))
    const made = createDirector(unroller, () => told.current.changed())
    setDirector(made)
    return made.close
  }, [])
  return director
}

/** The visitor's touches on the clock that decisions are made by; the page's own starts with the page. */
function visitorOn({ visitor, anchor }: GlassState): Visitor {
  const shiftMs = anchor === null ? 0 : anchor.agentMonotonicMs - anchor.heardAtMs
  const onClock = (pageMs: number | null) => (pageMs === null ? null : pageMs + shiftMs)
  return { ...visitor, touchedAtMs: onClock(visitor.touchedAtMs), beganAtMs: onClock(visitor.beganAtMs) }
}

/** Milliseconds of the wall clock, to the second, for the clock on the strip. */
export function nowMsOf(state: GlassState): number | null {
  const clock = clockOf(state)
  return clock === null ? null : Math.floor(Date.parse(clock.instant) / 1000) * 1000
}
