import { fromBinary } from '@bufbuild/protobuf'
import { FeedHeader_Incrementality, type FeedMessage, FeedMessageSchema } from './gtfs-realtime.gen.ts'
import { secondsOfStamp } from './age.ts'

/** A vehicle takes a hundred bytes; this is a hundred thousand of them. */
export const MOST_FEED_BYTES = 32 * 1024 * 1024
const MOST_ENTITIES = 100_000

export type DownReason = 'empty-body' | 'not-protobuf' | 'no-header' | 'too-large' | 'differential'

/** What a body is: a feed with something in it, one that says there is nothing (at night), or none at all. */
export type FeedBody =
  | { state: 'ok' | 'empty'; headerAt: number | null; message: FeedMessage }
  | { state: 'down'; reason: DownReason }

/**
 * Reads a GTFS-Realtime feed. Never throws. An empty body decodes to a message without a header, a page of HTML or a torn body to
 * an error or to something without a version: all of these mean that the feed is down, never that there are no buses.
 */
export function readRealtime(bytes: Uint8Array): FeedBody {
  if (bytes.byteLength === 0) return { state: 'down', reason: 'empty-body' }
  if (bytes.byteLength > MOST_FEED_BYTES) return { state: 'down', reason: 'too-large' }
  const message = decoded(bytes)
  if (message === null) return { state: 'down', reason: 'not-protobuf' }
  const { header, entity } = message
  if (header === undefined || !/^[12](\.\d+)?$/.test(header.gtfsRealtimeVersion.trim()))
    return { state: 'down', reason: 'no-header' }
  if (entity.length > MOST_ENTITIES) return { state: 'down', reason: 'too-large' }
  // Parts of a state need the whole before them, which a poll never had.
  if (header.incrementality === FeedHeader_Incrementality.DIFFERENTIAL) return { state: 'down', reason: 'differential' }
  return { state: entity.length === 0 ? 'empty' : 'ok', headerAt: secondsOfStamp(header.timestamp), message }
}

function decoded(bytes: Uint8Array): FeedMessage | null {
  try {
    return fromBinary(FeedMessageSchema, bytes)
  } catch {
    return null
  }
}
