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
  z.object({
    ok: z.literal(true),
    serverTime: Instant,
    programmeRevision: Revision.nullable(),
    /** It answers `push.probe`; left out by a CMS of before. */
    echoes: z.literal(true).optional(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(['player-too-old', 'server-too-old', 'malformed']) }),
])
export type HelloReply = z.infer<typeof HelloReply>

/** Which layer won: EMERGENCY > POWER (exit guidance on battery) > TAKEOVER > hours > SCHEDULED > DEFAULT > built-in. */
export const Layer = z.enum(['emergency', 'power', 'takeover', 'closed', 'scheduled', 'default', 'fallback'])
export type Layer = z.infer<typeof Layer>

/** What is on the glass now, told by the screen after it painted. */
export const OnGlass = z.object({
  layer: Layer,
  kind: z.string().max(40),
  title: Texts.nullable(),
  playlistName: z.string().nullable(),
  /** What is truly heard of it: per cent of the display's own loudness; left out while it is silent. */
  volume: z.int().min(1).max(100).optional(),
  since: Instant,
})
export type OnGlass = z.infer<typeof OnGlass>

const Bytes = z.number().int().nonnegative()
const Percent = z.number().min(0).max(100)

/**
 * What a device knows of itself beyond its picture. A part is absent where nobody can know it: no sensor, another
 * operating system. Whoever measures a part is its only author (`Vitals` in the agent).
 */
export const DeviceVitals = z.object({
  /** Names one start of the device. */
  bootId: z.string().min(1).max(80).optional(),
  /** Whole seconds: since the device started, and since the agent did. */
  uptimeS: z.object({ device: z.int().nonnegative(), agent: z.int().nonnegative() }).optional(),
  /** The file system of the data folder. `contentBytes`: what Akari's files take of it, of at most `budgetBytes`. */
  storage: z
    .object({
      totalBytes: Bytes,
      freeBytes: Bytes,
      contentBytes: Bytes.optional(),
      budgetBytes: Bytes.optional(),
    })
    .optional(),
  memory: z
    .object({
      totalBytes: Bytes,
      /** What programs could still get, also by giving up caches. */
      availableBytes: Bytes,
      agentBytes: Bytes,
      screenBytes: Bytes.optional(),
    })
    .optional(),
  /** The hottest sensor of the processor. */
  temperatureC: z.number().min(-60).max(200).optional(),
  /** `control`: what switches it; `none`: nothing can, and `state` is then `unknown`. */
  panel: z
    .object({ state: z.enum(['on', 'off', 'unknown']), control: z.enum(['cec', 'rs232', 'dpms', 'none']) })
    .optional(),
  /** `sensor`: who told; `none`: nobody, by configuration. */
  power: z
    .object({
      source: z.enum(['mains', 'battery']),
      sensor: z.enum(['sysfs', 'nut', 'host', 'none']),
      chargePercent: Percent.optional(),
      runtimeS: z.int().nonnegative().optional(),
      tier: z.string().max(40).optional(),
    })
    .optional(),
  /** How the CMS is heard. `pushes`: whether the last echo came back over the socket. */
  link: z
    .object({
      path: z.enum(['socket', 'poll', 'relay', 'none']),
      since: Instant,
      server: z.string().max(200).optional(),
      roundTripMs: z.number().nonnegative().optional(),
      pushes: z.enum(['heard', 'unheard', 'unknown']).optional(),
      failures: z.int().nonnegative().optional(),
    })
    .optional(),
  /** Alerts from display to display. `heard`: neighbours that answered or called out within the last minutes, at most 64. */
  relay: z
    .discriminatedUnion('state', [
      z.object({ state: z.literal('off') }),
      z.object({ state: z.literal('on'), heard: z.int().nonnegative(), lastHeardAt: Instant.nullable() }),
    ])
    .optional(),
  /** How often within the last hour the picture of a live stream that it plays gave way to the slate here. */
  streams: z
    .array(z.object({ streamId: Id, slatesLastHour: z.int().nonnegative() }))
    .max(8)
    .optional(),
  clock: z
    .object({
      trust: z.enum(['synced', 'holdover', 'unknown']),
      offsetMs: z.number().nullable(),
      measuredAt: Instant.optional(),
    })
    .optional(),
})
export type DeviceVitals = z.infer<typeof DeviceVitals>

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
    /** Revisions of the set that the CMS wants here and of the one that is whole and active. */
    wanted: Revision.nullable().optional(),
    held: Revision.nullable().optional(),
    /** Files that failed to decode and are passed over until they change. */
    skipped: z.int().nonnegative().optional(),
  }),
  clockOffsetMs: z.number().nullable(),
  faults: z.array(z.object({ code: z.string().max(60), detail: z.string().max(300) })).max(20),
  ...DeviceVitals.shape,
})
export type DisplayHealth = z.infer<typeof DisplayHealth>

/** How sure we are of a display: never green for unconfirmed. */
export const DisplayStatus = z.enum(['unpaired', 'online', 'offline', 'trouble'])
export type DisplayStatus = z.infer<typeof DisplayStatus>

export const IdParam = z.object({ id: Id })
