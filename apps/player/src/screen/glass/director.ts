import type { Clock, GlassShape, LiveValues, PlayerState, Programme } from '@akari/protocol'
import { direct, type Direction, NO_WINDOWS, type Play, unroll, type Values, type Windows } from '@akari/programme'
import type { Visitor } from './glass-store.ts'

const HOUR_MS = 3_600_000
const BEHIND_MS = 24 * HOUR_MS
const AHEAD_MS = 72 * HOUR_MS
const RENEW_BEFORE_END_MS = 24 * HOUR_MS

export type Director = (player: PlayerState, visitor: Visitor, clock: Clock, shape: GlassShape) => Direction

/** `direct` over windows that are unrolled once per programme and renewed a day before they end. */
export function createDirector(): Director {
  let unrolled: { programme: Programme; windows: Windows } | null = null
  const windowsFor = (programme: Programme | null, clock: Clock): Windows => {
    if (programme === null) return NO_WINDOWS
    const nowMs = Date.parse(clock.instant)
    const isFresh =
      unrolled !== null &&
      unrolled.programme.revision === programme.revision &&
      unrolled.programme.displayId === programme.displayId &&
      nowMs >= unrolled.windows.fromMs &&
      nowMs < unrolled.windows.toMs - RENEW_BEFORE_END_MS
    if (!isFresh || unrolled === null)
      unrolled = {
        programme,
        windows: unroll(programme, new Date(nowMs - BEHIND_MS).toISOString(), new Date(nowMs + AHEAD_MS).toISOString()),
      }
    return unrolled.windows
  }
  return (player, visitor, clock, shape) =>
    direct(
      {
        programme: player.programme,
        windows: windowsFor(player.programme, clock),
        alerts: player.alerts,
        displayId: player.pairing.state === 'paired' ? player.pairing.displayId : null,
        visitor,
        link: player.link,
        power: player.power,
        values: valuesOf(player.values),
        plays: playsOf(player.plays),
        shape,
      },
      clock,
    )
}

function valuesOf({ values }: LiveValues): Values {
  const told = Object.entries(values).map(([name, { value, observedAt, validForSeconds }]) => {
    return [name, { value, at: observedAt, validForMs: validForSeconds * 1000 }] as const
  })
  return Object.fromEntries(told)
}

function playsOf(plays: PlayerState['plays']): Play[] {
  return plays.map(({ entryId, startedAt }) => ({ entryId, startedAtMs: Date.parse(startedAt) }))
}
