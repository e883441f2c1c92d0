import { z } from 'zod'
import { Channel } from './alert.ts'
import { Layer } from './display.ts'
import { Id, Instant, Sha256 } from './primitives.ts'
import { SceneContent } from './programme.ts'

/**
 * What stood on the glass: an item of a playlist, an emergency, the way out on battery, a visitor's kiosk, nothing
 * because it is closed, or the built-in slate.
 */
export const Shown = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('item'),
    scene: z.enum(SceneContent.options.map((option) => option.shape.kind.value)),
    layer: Layer,
    /** The schedule entry or override it was shown for; null: the default playlist. */
    entryId: Id.nullable(),
    playlistId: Id,
    itemId: Id,
    /** Japanese title, so that the record is still readable when the item is gone. */
    title: z.string().max(200),
    /** The file on the glass, where there is one. */
    asset: Sha256.nullable(),
    /** When its turn began by the schedule: the same turn shown in two parts has it twice. */
    dueAt: Instant,
    /** The zone it was in, of the layout that was on at the same time; left out: it had the glass to itself. */
    zoneId: Id.optional(),
  }),
  z.object({ kind: z.literal('emergency'), channel: Channel, alertIds: z.array(Id).max(200) }),
  z.object({ kind: z.literal('guidance') }),
  /** A visitor asked the kiosk; of what, nothing is recorded. */
  z.object({ kind: z.literal('visit') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('fallback') }),
  /** Nobody knows: so many records were dropped because the disk's share was full. */
  z.object({ kind: z.literal('unrecorded'), records: z.int().positive() }),
])
export type Shown = z.infer<typeof Shown>

/**
 * `whole`: for all its seconds; `cut`: something came before it was over, or it was joined on the way; `lost`: page or player
 * stopped, `endedAt` is the last moment it was seen there; `failed`: it could not be shown, `error` says why.
 */
export const PlayEnding = z.enum(['whole', 'cut', 'lost', 'failed'])
export type PlayEnding = z.infer<typeof PlayEnding>

const PlayStart = z.object({
  /** Made by the screen; the same record told again has the same. */
  id: Id,
  startedAt: Instant,
  shown: Shown,
})

/** Proof of play: one stretch of time in which one thing was on the glass of one display. */
export const Play = PlayStart.extend({
  endedAt: Instant,
  ending: PlayEnding,
  error: z.object({ code: z.string().max(60), detail: z.string().max(300) }).optional(),
})
export type Play = z.infer<typeof Play>

/** A play as the screen tells it: `endedAt` null while it is on; told again with the same id once it is over. */
export const PlayReport = z.union([Play, PlayStart.extend({ endedAt: z.null() })])
export type PlayReport = z.infer<typeof PlayReport>

export const MOST_PLAYS_PER_UPLOAD = 1000
/** Idempotent: a play the CMS has already is passed over. */
export const PlayUpload = z.object({ plays: z.array(Play).max(MOST_PLAYS_PER_UPLOAD) })
export type PlayUpload = z.infer<typeof PlayUpload>

/** A play that was on at some moment of `[from, to)`. */
export const PlaysQuery = z.object({ display: Id, from: Instant, to: Instant })
export type PlaysQuery = z.infer<typeof PlaysQuery>

/** By start. `more`: there are others; ask again from the start of the last one (ids tell those you have). */
export const PlaysAnswer = z.object({ plays: z.array(Play), more: z.boolean() })
export type PlaysAnswer = z.infer<typeof PlaysAnswer>
