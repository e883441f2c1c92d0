import { z } from 'zod'
import { Language } from '../language.ts'
import { Instant } from '../primitives.ts'

/** Of a headline and of what is said below it: letters. */
export const NEWS_TITLE_LENGTH = 200
export const NEWS_SUMMARY_LENGTH = 600
/** So many, the newest, are kept of a feed. */
export const MOST_NEWS = 30

/** Plain text by its type: whatever markup, control and direction characters a feed had are gone. */
export const NewsItem = z.object({
  id: z.string().min(1).max(80),
  title: z.string().min(1).max(NEWS_TITLE_LENGTH),
  summary: z.string().min(1).max(NEWS_SUMMARY_LENGTH).optional(),
  /** Null where the feed does not say it, or says a moment that is yet to come. */
  publishedAt: Instant.nullable(),
  /** Who says so, as the feed calls itself or the item its author. */
  source: z.string().min(1).max(120),
})
export type NewsItem = z.infer<typeof NewsItem>

export const NewsList = z.object({
  kind: z.literal('news'),
  /** What it is written in; null where the feed does not say. */
  language: Language.nullable(),
  items: z.array(NewsItem).max(MOST_NEWS),
})
export type NewsList = z.infer<typeof NewsList>
