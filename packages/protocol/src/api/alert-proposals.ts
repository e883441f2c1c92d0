import { z } from 'zod'
import { Alert, Channel } from '../alert.ts'
import { Texts } from '../language.ts'
import { GeoPoint } from '../place.ts'
import { Id, Instant } from '../primitives.ts'

/** 高齢者等避難, 避難指示, 緊急安全確保 (災害対策基本法 §56 and §60): the city's own acts. */
export const EvacuationOrder = z.enum(['elderly', 'order', 'emergency'])
export type EvacuationOrder = z.infer<typeof EvacuationOrder>

/** `fire`: 地震・火災. Only `flood` and `landslide` have a 警戒レベル (内閣府「避難情報に関するガイドライン」). */
export const EvacuationHazard = z.enum(['flood', 'landslide', 'fire', 'other'])
export type EvacuationHazard = z.infer<typeof EvacuationHazard>

/** A town (町) of the city and into how many 丁目 it is divided; 0: none. */
export const Town = z.object({ id: Id, name: Texts, blocks: z.int().min(0).max(30) })
export type Town = z.infer<typeof Town>

export const TOWNS_MOST = 200
export const Towns = z.array(Town).max(TOWNS_MOST)
export type Towns = z.infer<typeof Towns>

/** Where an order holds. No `blocks`: the whole town. */
export const OrderedArea = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole') }),
  z.object({
    kind: z.literal('towns'),
    towns: z.array(z.object({ townId: Id, blocks: z.array(z.int().min(1).max(30)).max(30) })).max(TOWNS_MOST),
  }),
])
export type OrderedArea = z.infer<typeof OrderedArea>

/** A place people can be sent to, for which hazards it is fit (JIS Z 9098: 適・不適), and whether it is open now. */
export const DeskShelter = z.object({
  id: Id,
  name: Texts,
  address: Texts.nullable(),
  /** Where it stands, for how far it is from a kiosk; null or left out: nobody said. */
  at: GeoPoint.nullable().optional(),
  fitFor: z.object({ flood: z.boolean(), landslide: z.boolean(), earthquake: z.boolean(), fire: z.boolean() }),
  open: z.boolean(),
  version: z.int().nonnegative(),
})
export type DeskShelter = z.infer<typeof DeskShelter>

/** Is a shelter fit for what threatens? For what the list does not tell, it must be fit for everything. */
export function isFitFor({ fitFor }: Pick<DeskShelter, 'fitFor'>, hazard: EvacuationHazard): boolean {
  switch (hazard) {
    case 'flood':
      return fitFor.flood
    case 'landslide':
      return fitFor.landslide
    case 'fire':
      return fitFor.earthquake && fitFor.fire
    case 'other':
      return fitFor.flood && fitFor.landslide && fitFor.earthquake && fitFor.fire
  }
}

/** `version`: the one that was edited; 0 for a new shelter. */
export const ShelterEdit = DeskShelter.omit({ id: true })
export type ShelterEdit = z.infer<typeof ShelterEdit>
export const ShelterOpening = z.object({ open: z.boolean() })

const line = z.string().max(500)
/** As staff write it, also half-written: what is wrong with it is found by the phrase lint, not refused at the door. */
const WrittenTexts = z.object({ ...Texts.shape, ja: line })
export const WrittenWords = z.object({ headline: WrittenTexts, instruction: WrittenTexts, area: WrittenTexts })
export type WrittenWords = z.infer<typeof WrittenWords>

/**
 * The longest text that the glass still sets large enough beside the longest others, on the lobby's display and upright:
 * letters of Chinese, Japanese and Korean are twice as wide as the others, and plain Japanese explains what Japanese names.
 */
const WORDS_MOST: Record<keyof WrittenWords, { wide: number; easy: number; narrow: number }> = {
  headline: { wide: 24, easy: 40, narrow: 56 },
  instruction: { wide: 20, easy: 34, narrow: 48 },
  area: { wide: 24, easy: 40, narrow: 56 },
}
const WIDE: readonly string[] = ['ja', 'zh-Hans', 'zh-Hant', 'ko']

