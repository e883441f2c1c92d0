import { z } from 'zod'

export const LANGUAGES = ['ja', 'ja-x-easy', 'en', 'zh-Hans', 'ko'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

const Labels = z.record(Language, z.string().min(1))
const Key = z.string().regex(/^[a-z0-9-]+$/)
const Pixels = z.int().positive()

export const SampleAsset = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('image'),
    key: Key,
    /** Relative to the sample's folder; `variants` show the same in another language. */
    file: z.string(),
    width: Pixels,
    height: Pixels,
    titles: Labels,
    variants: z.partialRecord(Language, z.string()),
  }),
  z.strictObject({
    kind: z.literal('video'),
    key: Key,
    file: z.string(),
    width: Pixels,
    height: Pixels,
    durationSeconds: z.number().positive(),
    titles: Labels,
  }),
  /** `file` is the folder of an IMDF 1.0 archive. */
  z.strictObject({ kind: z.literal('venue'), key: Key, file: z.string(), titles: Labels }),
])
export type SampleAsset = z.infer<typeof SampleAsset>

const seconds = z.int().positive()
export const SampleItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asset'), asset: Key, seconds }),
  /** A level of the venue by its IMDF short name, such as 1F. */
  z.strictObject({ kind: z.literal('floorMap'), level: z.string(), seconds }),
  z.strictObject({ kind: z.literal('live'), stream: Key, seconds }),
  z.strictObject({ kind: z.literal('notice'), text: Key, seconds }),
  z.strictObject({ kind: z.literal('poster'), poster: Key, seconds }),
  z.strictObject({ kind: z.literal('layout'), layout: Key, seconds }),
  z.strictObject({ kind: z.literal('board'), board: Key, seconds }),
])
export type SampleItem = z.infer<typeof SampleItem>

export const SampleDisplay = z.strictObject({
  key: Key,
  name: z.string(),
  group: z.string(),
  tags: z.array(z.string()),
  /** What it is like, for staff to plan by. */
  traits: z.array(z.string()),
  orientation: z.enum(['landscape', 'portrait']),
  width: Pixels,
  height: Pixels,
  level: z.string(),
  /** Identifier of the kiosk feature in the venue that says where the display stands and which way its reader looks. */
  kiosk: z.uuid(),
  defaultPlaylist: Key,
})
export type SampleDisplay = z.infer<typeof SampleDisplay>

export const SampleScheduleEntry = z.strictObject({
  name: z.string(),
  playlist: Key,
  displays: z.array(Key).min(1),
  /** Wall-clock time in `timeZone`. */
  start: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  durationMinutes: z.int().positive(),
  /** RFC 5545 recurrence rule without DTSTART, or null for once. */
  rrule: z.string().startsWith('FREQ=').nullable(),
  timeZone: z.literal('Asia/Tokyo'),
  priority: z.enum(['normal', 'raised', 'high', 'urgent', 'top']),
  /** A line above the status strip, beside whatever is shown. */
  line: z.literal(true).optional(),
})
export type SampleScheduleEntry = z.infer<typeof SampleScheduleEntry>

/** Cells of the 12 x 12 grid that layouts are drawn on. */
const Cells = z.strictObject({
  x: z.int().min(0),
  y: z.int().min(0),
  w: z.int().positive(),
  h: z.int().positive(),
})
const Zones = z.array(z.strictObject({ playlist: Key, area: Cells })).min(1)

/** The glass shared among playlists, drawn for wide and for tall glasses. */
export const SampleLayout = z.strictObject({ key: Key, name: z.string(), landscape: Zones, portrait: Zones })
export type SampleLayout = z.infer<typeof SampleLayout>

/** A made-up shelter, closed; which places are shelters is for a city's own disaster plan to say. */
export const SampleShelter = z.strictObject({
  name: z.strictObject({ ja: z.string().startsWith('（見本）'), en: z.string().startsWith('Sample ') }),
  address: z.strictObject({ ja: z.string(), en: z.string() }),
  /** Degrees (WGS 84), for how far it is from a kiosk. */
  at: z.strictObject({ lat: z.number(), lon: z.number() }),
  fitFor: z.strictObject({ flood: z.boolean(), landslide: z.boolean(), earthquake: z.boolean(), fire: z.boolean() }),
})
export type SampleShelter = z.infer<typeof SampleShelter>

/** A drill to start from, as a draft: nobody has checked it. */
export const SampleDrill = z.strictObject({
  name: z.string(),
  note: z.string(),
  steps: z.array(
    z.strictObject({
      afterSeconds: z.int().nonnegative(),
      matter: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('template'), templateId: Key }),
        z.strictObject({ kind: z.literal('telegram'), telegram: z.string().endsWith('.xml') }),
      ]),
      endAfterSeconds: z.int().positive().nullable(),
    }),
  ),
  when: z.strictObject({
    kind: z.literal('monthly'),
    nth: z.literal(2),
    weekday: z.literal('TU'),
    time: z.string(),
    skipClosedDays: z.boolean(),
  }),
  autoEndMinutes: z.int().positive(),
})
export type SampleDrill = z.infer<typeof SampleDrill>

