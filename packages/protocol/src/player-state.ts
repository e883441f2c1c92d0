import { z } from 'zod'
import { Acknowledgement, AlertState } from './alert.ts'
import { OnGlass } from './display.ts'
import { FeedSnapshot } from './feeds/feed-snapshot.ts'
import { LiveValues } from './live-values.ts'
import { ScreenSize } from './pairing.ts'
import { PlayReport } from './plays.ts'
import { Power } from './power.ts'
import { Id, Instant, Sha256 } from './primitives.ts'
import { Programme } from './programme.ts'

/** An alert state as the agent holds it, with what expiry needs when clocks cannot be trusted. */
export const HeldAlerts = z.object({
  state: AlertState,
  receivedAt: Instant,
  receivedMonotonicMs: z.number().nonnegative(),
  bootId: z.string().min(1),
})
export type HeldAlerts = z.infer<typeof HeldAlerts>

/** Drawn by the display itself, or the picture that came with them. */
export const StreetsBy = z.enum(['drawn', 'picture'])
export type StreetsBy = z.infer<typeof StreetsBy>

export const PairingState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('contacting') }),
  z.object({
    state: z.literal('waiting'),
    code: z.string(),
    digits: z.string(),
    consoleUrl: z.string(),
    expiresAt: Instant,
  }),
  z.object({ state: z.literal('paired'), displayId: z.string(), name: z.string().nullable() }),
])
export type PairingState = z.infer<typeof PairingState>

/** Everything the screen needs, whole and numbered; the agent is its only author. */
export const PlayerState = z.object({
  /** Rises with every change while `bootId` is the same. */
  revision: z.int().nonnegative(),
  bootId: z.string(),
  pairing: PairingState,
  /** The active programme: every file of it was on the disk when it became active. */
  programme: Programme.nullable(),
  /** Its files that the agent has now, at `/files/{sha256}`: all of them, unless the disk lost one and no older set is whole. */
  files: z.array(Sha256),
  /** What of the archive of recorded sittings the agent has; the rest of it comes by way of the CMS while there is one. */
  archived: z.array(Sha256).optional(),
  alerts: z.object({ live: HeldAlerts.nullable(), drill: HeldAlerts.nullable() }),
  link: z.object({ state: z.enum(['online', 'offline']), since: Instant }),
  /** Add to the device's wall clock to get the CMS's time. */
  clock: z.object({ offsetMs: z.number(), trust: z.enum(['synced', 'holdover', 'unknown']) }),
  power: Power,
  /** What was last told of the outside world; the screen judges how old it is. */
  values: LiveValues,
  /** What is known of the feeds of the programme; the screen judges how old each datum is. None when left out. */
  feeds: z.array(FeedSnapshot).optional(),
  /** Turns of this hour of interrupts whose plays an hour are limited: what was shown, also before a restart. */
  plays: z.array(z.object({ entryId: Id, startedAt: Instant })),
  /** How this display comes to the streets beneath its maps, where its settings say so; the page finds out by itself when left out. */
  streets: StreetsBy.optional(),
  /** Staff look for this display: its name is shown large until then, on the agent's monotonic clock. */
  identify: z.object({ name: z.string(), untilMonotonicMs: z.number() }).nullable().optional(),
})
export type PlayerState = z.infer<typeof PlayerState>

/** Agent → screen over the loopback WebSocket. `agentMonotonicMs` lets the screen continue the agent's monotonic clock. */
export const AgentMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('player.state'), state: PlayerState, agentMonotonicMs: z.number() }),
  /** The same state but for its clock and its number: told often, and small. */
  z.object({
    type: z.literal('player.clock'),
    ...PlayerState.pick({ revision: true, bootId: true, clock: true }).shape,
    agentMonotonicMs: z.number(),
  }),
  /** The same state but for these feeds, its clock and its number: captions come several times a second, and at once. */
  z.object({
    type: z.literal('player.feeds'),
    ...PlayerState.pick({ revision: true, bootId: true, clock: true }).shape,
    feeds: z.array(FeedSnapshot),
    agentMonotonicMs: z.number(),
  }),
])
export type AgentMessage = z.infer<typeof AgentMessage>

/** Screen → agent; `screen.opened` comes first on every connection. */
export const ScreenMessage = z.discriminatedUnion('type', [
  ScreenSize.extend({ type: z.literal('screen.opened') }),
  z.object({ type: z.literal('alert.shown'), acknowledgement: Acknowledgement }),
  z.object({ type: z.literal('screen.painted'), onGlass: OnGlass, frame: z.int().nonnegative() }),
  z.object({ type: z.literal('screen.played'), play: PlayReport }),
  /** What the page found out about its graphics, once: for the log. */
  z.object({
    type: z.literal('screen.graphics'),
    streets: StreetsBy,
    why: z.enum(['fast', 'slow', 'software', 'noWebgl2', 'settings']),
    renderer: z.string().max(150),
    frameMs: z.number().nullable(),
  }),
  z.object({ type: z.literal('screen.fault'), code: z.string().max(60), detail: z.string().max(300) }),
])
export type ScreenMessage = z.infer<typeof ScreenMessage>