/** How many letters a text of a language may have. */
export function wordsMost(part: keyof WrittenWords, language: string): number {
  const { wide, easy, narrow } = WORDS_MOST[part]
  if (language === 'ja-x-easy') return easy
  return WIDE.includes(language) ? wide : narrow
}

/** What the desk says that is no fixed template. */
export const DeskDraft = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('evacuation'),
    order: EvacuationOrder,
    hazard: EvacuationHazard,
    area: OrderedArea,
    shelterIds: z.array(Id).max(40),
  }),
  /** Green with the exit, or white: the colours of the levels belong to orders and telegrams. */
  z.object({ kind: z.literal('text'), field: z.enum(['evacuation', 'level1']), words: WrittenWords }),
])
export type DeskDraft = z.infer<typeof DeskDraft>

export const DeskMessage = z.object({
  channel: Channel,
  draft: DeskDraft,
  target: Alert.shape.target,
  /** Live: when staff are asked whether it still holds. Drill: when it ends. */
  minutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  /** The alert in force that it corrects; null for a new one. */
  corrects: Id.nullable(),
})
export type DeskMessage = z.infer<typeof DeskMessage>

/** What keeps words off the glass, or lets a drill sound live and the other way round. */
export const WordsFinding = z.object({
  part: z.enum(['headline', 'instruction', 'area', 'shelters']),
  language: z.string(),
  code: z.enum([
    'empty',
    'too-long',
    'english-missing',
    'hidden-character',
    'drill-word-in-live',
    'denies-drill',
    'town-unknown',
    'shelter-not-open',
    'shelter-unfit',
    'shelters-not-for-emergency',
  ]),
  /** The longest it may be, for `too-long`. */
  most: z.int().nullable(),
})
export type WordsFinding = z.infer<typeof WordsFinding>

/** Exactly what the glass would show (an ellipsis where nothing is written yet), and what is wrong; with findings it is refused. */
export const DeskPreview = z.object({ alert: Alert, findings: z.array(WordsFinding) })
export type DeskPreview = z.infer<typeof DeskPreview>

/** `id`: made by the console, so that repeated presses are one proposal, and one alert. */
export const NewProposal = z.object({ id: Id.max(80), message: DeskMessage })
export type NewProposal = z.infer<typeof NewProposal>

export const ProposalState = z.enum(['waiting', 'raised', 'withdrawn', 'returned', 'expired'])
export type ProposalState = z.infer<typeof ProposalState>

/** A message that waits for a second person, or did. */
export const Proposal = z.object({
  id: Id,
  message: DeskMessage,
  /** What the glass will show, as it was when it was proposed. */
  alert: Alert,
  state: ProposalState,
  proposedBy: z.string(),
  proposedAt: Instant,
  expiresAt: Instant,
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
  comment: z.string().nullable(),
  /** What who asks may do with it: confirm what another proposed, or take back what is theirs. */
  you: z.enum(['confirm', 'proposed', 'look']),
})
export type Proposal = z.infer<typeof Proposal>

export const ProposalComment = z.object({ comment: z.string().trim().min(1).max(500) })

export const REASON_LEAST = 10
/** One person alone, at once, with a reason. With the `id` of a proposal it is that one that goes out. */
export const BreakGlass = NewProposal.extend({ reason: z.string().trim().min(REASON_LEAST).max(500) })
export type BreakGlass = z.infer<typeof BreakGlass>

/** Something one person sent out alone; on the desk until an administrator has seen it. */
export const BreakGlassRecord = z.object({
  alertId: Id,
  by: z.string(),
  reason: z.string(),
  headline: Texts,
  at: Instant,
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: Instant.nullable(),
})
export type BreakGlassRecord = z.infer<typeof BreakGlassRecord>

export const Proposals = z.object({
  proposals: z.array(Proposal),
  /** Not acknowledged yet. */
  brokenGlass: z.array(BreakGlassRecord),
})
export type Proposals = z.infer<typeof Proposals>
