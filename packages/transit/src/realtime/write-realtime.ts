import { fromJson, type JsonObject, toBinary } from '@bufbuild/protobuf'
import { FeedMessageSchema } from './gtfs-realtime.gen.ts'

/** What a feed is made of, in the JSON form of protobuf: `{ vehicle: { trip: { tripId: 'a' }, … } }`. */
export type FeedEntityJson = JsonObject

/** The bytes of a GTFS-Realtime feed of these entities, made at a moment (Unix seconds). Throws where they are no entities. */
export function writeRealtime(
  timestamp: number,
  entities: readonly FeedEntityJson[],
  header: JsonObject = {},
): Uint8Array {
  const json = {
    header: { gtfsRealtimeVersion: '2.0', timestamp, ...header },
    entity: entities.map((entity, n) => ({ id: String(n), ...entity })),
  }
  return toBinary(FeedMessageSchema, fromJson(FeedMessageSchema, json))
}
