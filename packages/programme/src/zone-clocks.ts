import { Temporal } from 'temporal-polyfill'

/** What the clocks of zones do; what was asked once is remembered. */
export type ZoneClocks = {
  /** Local time minus UTC, in milliseconds, where it is the same from one moment to another; null where clocks change. */
  standing: (timeZone: string, fromMs: number, toMs: number) => number | null
  /** Does the runtime know this IANA zone? */
  knows: (timeZone: string) => boolean
}

/** A stretch in which the clocks of a zone do not change; the end excluded. */
type Standing = { fromMs: number; endsAtMs: number; offsetMs: number }

export function zoneClocks(): ZoneClocks {
  const stretches = new Map<string, Standing[]>()
  const known = new Map<string, boolean>()
  return {
    standing: (timeZone, fromMs, toMs) => {
      const held = stretches.get(timeZone) ?? []
      const covering = held.find((one) => one.fromMs <= fromMs && fromMs < one.endsAtMs)
      const stretch = covering ?? standingFrom(timeZone, fromMs)
      // One that begins earlier takes the place of what it covers.
      const others = held.filter(({ endsAtMs }) => endsAtMs !== stretch.endsAtMs)
      if (covering === undefined) stretches.set(timeZone, [...others, stretch])
      return toMs < stretch.endsAtMs ? stretch.offsetMs : null
    },
    knows: (timeZone) => {
      const answer = known.get(timeZone) ?? isKnownZone(timeZone)
      known.set(timeZone, answer)
      return answer
    },
  }
}

/** Does the runtime know this IANA zone? */
export function isKnownZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone)
    return true
  } catch {
    return false
  }
}

function standingFrom(timeZone: string, fromMs: number): Standing {
  const from = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(timeZone)
  const change = from.getTimeZoneTransition('next')
  const endsAtMs = change === null ? Number.POSITIVE_INFINITY : change.epochMilliseconds
  return { fromMs, endsAtMs, offsetMs: from.offsetNanoseconds / 1e6 }
}
