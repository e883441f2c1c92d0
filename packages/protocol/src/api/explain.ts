import { z } from 'zod'
import { Channel } from '../alert.ts'
import { Layer } from '../display.ts'
import { Texts } from '../language.ts'
import { Id, Instant, Sha256 } from '../primitives.ts'
import { SceneContent } from '../programme.ts'

/** `display`: its id or its name; `at`: a moment, now when left out. */
export const ExplainQuery = z.object({ display: z.string().min(1).max(128), at: Instant.optional() })
export type ExplainQuery = z.infer<typeof ExplainQuery>

/** What is on the glass in an explanation; `asset` is the file for readers of Japanese. */
export const ExplainedScene = z.discriminatedUnion('kind', [
  z.object({
    kind: z.enum(SceneContent.options.map((option) => option.shape.kind.value)),
    title: Texts,
    asset: Sha256.nullable(),
    streamId: Id.nullable(),
    playlistId: Id,
    itemId: Id,
  }),
  z.object({ kind: z.literal('emergency'), channel: Channel, alertIds: z.array(Id) }),
  z.object({ kind: z.enum(['closed', 'fallback']) }),
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
