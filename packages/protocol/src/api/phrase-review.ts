import { z } from 'zod'
import { Language, Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'

/**
 * Parts of the phrase book as staff read them: headlines and instructions of alerts, what is said when they end, the city's
 * own templates, and the words the glass itself uses.
 */
export const PHRASE_GROUPS = ['alerts', 'endings', 'templates', 'glass'] as const
export const PhraseGroup = z.enum(PHRASE_GROUPS)
export type PhraseGroup = z.infer<typeof PhraseGroup>

/** Names a phrase of the book, e.g. `alerts.heavyRain4.headline`. */
export const PhraseKey = z.string().min(1).max(160)
export type PhraseKey = z.infer<typeof PhraseKey>

const personName = z.string().trim().min(1).max(80)
const capacity = z.string().trim().min(1).max(120)
const reason = z.string().trim().min(1).max(500)

/** Somebody who can read a language has read every phrase and stands for it by name. `by`: the account it was entered with. */
export const PhraseConfirmation = z.object({
  id: Id,
  language: Language,
  at: Instant,
  by: z.string(),
  name: personName,
  /** In what capacity, e.g. 国際交流協会 翻訳. */
  capacity,
  note: z.string().max(500),
  phrases: z.int().nonnegative(),
  withdrawn: z.object({ at: Instant, by: z.string(), reason }).nullable(),
})
export type PhraseConfirmation = z.infer<typeof PhraseConfirmation>

/** Somebody finds a phrase wrong. Open until it is settled: mended or found right (`resolved`), or taken back (`withdrawn`). */
export const PhraseReport = z.object({
  id: Id,
  language: Language,
  key: PhraseKey,
  /** The phrase as it stood then. */
  text: z.string(),
  note: reason,
  /** While open, it keeps the whole language out of live alerts. */
  holds: z.boolean(),
  at: Instant,
  by: z.string(),
  ended: z
    .object({ as: z.enum(['resolved', 'withdrawn']), at: Instant, by: z.string(), note: z.string().max(500) })
    .nullable(),
})
export type PhraseReport = z.infer<typeof PhraseReport>

/**
 * May a language stand in live alerts? `always` and `confirmed` only. `changed`: it was confirmed, but the texts of this
 * release are not those; `held`: confirmed, but an open report keeps it back.
 */
export const LanguageState = z.discriminatedUnion('is', [
  z.object({ is: z.literal('always') }),
  z.object({ is: z.literal('confirmed'), confirmation: PhraseConfirmation }),
  z.object({ is: z.literal('held'), confirmation: PhraseConfirmation }),
  z.object({ is: z.literal('changed'), confirmation: PhraseConfirmation }),
  z.object({ is: z.literal('waiting'), withdrawn: PhraseConfirmation.nullable() }),
])
export type LanguageState = z.infer<typeof LanguageState>

export const LanguageReview = z.object({
  language: Language,
  state: LanguageState,
  /** Phrases of the book that have a text in this language, and those that have none yet. */
  phrases: z.int().nonnegative(),
  missing: z.int().nonnegative(),
  /** Phrases nobody stands for as they are now. */
  waiting: z.int().nonnegative(),
  /** Of those, the ones that were confirmed in other words. */
  changed: z.int().nonnegative(),
  openReports: z.int().nonnegative(),
  /** Open reports that keep the language back. */
  holding: z.int().nonnegative(),
})
export type LanguageReview = z.infer<typeof LanguageReview>

/** A phrase beside the languages that staff read. `before`: the words that were confirmed, where they were others. */
export const PhraseInReview = z.object({
  key: PhraseKey,
  group: PhraseGroup,
  texts: Texts,
  status: z.enum(['confirmed', 'waiting', 'changed', 'added', 'missing']),
  before: z.string().nullable(),
})
export type PhraseInReview = z.infer<typeof PhraseInReview>

/** Everything about one language: what to read, who stood for it, what was found wrong. Newest first. */
export const LanguageInReview = z.object({
  review: LanguageReview,
  /** Of the texts as they are now; a confirmation names the one that was read. */
  fingerprint: z.string(),
  phrases: z.array(PhraseInReview),
  confirmations: z.array(PhraseConfirmation),
  reports: z.array(PhraseReport),
})
export type LanguageInReview = z.infer<typeof LanguageInReview>

export const LanguageParam = z.object({ language: Language })
export const ReportParam = z.object({ language: Language, id: Id })

/** `fingerprint`: what was on the page. When the texts are others by now, it is refused with `conflict`. */
export const ConfirmPhrases = z.object({
  fingerprint: z.string().min(1).max(200),
  name: personName,
  capacity,
  note: z.string().trim().max(500),
  /** The person ticked the sentence that says what will happen. */
  understood: z.literal(true),
})
export type ConfirmPhrases = z.infer<typeof ConfirmPhrases>

/** `confirmationId`: the one that stands on the page. */
export const WithdrawPhrases = z.object({ confirmationId: Id, reason })
export type WithdrawPhrases = z.infer<typeof WithdrawPhrases>

export const ReportPhrase = z.object({ key: PhraseKey, note: reason, holds: z.boolean() })
export type ReportPhrase = z.infer<typeof ReportPhrase>

export const EndPhraseReport = z.object({
  as: z.enum(['resolved', 'withdrawn']),
  note: z.string().trim().max(500),
})
export type EndPhraseReport = z.infer<typeof EndPhraseReport>
