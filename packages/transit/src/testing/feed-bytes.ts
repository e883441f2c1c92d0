import { fromJson, type JsonObject, toBinary } from '@bufbuild/protobuf'
import { FeedMessageSchema } from '../realtime/gtfs-realtime.gen.ts'
import { type FeedBody, readRealtime } from '../realtime/read-realtime.ts'

/** The bytes of a feed of these entities (in the JSON form of protobuf), as a server would send them. */
export function feedBytes(timestamp: number, entities: readonly JsonObject[], header: JsonObject = {}): Uint8Array {
  const json = {
    header: { gtfsRealtimeVersion: '2.0', timestamp, ...header },
    entity: entities.map((entity, n) => ({ id: String(n), ...entity })),
  }
  return toBinary(FeedMessageSchema, fromJson(FeedMessageSchema, json))
}

export function feedBody(timestamp: number, entities: readonly JsonObject[]): FeedBody {
  return readRealtime(feedBytes(timestamp, entities))
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
