import type { Clock, GlassShape } from '@akari/protocol'
import type { Direction } from '@akari/programme'
import { useEffect, useMemo, useState } from 'react'
import { continuedClock, type PageTime } from '../clock/continued-clock.ts'
import { createDirector } from './director.ts'
import type { GlassState, Visitor } from './glass-store.ts'
import { useStable } from './use-stable.ts'

const LOOK_AT_LEAST_EVERY_MS = 1000

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
export function useDirection(state: GlassState, shape: GlassShape): Direction | null {
  const director = useMemo(createDirector, [])
  const [, lookAgain] = useState(0)
  const clock = clockOf(state)
  const direction =
    state.player === null || clock === null ? null : director(state.player, visitorOn(state), clock, shape)
  const stable = useStable(direction)
  const waitMs =
    direction === null || clock === null
      ? LOOK_AT_LEAST_EVERY_MS
      : Date.parse(direction.validUntil) - Date.parse(clock.instant)
  useEffect(() => {
    const timer = setTimeout(() => lookAgain((n) => n + 1), Math.max(20, Math.min(waitMs + 5, LOOK_AT_LEAST_EVERY_MS)))
    return () => clearTimeout(timer)
  })
  return stable
}

/** The visitor's touches on the clock that decisions are made by; the page's own starts with the page. */
function visitorOn({ visitor, anchor }: GlassState): Visitor {
  const { language, touchedAtMs, beganAtMs } = visitor
  const shiftMs = anchor === null ? 0 : anchor.agentMonotonicMs - anchor.heardAtMs
  const onClock = (pageMs: number | null) => (pageMs === null ? null : pageMs + shiftMs)
  return { language, touchedAtMs: onClock(touchedAtMs), beganAtMs: onClock(beganAtMs) }
}

/** Milliseconds of the wall clock, to the second, for the clock on the strip. */
export function nowMsOf(state: GlassState): number | null {
  const clock = clockOf(state)
  return clock === null ? null : Math.floor(Date.parse(clock.instant) / 1000) * 1000
}
