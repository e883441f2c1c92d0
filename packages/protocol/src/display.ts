import { z } from 'zod'
import { Channel } from './alert.ts'
import { Texts } from './language.ts'
import { Epoch, Id, Instant, Revision } from './primitives.ts'

export const PROTOCOL_VERSION = 1

/** First words of a player on a new connection; an old server or player answers with a named reason. */
export const Hello = z.object({
  protocol: z.int().positive(),
  software: z.string().max(80),
  programmeRevision: Revision.nullable(),
  alerts: z.array(z.object({ channel: Channel, epoch: Epoch, revision: Revision })).max(2),
  /** Revision of the key manifest it holds. */
  keys: Revision.optional(),
})
export type Hello = z.infer<typeof Hello>

export const HelloReply = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), serverTime: Instant, programmeRevision: Revision.nullable() }),
  z.object({ ok: z.literal(false), reason: z.enum(['player-too-old', 'server-too-old', 'malformed']) }),
])
export type HelloReply = z.infer<typeof HelloReply>

/** Which layer of the programme won (facts: EMERGENCY > TAKEOVER > hours > SCHEDULED > DEFAULT > built-in). */
export const Layer = z.enum(['emergency', 'takeover', 'closed', 'scheduled', 'default', 'fallback'])
export type Layer = z.infer<typeof Layer>

/** What is on the glass now, told by the screen after it painted. */
export const OnGlass = z.object({
  layer: Layer,
  kind: z.string().max(40),
  title: Texts.nullable(),
  playlistName: z.string().nullable(),
  since: Instant,
})
export type OnGlass = z.infer<typeof OnGlass>

/** State of a display, sent every 10 s and whenever it changes. */
export const DisplayHealth = z.object({
  at: Instant,
  software: z.string().max(80),
  screen: z.enum(['painting', 'silent']),
  onGlass: OnGlass.nullable(),
  programmeRevision: Revision.nullable(),
  content: z.object({
    state: z.enum(['complete', 'downloading', 'failing']),
    filesMissing: z.int().nonnegative(),
    bytesMissing: z.int().nonnegative(),
  }),
  clockOffsetMs: z.number().nullable(),
  faults: z.array(z.object({ code: z.string().max(60), detail: z.string().max(300) })).max(20),
})
export type DisplayHealth = z.infer<typeof DisplayHealth>

/** How sure we are of a display: never green for unconfirmed. */
export const DisplayStatus = z.enum(['unpaired', 'online', 'offline', 'trouble'])
export type DisplayStatus = z.infer<typeof DisplayStatus>

export const IdParam = z.object({ id: Id })
