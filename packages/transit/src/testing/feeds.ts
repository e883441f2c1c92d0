import type { JsonObject } from '@bufbuild/protobuf'
import { type FeedBody, readRealtime } from '../realtime/read-realtime.ts'
import { writeRealtime } from '../realtime/write-realtime.ts'

export function feedBody(timestamp: number, entities: readonly JsonObject[]): FeedBody {
  return readRealtime(writeRealtime(timestamp, entities))
}

/** A vehicle of a trip near the city hall. */
export function vehicleOf(tripId: string, timestamp: number, more: JsonObject = {}): JsonObject {
  const position = { latitude: 35.7, longitude: 139.5 }
  return { vehicle: { trip: { tripId }, vehicle: { id: `bus-${tripId}` }, position, timestamp, ...more } }
}

/** An update of a trip with these stop time updates. */
export function updateOf(tripId: string, calls: readonly JsonObject[], more: JsonObject = {}): JsonObject {
  return { tripUpdate: { trip: { tripId }, stopTimeUpdate: [...calls], ...more } }
}
