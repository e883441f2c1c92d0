import { ageOf, type Observed } from '../realtime/age.ts'
import type { LiveTrip } from '../realtime/live.ts'
import type { DepartureState } from './departure.ts'

export type Expectation = { state: DepartureState; expectedAt: number | null; ageSeconds: number | null }

const BY_TIMETABLE: Expectation = { state: 'scheduled', expectedAt: null, ageSeconds: null }

/** What an update of a trip says of its n-th call at a moment (Unix seconds); too old, it says nothing, not even that the trip is cancelled. */
export function expectation(trip: LiveTrip | undefined, call: number, at: number): Expectation {
  const age = trip === undefined ? 'expired' : ageOf(trip, at)
  if (trip === undefined || age === 'expired' || age === 'future') return BY_TIMETABLE
  const ageSeconds = ageSecondsOf(trip, at)
  if (trip.isCancelled) return { state: 'cancelled', expectedAt: null, ageSeconds }
  const known = trip.calls[call]
  if (known?.isSkipped === true) return { state: 'skipped', expectedAt: null, ageSeconds }
  const expectedAt = known?.departsAt ?? null
  return expectedAt === null ? BY_TIMETABLE : { state: age, expectedAt, ageSeconds }
}

export function ageSecondsOf({ observedAt }: Observed, at: number): number | null {
  return observedAt === null ? null : Math.max(0, at - observedAt)
}