export const Sample = z.strictObject({
  assets: z.array(SampleAsset),
  streams: z.array(z.strictObject({ key: Key, path: z.string().startsWith('/'), titles: Labels })),
  playlists: z.array(z.strictObject({ key: Key, name: z.string(), items: z.array(SampleItem).min(1) })),
  layouts: z.array(SampleLayout),
  displays: z.array(SampleDisplay),
  schedule: z.array(SampleScheduleEntry),
  drill: SampleDrill,
  shelters: z.array(SampleShelter),
})
export type Sample = z.infer<typeof Sample>

/** Notices by key, complete in every language. */
export const SampleTexts = z.record(
  Key,
  z.record(Language, z.strictObject({ title: z.string().min(1), body: z.string().min(1) })),
)
export type SampleTexts = z.infer<typeof SampleTexts>

/** Posters that playlists name, as somebody would fill them in; the CMS reads the fields of their templates. */
export const SamplePosters = z.array(
  z.strictObject({ key: Key, title: Labels, poster: z.looseObject({ template: z.string() }) }),
)
export type SamplePosters = z.infer<typeof SamplePosters>

const Words = z.array(z.string().min(1))

/** Boards that playlists name; feeds and the town map in them by the sample's keys. */
export const SampleBoards = z.array(
  z.strictObject({ key: Key, title: Labels, board: z.looseObject({ kind: z.string() }) }),
)
export type SampleBoards = z.infer<typeof SampleBoards>

/** 用件: what people come for, and the place of the venue where it is done. */
export const SampleErrands = z.array(
  z.strictObject({ id: Key, name: Labels, placeId: z.uuid(), words: Words, rank: z.int().nonnegative().nullable() }),
)

/** Frequent questions, with the place to go to where there is one. */
export const SampleFaqs = z.array(
  z.strictObject({ id: Key, question: Labels, answer: Labels, placeId: z.uuid().nullable(), words: Words }),
)

/** Words that mean the same. */
export const SampleSynonyms = z.array(Words.min(2))

/** What visitors of the sample city hall ask, in every language. */
export type SampleGuide = {
  errands: z.infer<typeof SampleErrands>
  faqs: z.infer<typeof SampleFaqs>
  synonyms: z.infer<typeof SampleSynonyms>
}

export const TelegramIndex = z.array(
  z.strictObject({ file: z.string().endsWith('.xml'), meaning: z.strictObject({ ja: z.string(), en: z.string() }) }),
)
export type TelegramIndex = z.infer<typeof TelegramIndex>

const SpokenTexts = z.partialRecord(Language, z.string().min(1)).and(z.object({ ja: z.string() }))

/** A sitting of the sample's council, and how it goes: what stands from so many seconds after its opening. */
export const SampleSitting = z.strictObject({
  title: Labels,
  recordingUrl: z.url(),
  agenda: z.array(z.strictObject({ id: Key, number: z.string().optional(), title: Labels })),
  speakers: z.array(z.strictObject({ id: Key, name: SpokenTexts, party: SpokenTexts.optional() })),
  course: z
    .array(
      z.strictObject({
        atSeconds: z.int().nonnegative(),
        phase: z.enum(['inSession', 'recess', 'adjourned']),
        item: Key.nullable(),
        speaker: Key.nullable(),
        resumesAtSeconds: z.int().positive().optional(),
      }),
    )
    .min(2),
})
export type SampleSitting = z.infer<typeof SampleSitting>

const CaptionTexts = z.record(z.enum(['ja', 'en', 'zh-Hans']), z.string().min(1))

/** What is said in the sample's sitting: seconds after it was opened, which of its speakers says it, and in which languages. */
export const SampleLines = z
  .array(z.strictObject({ at: z.int().nonnegative(), speaker: Key, texts: CaptionTexts }))
  .min(1)

/** The same with the name of who says it in each of these languages. */
export type SampleCaptions = readonly { at: number; speaker: CaptionTexts; texts: CaptionTexts }[]
type CaptionTexts = z.infer<typeof CaptionTexts>

/** Stretches of a text and their kana: `[from, length, kana]`. */
const Ruby = z.array(z.tuple([z.int().nonnegative(), z.int().positive(), z.string().min(1)]))
/** How each of the captions, the name of who speaks, and each title of a chapter of the recording is read in Japanese. */
export const SampleReadings = z.strictObject({
  captions: z.array(z.strictObject({ text: Ruby, speaker: Ruby })).min(1),
  titles: z.array(Ruby).min(1),
})
export type SampleReadings = z.infer<typeof SampleReadings>
