import type { AlertDesk, ChannelDesk, Clock, DisplayView, HeldAlerts, Programme } from '@akari/protocol'
import {
  type Direction,
  direct,
  type DirectState,
  NO_WINDOWS,
  unroll,
  type Values,
  valuesOf,
  type Windows,
} from '@akari/programme'
import { useLiveValues } from '../api/values.ts'
import { useEffect, useMemo, useState } from 'react'

const BOOT = 'console'
const DAY_MS = 86_400_000

/** What a display is to show at a moment, decided by the same function as on the player. */
export function directionFor(
  display: DisplayView,
  programme: Programme | null,
  windows: Windows,
  desk: AlertDesk | undefined,
  nowMs: number,
  values: Values = {},
): Direction {
  return direct(stateFor(display, programme, windows, desk, nowMs, values), clockAt(nowMs))
}

/** What `direct` decides from, for a display that nobody touches. */
export function stateFor(
  display: DisplayView,
  programme: Programme | null,
  windows: Windows,
  desk: AlertDesk | undefined,
  nowMs: number,
  values: Values,
): DirectState {
  return {
    programme,
    windows,
    values,
    alerts: { live: held(desk?.live), drill: held(desk?.drill) },
    displayId: display.id,
    visitor: { language: 'ja', touchedAtMs: null },
    link: { state: 'online', since: new Date(nowMs).toISOString() },
    power: 'mains',
  }
}

/** A clock that is right. */
export function clockAt(nowMs: number): Clock {
  return { instant: new Date(nowMs).toISOString(), trust: 'synced', monotonicMs: nowMs, bootId: BOOT }
}

function held(channel: ChannelDesk | undefined): HeldAlerts | null {
  if (channel === undefined) return null
  const { epoch, revision, issuedAt, alerts } = channel
  return {
    state: { channel: channel.channel, epoch, revision, issuedAt, alerts },
    receivedAt: issuedAt,
    receivedMonotonicMs: 0,
    bootId: BOOT,
  }
}

/** What is known of the outside world now, as conditions of the schedule ask for it. */
export function useValues(): Values {
  const views = useLiveValues().data
  return useMemo(
    () =>
      valuesOf(
        Object.fromEntries((views ?? []).flatMap(({ name, latest }) => (latest === null ? [] : [[name, latest]]))),
      ),
    [views],
  )
}

/** Keeps deciding: again at `validUntil`, and whenever programme or alerts change. */
export function useDirection(
  display: DisplayView,
  programme: Programme | null,
  desk: AlertDesk | undefined,
): Direction {
  const values = useValues()
  const [nowMs, setNowMs] = useState(() => Date.now())
  const day = Math.floor(nowMs / DAY_MS)
  const windows = useMemo(() => windowsAround(programme, day), [programme, day])
  const direction = useMemo(
    () => directionFor(display, programme, windows, desk, nowMs, values),
    [display, programme, windows, desk, nowMs, values],
  )
  useAgainAt(Date.parse(direction.validUntil), direction, setNowMs)
  return direction
}

/** The same for several displays, in their order; a programme that is not there yet counts as none. */
export function useDirections(
  displays: readonly DisplayView[],
  programmes: readonly (Programme | null | undefined)[],
  desk: AlertDesk | undefined,
): readonly Direction[] {
  const values = useValues()
  const [nowMs, setNowMs] = useState(() => Date.now())
  const day = Math.floor(nowMs / DAY_MS)
  const windows = useMemo(() => programmes.map((programme) => windowsAround(programme ?? null, day)), [programmes, day])
  const directions = useMemo(
    () =>
      displays.map((display, n) =>
        directionFor(display, programmes[n] ?? null, windows[n] ?? NO_WINDOWS, desk, nowMs, values),
      ),
    [displays, programmes, windows, desk, nowMs, values],
  )
  useAgainAt(Math.min(...directions.map(({ validUntil }) => Date.parse(validUntil))), directions, setNowMs)
  return directions
}

function windowsAround(programme: Programme | null, day: number): Windows {
  if (programme === null) return NO_WINDOWS
  return unroll(programme, new Date((day - 1) * DAY_MS).toISOString(), new Date((day + 2) * DAY_MS).toISOString())
}

/** Lets it be decided again once what was decided does not hold any more. */
function useAgainAt(atMs: number, decided: unknown, decide: (nowMs: number) => void): void {
  useEffect(() => {
    const waitMs = Math.max(200, atMs - Date.now() + 20)
    const timer = setTimeout(() => decide(Date.now()), Math.min(waitMs, DAY_MS))
    return () => clearTimeout(timer)
  }, [atMs, decided, decide])
}
