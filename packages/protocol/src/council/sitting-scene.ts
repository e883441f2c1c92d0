import { z } from 'zod'
import { Texts } from '../language.ts'
import { Id } from '../primitives.ts'

/**
 * A sitting of the council: countdown, picture with lower third and captions, recess, adjournment, as its feed `sittingId`
 * says. `captionsId` is the feed of its captions.
 */
export const SittingScene = z.object({
  kind: z.literal('sitting'),
  title: Texts,
  sittingId: Id,
  /** Null: shown in words only. */
  streamId: Id.nullable(),
  captionsId: Id.optional(),
})
export type SittingScene = z.infer<typeof SittingScene>
