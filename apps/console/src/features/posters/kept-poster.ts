import { PosterInput } from '@akari/protocol'
import { z } from 'zod'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import { unfinished } from '../../parts/unfinished.ts'

/** An unfinished poster as this browser keeps it. */
export const KeptPoster = z.object({ draft: unfinished<PosterDraft>(PosterInput), version: z.int() })
export type KeptPoster = z.infer<typeof KeptPoster>

export function writtenKept(draft: PosterDraft, version: number): KeptPoster {
  const { title, poster, pictureId } = draft
  return { draft: { title, poster, pictureId }, version }
}
