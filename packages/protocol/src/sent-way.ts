import { z } from 'zod'
import { KioskLanguage, Texts } from './language.ts'
import { Id } from './primitives.ts'

/**
 * A way for somebody in front of a display: from where it stands to a place of its guide (`title` is the place's name), worked out
 * by the display itself, with what is closed at that moment. `staff`: they are accompanied.
 */
export const SentWay = z.object({
  title: Texts,
  placeId: Id,
  profile: z.enum(['shortest', 'step-free', 'stroller', 'tactile', 'staff']),
  language: KioskLanguage,
})
export type SentWay = z.infer<typeof SentWay>
