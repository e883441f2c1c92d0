import { z } from 'zod'
import { Texts } from '../language.ts'
import { PosterContent } from '../poster.ts'
import { Id, Instant } from '../primitives.ts'

/** A poster as staff fill it in. `version` guards against two people at once, as with playlists. */
export const PosterInput = z.object({
  title: Texts,
  poster: PosterContent,
  /** A picture of the library, in every language it has. */
  pictureId: Id.nullable(),
  version: z.int().nonnegative(),
})
export type PosterInput = z.infer<typeof PosterInput>

export const PosterView = PosterInput.extend({
  id: Id,
  usedIn: z.array(z.object({ playlistId: Id, name: z.string() })),
  updatedAt: Instant,
})
export type PosterView = z.infer<typeof PosterView>
