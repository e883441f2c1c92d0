import { z } from 'zod'
import { Texts } from './language.ts'
import { LocalDate, LocalTime, Weekday } from './programme-calendar.ts'

/** First and last day, both included; one day where `to` is left out. */
export const PosterDays = z.object({ from: LocalDate, to: LocalDate.optional() })
export type PosterDays = z.infer<typeof PosterDays>

/** From when to when on each of the days; open-ended where `end` is left out. */
export const PosterTimes = z.object({ start: LocalTime, end: LocalTime.optional() })
export type PosterTimes = z.infer<typeof PosterTimes>

export const WASTE_KINDS = [
  'burnable',
  'nonBurnable',
  'plastic',
  'paper',
  'bottle',
  'canPet',
  'garden',
  'hazardous',
] as const
export const WasteKind = z.enum(WASTE_KINDS)
export type WasteKind = z.infer<typeof WasteKind>

/** What somebody who applies for a post asks first. */
export const RECRUITMENT_FACTS = ['who', 'count', 'period', 'hours', 'place', 'pay'] as const
export const RecruitmentFact = z.enum(RECRUITMENT_FACTS)
export type RecruitmentFact = z.infer<typeof RecruitmentFact>

/** How busy one counter is: people waiting, and about how many minutes. */
export const PosterCounter = z.object({
  /** As on the sign above it: `3`, `12A`. */
  number: z.string().trim().min(1).max(4),
  name: Texts,
  waiting: z.int().min(0).max(999),
  minutes: z.int().min(0).max(999).optional(),
})
export type PosterCounter = z.infer<typeof PosterCounter>

/** On which days one kind of waste is collected; `weeks` of the month, every week when left out. */
export const WasteDays = z.object({
  kind: WasteKind,
  weekdays: z.array(Weekday).min(1).max(7),
  weeks: z.array(z.int().min(1).max(5)).min(1).max(5).optional(),
})
export type WasteDays = z.infer<typeof WasteDays>

export const EarlyVoting = z.object({ place: Texts, days: PosterDays, times: PosterTimes })
export type EarlyVoting = z.infer<typeof EarlyVoting>

/** Whom to ask, and where to read more: an address that becomes a QR code. */
const foot = {
  contact: Texts.optional(),
  link: z
    .url({ protocol: /^https?$/ })
    .max(200)
    .optional(),
}
const when = { days: PosterDays, times: PosterTimes.optional() }

/** What staff fill in, by template; how it is set is for `packages/scenes` to say. */
export const PosterContent = z.discriminatedUnion('template', [
  z.object({ template: z.literal('notice'), body: Texts, ...foot }),
  z.object({ template: z.literal('event'), ...when, place: Texts, note: Texts.optional(), ...foot }),
  z.object({
    template: z.literal('counters'),
    /** When somebody counted: nobody takes old figures for new ones. */
    at: LocalTime,
    counters: z.array(PosterCounter).min(1).max(6),
    note: Texts.optional(),
  }),
  z.object({
    template: z.literal('election'),
    day: LocalDate,
    times: PosterTimes,
    early: z.array(EarlyVoting).max(3),
    note: Texts.optional(),
    ...foot,
  }),
  z.object({
    template: z.literal('waste'),
    area: Texts.optional(),
    /** It must be put out by then. */
    by: LocalTime.optional(),
    kinds: z.array(WasteDays).min(1).max(WASTE_KINDS.length),
    ...foot,
  }),
  z.object({ template: z.literal('exhibition'), ...when, place: Texts, note: Texts.optional(), ...foot }),
  z.object({
    template: z.literal('recruitment'),
    facts: z.array(z.object({ fact: RecruitmentFact, text: Texts })).max(4),
    deadline: LocalDate.optional(),
    ...foot,
  }),
  z.object({
    template: z.literal('closure'),
    days: PosterDays,
    /** What is closed, where it is not the whole house. */
    place: Texts.optional(),
    reopens: LocalDate.optional(),
    note: Texts.optional(),
    ...foot,
  }),
])
export type PosterContent = z.infer<typeof PosterContent>

export type PosterTemplate = PosterContent['template']
export const POSTER_TEMPLATES = PosterContent.options.map(({ shape }) => shape.template.value)

/** Templates with a place for a picture. */
export const PICTURED_TEMPLATES: readonly PosterTemplate[] = ['notice', 'event', 'exhibition', 'recruitment']

/** Every text of a poster besides its title, with the path it has in the document. */
export function posterTexts(poster: PosterContent): { path: string; texts: Texts }[] {
  const found = [
    ...('contact' in poster ? [{ path: 'contact', texts: poster.contact }] : []),
    ...('note' in poster ? [{ path: 'note', texts: poster.note }] : []),
    ...('place' in poster ? [{ path: 'place', texts: poster.place }] : []),
    ...ownTexts(poster),
  ]
  return found.flatMap(({ path, texts }) => (texts === undefined ? [] : [{ path, texts }]))
}

function ownTexts(poster: PosterContent): { path: string; texts: Texts | undefined }[] {
  switch (poster.template) {
    case 'notice':
      return [{ path: 'body', texts: poster.body }]
    case 'counters':
      return poster.counters.map(({ name }, index) => ({ path: `counters.${index}.name`, texts: name }))
    case 'election':
      return poster.early.map(({ place }, index) => ({ path: `early.${index}.place`, texts: place }))
    case 'waste':
      return [{ path: 'area', texts: poster.area }]
    case 'recruitment':
      return poster.facts.map(({ text }, index) => ({ path: `facts.${index}.text`, texts: text }))
    case 'event':
    case 'exhibition':
    case 'closure':
      return []
  }
}
