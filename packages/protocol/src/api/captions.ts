import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Caption, CAPTION_LENGTH } from '../council/captions-live.ts'
import { Ruby } from '../council/ruby.ts'
import { Language, Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { FieldFault, Problem } from './problem.ts'

/** Captions that are handed in together at most; a message over the WebSocket holds as many. */
export const MOST_PUSHED = 50

/**
 * A caption as a stenographer's machine or a recogniser hands it in. Later ones of the same `segmentId` and `language` take its
 * place: any number of `interim`, then the `final`; the earliest `spokenAt` stands, and a `speaker` until another is named. A translation by people or machines bears the `segmentId` of what it translates.
 * Fields of another name are refused: a misspelt `speaker` would be lost, and a misspelt `machineTranslated` show a machine's words as a person's.
 */
export const CaptionInput = z.strictObject({
  ...Caption.shape,
  text: z.string().max(CAPTION_LENGTH),
  speaker: z.string().max(120).nullable().default(null),
})
export type CaptionInput = z.infer<typeof CaptionInput>

export const CaptionPush = z.strictObject({ captions: z.array(CaptionInput).min(1).max(MOST_PUSHED) })
export type CaptionPush = z.infer<typeof CaptionPush>

/**
 * What became of a push. `ignored`: nothing is left of the text, or it came too late (an interim behind its final, a final that the
 * clerk had already corrected); `reasons` says of each which it is, as `errors` of a problem do: `path` its place in the message, as
 * `captions.0.text`, `message` «日本語 / English».
 */
export const CaptionReceipt = z.object({
  taken: z.int(),
  ignored: z.int(),
  reasons: z.array(FieldFault),
  receivedAt: Instant,
})
export type CaptionReceipt = z.infer<typeof CaptionReceipt>

/** What the server says over the WebSocket, one for each message in their order. */
export const CaptionReply = z.union([CaptionReceipt, Problem])
export type CaptionReply = z.infer<typeof CaptionReply>

/** The transcript of a sitting; its id is the `captionsId` that a scene names. */
export const TranscriptInput = z.object({
  title: z.string().trim().min(1).max(120),
  startsAt: Instant,
  /** When the recording begins, where there is one: exports count from it. Null: from the first caption. */
  recordedFrom: Instant.nullable().default(null),
  version: z.int().nonnegative(),
})
export type TranscriptInput = z.infer<typeof TranscriptInput>

export const TranscriptView = z.object({
  ...TranscriptInput.shape,
  id: Id,
  sittingId: Id.nullable(),
  recordedFrom: Instant.nullable(),
  languages: z.array(Language),
  captions: z.int().nonnegative(),
  lastAt: Instant.nullable(),
})
export type TranscriptView = z.infer<typeof TranscriptView>

/** How what was said, and the name of who said it, are read. */
export const CaptionRuby = z.object({ text: Ruby, speaker: Ruby })
export type CaptionRuby = z.infer<typeof CaptionRuby>

/**
 * A caption of a transcript. `delayMs`: from being spoken until it was here. `ruby`: where it was looked for, as soon as it was read, so
 * that what matches by its reading can be marked.
 */
export const TranscriptCaption = z.object({
  ...Caption.shape,
  machineTranslated: z.boolean(),
  delayMs: z.int().nonnegative(),
  isCorrected: z.boolean(),
  version: z.int().positive(),
  ruby: CaptionRuby.optional(),
})
export type TranscriptCaption = z.infer<typeof TranscriptCaption>

const search = z.string().trim().max(100)

/** `before`: the page that ends there (`TranscriptPage.earlier`); the newest page when left out. */
export const TranscriptQuery = z.object({
  language: Language.optional(),
  search: search.optional(),
  before: z.string().max(200).optional(),
})
export const TranscriptPage = z.object({
  /** Oldest first. */
  captions: z.array(TranscriptCaption),
  earlier: z.string().nullable(),
})
export type TranscriptPage = z.infer<typeof TranscriptPage>

/** Where a word was said, in whichever sitting. */
export const TranscriptSearch = z.object({ search: search.min(1) })
export const TranscriptHit = z.object({
  transcript: z.object({ id: Id, title: z.string() }),
  caption: TranscriptCaption,
})
export type TranscriptHit = z.infer<typeof TranscriptHit>

/** `text` null: it was never said, and is shown nowhere. */
export const CaptionCorrection = z.object({
  language: Language,
  text: z.string().trim().min(1).max(CAPTION_LENGTH).nullable(),
  speaker: z.string().trim().max(120).nullable(),
  version: z.int().positive(),
})
export type CaptionCorrection = z.infer<typeof CaptionCorrection>
export const CaptionParam = z.object({ id: Id, segmentId: Id })

export const TRANSCRIPT_FORMATS = ['txt', 'vtt', 'srt'] as const
export const TranscriptFormat = z.enum(TRANSCRIPT_FORMATS)
export type TranscriptFormat = z.infer<typeof TranscriptFormat>
/** `recordingId`: the film that the times are of; without it the last that there is. */
export const TranscriptExport = z.object({ format: TranscriptFormat, language: Language, recordingId: Id.optional() })
export type TranscriptExport = z.infer<typeof TranscriptExport>

/**
 * What files of a transcript hold in a language: `captions` all of the text, of which `leftOut` are in no file with times, because they
 * were said where the recording (or before the moment it begins, as staff said) has nothing.
 */
export const ExportSummary = z.object({
  captions: z.int().nonnegative(),
  leftOut: z.int().nonnegative(),
  timedBy: z.enum(['recording', 'recordedFrom', 'firstCaption']),
  /** All that were made of what was spoken there, in order, and the one that the times are of. */
  recordings: z.array(z.object({ id: Id, startedAt: Instant })),
  recordingId: Id.nullable(),
})
export type ExportSummary = z.infer<typeof ExportSummary>
export const ExportSummaryQuery = TranscriptExport.omit({ format: true })
export type ExportSummaryQuery = z.infer<typeof ExportSummaryQuery>

/** What does not work now, in the words of whoever it was asked of; of `untranslated`, how many captions were left out. */
export const CaptionTrouble = z.object({
  of: z.enum(['recogniser', 'translator', 'untranslated']),
  at: Instant,
  message: z.string(),
})
export type CaptionTrouble = z.infer<typeof CaptionTrouble>

/** What displays have now, and how it comes in: milliseconds from being spoken until it was here, over the newest finals. */
export const CaptionsNow = z.object({
  captions: z.array(TranscriptCaption),
  delay: z.object({ medianMs: z.int(), worstMs: z.int(), of: z.int() }).nullable(),
  lastAt: Instant.nullable(),
  troubles: z.array(CaptionTrouble),
})
export type CaptionsNow = z.infer<typeof CaptionsNow>

/** Hiragana or katakana. */
export const KANA = /^[ぁ-ゖァ-ヺー・\s]+$/

/**
 * A name or term. `heard`: what recognisers make of it, which is written right before anybody reads it. `reading`: 読み in kana, by which
 * it is found; null: as the dictionary reads it.
 */
export const TermInput = z.object({
  written: Texts,
  reading: z.string().trim().max(60).regex(KANA).nullable().default(null),
  heard: z.array(z.string().trim().min(2).max(60)).max(20),
  version: z.int().nonnegative(),
})
export type TermInput = z.infer<typeof TermInput>
export const TermView = z.object({ ...TermInput.shape, id: Id })
export type TermView = z.infer<typeof TermView>

/** An address without name or password in it. */
const address = (protocol: RegExp) =>
  z
    .url({ protocol })
    .max(300)
    .refine((url) => !/^\w+:\/\/[^/?#]*@/.test(url), broken('noNameInAddress'))

/**
 * Who listens: a whisper.cpp server (`http://…:8080`, its `/inference` is asked) or a Vosk server (`ws://…:2700`). Null: nobody, captions
 * are handed in.
 */
export const Recogniser = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whisper'), url: address(/^https?$/) }),
  z.object({ kind: z.literal('vosk'), url: address(/^wss?$/) }),
])
export type Recogniser = z.infer<typeof Recogniser>

const translator = {
  url: address(/^https?$/),
  languages: z
    .array(Language.exclude(['ja']))
    .min(1)
    .max(8),
}
const settings = { recogniser: Recogniser.nullable(), version: z.int().nonnegative() }
/** `translator`: a server that is asked as LibreTranslate is. Its `key`, left out: as it was; null: none. */
export const CaptionSettingsInput = z.object({
  ...settings,
  translator: z
    .object({
      ...translator,
      key: z
        .string()
        .regex(/^[\x21-\x7e]{1,200}$/)
        .nullable()
        .optional(),
    })
    .nullable(),
})
export type CaptionSettingsInput = z.infer<typeof CaptionSettingsInput>
export const CaptionSettings = z.object({
  ...settings,
  translator: z.object({ ...translator, hasKey: z.boolean() }).nullable(),
})
export type CaptionSettings = z.infer<typeof CaptionSettings>
