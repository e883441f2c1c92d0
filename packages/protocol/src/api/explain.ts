import { z } from 'zod'
import { Channel } from '../alert.ts'
import { BOARD_KINDS } from '../boards/board-scene.ts'
import { Layer } from '../display.ts'
import { Texts } from '../language.ts'
import { Id, Instant, Sha256 } from '../primitives.ts'

/** `display`: its id or its name; `at`: a moment, now when left out. */
export const ExplainQuery = z.object({ display: z.string().min(1).max(128), at: Instant.optional() })
export type ExplainQuery = z.infer<typeof ExplainQuery>

const playing = { title: Texts, playlistId: Id, itemId: Id }

/** What a zone of a layout shows: an item of a playlist, or, both null, one scene or nothing. */
const ExplainedZone = z.object({ id: Id, playlistId: Id.nullable(), itemId: Id.nullable() })

/** What is on the glass in an explanation; `asset` is the file (by hash) for readers of Japanese. */
export const ExplainedScene = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('image'), asset: Sha256.nullable(), ...playing }),
  z.object({ kind: z.literal('video'), asset: Sha256.nullable(), ...playing }),
  z.object({ kind: z.literal('floorMap'), asset: Sha256, ...playing }),
  z.object({ kind: z.literal('live'), streamId: Id, ...playing }),
  z.object({ kind: z.literal('sitting'), sittingId: Id, ...playing }),
  z.object({ kind: z.enum(['notice', 'poster', 'way', ...BOARD_KINDS]), ...playing }),
  z.object({ kind: z.literal('layout'), zones: z.array(ExplainedZone), ...playing }),
  z.object({ kind: z.literal('emergency'), channel: Channel, alertIds: z.array(Id) }),
  z.object({ kind: z.literal('guidance') }),
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('fallback') }),
])
export type ExplainedScene = z.infer<typeof ExplainedScene>

/** «なぜこれが表示?»: what a display shows at a moment by what is published, and why. Moments in the display's zone. */
export const Explanation = z.object({
  at: Instant,
  display: z.object({ id: Id, name: z.string() }),
  scene: ExplainedScene,
  layer: Layer,
  /** The codes of `direct()`, each with what belongs to it. */
  reasons: z.array(z.looseObject({ code: z.string() })),
  validUntil: Instant,
})
export type Explanation = z.infer<typeof Explanation>
