import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'

/** Why what a stream sends is not handed on to displays, or why its server is not reached. */
export const StreamFault = z.enum([
  /** A page, a film, anything but an HLS playlist (RFC 8216 §4.3.1.1). */
  'noPlaylist',
  'tooLarge',
  /** A list of variants names another list of variants. */
  'recursive',
  /** The stream leads into the network, to another protocol, or to no address. */
  'address',
  /** The server that staff gave is inside the network, and nobody allowed it: the relay does not ask it, displays do themselves. */
  'inside',
  'durations',
  /** The clock of the stream goes back. */
  'clock',
  /** Uses what the relay does not know: variables in addresses. */
  'unknownTag',
  /** What should be picture or sound is a page. */
  'noMedia',
  /** No server has this name. */
  'nameUnknown',
  'notAccepting',
  'noAnswer',
  /** What answers at an address of https does not speak TLS. */
  'noTls',
  /** The certificate of the server (RFC 5280 §6.1.3): its time is over, or has not begun by our clock. */
  'certificateExpired',
  'certificateEarly',
  /** It is that of another name (RFC 9525 §6). */
  'certificateName',
  /** It was signed by nobody whom this server knows, or by the server itself. */
  'certificateUnknown',
])
export type StreamFault = z.infer<typeof StreamFault>

/**
 * `live`: new segments come; `stalled`: it answers, but nothing new comes; `ended`: it says that it is over; `gone`: it is not there
 * (404); `unknown`: not asked yet.
 */
export const StreamState = z.enum(['unknown', 'live', 'stalled', 'ended', 'gone', 'unreachable', 'refused'])
export type StreamState = z.infer<typeof StreamState>

/** How a live stream is, as the relay of the CMS sees it. */
export const StreamHealth = z.object({
  streamId: Id,
  state: StreamState,
  /** Since when it is so. */
  since: Instant.nullable(),
  fault: StreamFault.nullable(),
  /** What staff can do about it, in both their languages; null where there is nothing to do. */
  advice: z.object({ ja: z.string(), en: z.string() }).nullable(),
  /** What a server said or did, for whoever looks after it; never shown to visitors. */
  detail: z.string().nullable(),
  /** Bits that come from the stream in a second; null while nobody plays it. */
  bitsPerSecond: z.number().nullable(),
  /** How far the end of its newest segment is behind the clock; null where the stream does not say. */
  latencyMs: z.number().nullable(),
  /** How often nothing new came in time, within the last hour. */
  stallsLastHour: z.int(),
  /** How often within the last hour its picture gave way to the slate, over all displays that report; null before any minute told it. */
  slatesLastHour: z.int().nullable(),
  /** Displays that play it by way of this server. */
  displays: z.int(),
})
export type StreamHealth = z.infer<typeof StreamHealth>

/** How a stream was in one minute, over all servers. */
export const StreamMinute = StreamHealth.pick({
  state: true,
  bitsPerSecond: true,
  latencyMs: true,
  stallsLastHour: true,
  slatesLastHour: true,
  displays: true,
}).extend({ at: Instant })
export type StreamMinute = z.infer<typeof StreamMinute>
