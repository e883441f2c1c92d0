import { PosterContent, type PosterTemplate, Texts } from '@akari/protocol'
import { z } from 'zod'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'
import examples from './example-posters.json' with { type: 'json' }

const Example = z.object({ title: Texts, poster: PosterContent })

/** What a template looks like when it is filled in: its picture in the choice of templates. */
export function examplePoster(template: PosterTemplate): PosterDraft {
  return { ...Example.parse(examples[template]), pictureId: null }
}
