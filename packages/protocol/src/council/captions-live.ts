import { z } from 'zod'
import { Language } from '../language.ts'
import { Id, Instant } from '../primitives.ts'

/** Letters of one caption at most: what is longer was not spoken in one breath. */
export const CAPTION_LENGTH = 400
/** Captions on their way to a display: the newest of every language. */
export const MOST_CAPTIONS = 60

/**
 * What was said, in one language. An `interim` one is still being recognised and gives way to the next of its `segmentId`;
 * the same segment in two languages bears one id. Plain text by its type: no control or direction characters.
 */
export const Caption = z.object({
  segmentId: Id,
  language: Language,
  text: z.string().min(1).max(CAPTION_LENGTH),
  speaker: z.string().min(1).max(120).nullable(),
  /** When it was spoken, by the clock of whoever wrote it down. */
  spokenAt: Instant,
  state: z.enum(['interim', 'final']),
  /** Made by a machine out of another language: said as 機械翻訳 wherever it is shown. */
  machineTranslated: z.literal(true).optional(),
})
export type Caption = z.infer<typeof Caption>

/** The newest captions, oldest first; travels as a feed (`FeedSnapshot`) of its own id, and is never kept on a disk. */
export const CaptionsLive = z.object({ kind: z.literal('captions'), captions: z.array(Caption).max(MOST_CAPTIONS) })
export type CaptionsLive = z.infer<typeof CaptionsLive>
