import { z } from 'zod'
import { Shelter } from './alert.ts'
import { FileRef } from './file-ref.ts'
import { KioskLanguage, Texts } from './language.ts'
import { GeoPoint } from './place.ts'
import { Id, Instant } from './primitives.ts'
import { Point } from './venue.ts'
import { VenueModel } from './venue-model.ts'

const words = z.array(z.string().min(1).max(80)).max(100)

/** 用件: something people come to the city hall for, and where it is done. */
export const Errand = z.object({
  id: Id,
  name: Texts,
  /** An occupant, or another place of the venue. */
  placeId: Id,
  /** What else people call it. */
  words,
  /** Shown on the first page, in this order; null: found by searching and in the whole list. */
  rank: z.int().min(0).max(99).nullable(),
})
export type Errand = z.infer<typeof Errand>

/** よくある質問. `placeId`: where to go with it, for a way there. */
export const Faq = z.object({ id: Id, question: Texts, answer: Texts, placeId: Id.nullable(), words })
export type Faq = z.infer<typeof Faq>

/** Words of the same meaning, for searching. */
export const Synonyms = z.array(z.string().min(1).max(80)).min(2).max(50)

/** 避難所 as a visitor looks them up on a quiet day; `at` where somebody placed it. */
export const GuideShelter = Shelter.extend({ at: GeoPoint.nullable(), open: z.boolean() })
export type GuideShelter = z.infer<typeof GuideShelter>

/**
 * A standard sentence of the kiosk, recorded by somebody: heard where a browser has no voice for the language. Which sentences
 * there are is said by the kiosk (`RECORDED_PHRASES`, packages/scenes); a player ignores those that it does not know.
 */
export const GuideRecording = z.object({
  phrase: z.string().regex(/^[a-z][a-zA-Z0-9-]{0,59}$/),
  language: KioskLanguage,
  /** Sound that a browser can decode: WAV, MP3, AAC or Opus. */
  file: FileRef,
})
export type GuideRecording = z.infer<typeof GuideRecording>

/**
 * All that a display needs to answer where something is and how to get there, in one file of the content set: the venue with
 * the edits of staff in it, and what people ask. The display builds its graph and draws its maps from it.
 */
export const VenueGuide = z.object({
  format: z.literal(1),
  venue: VenueModel,
  errands: z.array(Errand).max(300),
  faqs: z.array(Faq).max(300),
  synonyms: z.array(Synonyms).max(500),
  shelters: z.array(GuideShelter).max(500),
  /** One of a phrase in a language at most; the programme names their files with those of the content set. */
  recordings: z.array(GuideRecording).max(500).optional(),
})
export type VenueGuide = z.infer<typeof VenueGuide>

/**
 * What nobody may pass for a while: units, doors, links by their id, and zones drawn on a level. From `from` (null: at once) until
 * `until` (null: until somebody opens it again).
 */
export const WayClosure = z.object({
  id: Id,
  reason: Texts,
  featureIds: z.array(Id).max(200),
  zones: z.array(z.object({ levelId: Id, ring: z.array(Point).min(3).max(100) })).max(50),
  from: Instant.nullable(),
  until: Instant.nullable(),
})
export type WayClosure = z.infer<typeof WayClosure>
/** So many of one building are in a programme. */
export const MOST_CLOSURES = 200

/** What staff change on an imported venue; laid over it again when a newer plan is imported. */
export const VenueEdits = z.object({
  levels: z.array(z.object({ levelId: Id, ordinal: z.number().min(-50).max(300), shortName: Texts })).max(300),
  /** Displays placed by staff; one of the import with the same id gives way to it. */
  kiosks: VenueModel.shape.kiosks.max(500),
  /** Of the import, taken away. */
  removedKioskIds: z.array(Id).max(500),
  /** Replaces what the import says of an occupant, or adds one. */
  occupants: VenueModel.shape.occupants.max(2000),
  removedOccupantIds: z.array(Id).max(2000),
  /** Where escalators and lifts run, and who may enter a room. */
  units: z
    .array(
      VenueModel.shape.units.element
        .pick({ id: true, direction: true, passage: true, hours: true })
        .partial({ direction: true, passage: true, hours: true }),
    )
    .max(2000),
  /** Who may pass a door, and how; everything that is said takes the place of what the import says. */
  openings: z
    .array(
      VenueModel.shape.openings.element
        .pick({ id: true, passage: true, stepFree: true, hours: true, oneWay: true, widthM: true })
        .partial({ passage: true, stepFree: true, hours: true }),
    )
    .max(2000)
    .optional(),
  /** Ways drawn by staff; they complete the import's, or take the place of one with the same id. */
  nodes: z.array(VenueModel.shape.network.unwrap().shape.nodes.element).max(5000),
  links: z.array(VenueModel.shape.network.unwrap().shape.links.element).max(10_000),
  /** Public rooms that nobody reaches, accepted by name: who, and why. */
  accepted: z
    .array(z.object({ unitId: Id, why: z.string().trim().min(1).max(300), by: z.string().max(120) }))
    .max(2000),
  errands: VenueGuide.shape.errands,
  faqs: VenueGuide.shape.faqs,
  synonyms: VenueGuide.shape.synonyms,
  recordings: VenueGuide.shape.recordings,
})
export type VenueEdits = z.infer<typeof VenueEdits>
