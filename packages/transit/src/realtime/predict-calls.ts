import { isFieldSet } from '@bufbuild/protobuf'
import { type OpenTimetable, rowsOf } from '../model/open-timetable.ts'
import {
  type TripUpdate,
  type TripUpdate_StopTimeEvent,
  TripUpdate_StopTimeEventSchema,
  TripUpdate_StopTimeUpdate_ScheduleRelationship as Relationship,
  type TripUpdate_StopTimeUpdate,
  TripUpdate_StopTimeUpdateSchema,
  TripUpdateSchema,
} from './gtfs-realtime.gen.ts'
import type { LiveCall, Run } from './live.ts'

/** A bus is never earlier or later than this; what says so means another day, or milliseconds. Seconds. */
const MOST_EARLY = 3600
const MOST_LATE = 12 * 3600

/**
 * When a run calls at each stop, as far as the update says: a delay goes on to all later stops until the next one (GTFS-Realtime,
 * Trip Updates), a stop that is skipped changes nothing for those after it, and NO_DATA ends what is known.
 */
export function predictCalls(open: OpenTimetable, { trip, startsAt }: Run, update: TripUpdate): LiveCall[] {
  const { stopTimes } = open.timetable
  const [from, until] = rowsOf(open.timetable, trip)
  const matched = matchRows(open, from, until, update.stopTimeUpdate)
  const isWhole = matched.size === 0 && isFieldSet(update, TripUpdateSchema.field.delay)
  let delay: number | null = isWhole ? believable(update.delay) : null
  return Array.from({ length: until - from }, (_, n) => {
    const row = from + n
    const planned = {
      arrival: startsAt + (stopTimes.arrival[row] ?? 0),
      departure: startsAt + (stopTimes.departure[row] ?? 0),
    }
    const known = matched.get(row)
    const relationship = known?.scheduleRelationship ?? Relationship.SCHEDULED
    let arrives = delay
    if (known !== undefined && relationship !== Relationship.SKIPPED) {
      const [arrival, departure] = [
        delayOf(known.arrival, planned.arrival),
        delayOf(known.departure, planned.departure),
      ]
      arrives = relationship === Relationship.NO_DATA ? null : (arrival ?? departure ?? delay)
      delay = relationship === Relationship.NO_DATA ? null : (departure ?? arrival ?? delay)
    }
    return {
      arrivesAt: arrives === null ? null : planned.arrival + arrives,
      departsAt: delay === null ? null : planned.departure + delay,
      isSkipped: relationship === Relationship.SKIPPED,
    }
  })
}

/**
 * Which row each update means: by stop_sequence, else by the next call at its stop, since a loop calls at its first stop twice. Where both are
 * given and contradict each other, the stop counts: timetables are numbered anew more often than stops.
 */
function matchRows(
  { timetable, stopAt }: OpenTimetable,
  from: number,
  until: number,
  updates: readonly TripUpdate_StopTimeUpdate[],
): Map<number, TripUpdate_StopTimeUpdate> {
  const { stop, sequence } = timetable.stopTimes
  const hasSequence = (update: TripUpdate_StopTimeUpdate) =>
    isFieldSet(update, TripUpdate_StopTimeUpdateSchema.field.stopSequence)
  const inOrder = updates.every(hasSequence) ? updates.toSorted((a, b) => a.stopSequence - b.stopSequence) : updates
  const bySequence = new Map(Array.from({ length: until - from }, (_, n) => [sequence[from + n] ?? 0, from + n]))
  const matched = new Map<number, TripUpdate_StopTimeUpdate>()
  let next = from
  for (const update of inOrder) {
    const stopIndex = stopAt.get(update.stopId.trim())
    const numbered = hasSequence(update) ? bySequence.get(update.stopSequence) : undefined
    const fits = numbered !== undefined && (stopIndex === undefined || stop[numbered] === stopIndex)
    const row = fits ? numbered : stopIndex === undefined ? -1 : stop.subarray(next, until).indexOf(stopIndex) + next
    if (row < next || (!fits && stop[row] !== stopIndex)) continue
    matched.set(row, update)
    next = row + 1
  }
  return matched
}

function delayOf(event: TripUpdate_StopTimeEvent | undefined, plannedAt: number): number | null {
  if (event === undefined) return null
  if (event.time > 0n) return believable(Number(event.time) - plannedAt)
  return isFieldSet(event, TripUpdate_StopTimeEventSchema.field.delay) ? believable(event.delay) : null
}

function believable(delay: number): number | null {
  return delay >= -MOST_EARLY && delay <= MOST_LATE ? delay : null
}
