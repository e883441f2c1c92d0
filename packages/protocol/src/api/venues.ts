import { z } from 'zod'
import { broken } from '../field-rule.ts'
import { Texts } from '../language.ts'
import { Id, Instant } from '../primitives.ts'
import { SentWay } from '../sent-way.ts'
import { Point } from '../venue.ts'
import { VenueEdits, WayClosure } from '../venue-guide.ts'
import { VenueFormat, VenueModel } from '../venue-model.ts'

/** A sentence for staff. */
const said = z.object({ ja: z.string(), en: z.string() })

/** Something to look at; `feature` is its id, or the file where it is none. */
export const VenueProblemView = z.object({ code: z.string(), feature: z.string().nullable(), text: said })
export type VenueProblemView = z.infer<typeof VenueProblemView>

/** What of the edits no longer finds what it was about: `missing` is not in the plan (any more). */
export const LostEdit = z.object({
  of: z.enum([
    'level',
    'kiosk',
    'removed-kiosk',
    'occupant',
    'removed-occupant',
    'unit',
    'opening',
    'node',
    'link',
    'accepted',
    'errand',
    'faq',
  ]),
  /** Of the edit itself. */
  id: Id,
  name: Texts.nullable(),
  missing: Id,
})
export type LostEdit = z.infer<typeof LostEdit>

/**
 * What the edited plan holds and lacks. `inTheWay`: public rooms that no entrance leads to and that nobody has accepted; while
 * there are any, the venue is not published.
 */
export const VenueReportView = z.object({
  /** Of the edits that it is about. */
  version: z.int().positive(),
  levels: z.int(),
  units: z.int(),
  openings: z.int(),
  occupants: z.int(),
  amenities: z.int(),
  components: z.int(),
  unreachable: z.array(z.object({ id: Id, name: Texts })),
  inTheWay: z.array(z.object({ id: Id, name: Texts })),
  /** The first of them, where there are very many. */
  problems: z.array(VenueProblemView),
  problemCount: z.int(),
  lost: z.array(LostEdit),
})
export type VenueReportView = z.infer<typeof VenueReportView>

/** The file that a venue was read from. `number` rises with each import. */
export const VenuePlan = z.object({
  number: z.int().positive(),
  format: VenueFormat,
  filename: z.string(),
  at: Instant,
  by: z.string(),
})
export type VenuePlan = z.infer<typeof VenuePlan>

/** A venue as the list shows it. */
export const VenueView = z.object({
  id: Id,
  name: Texts,
  plan: VenuePlan,
  /** Rises with every import and every saved change: guards against two people at once. */
  version: z.int().positive(),
  changedAt: Instant,
  changedBy: z.string(),
  /** What displays have; null: nothing yet. Its `version` is older than `version` while changes wait. */
  published: z.object({ version: z.int().positive(), at: Instant, by: z.string() }).nullable(),
  levels: z.array(z.object({ id: Id, ordinal: z.number(), shortName: Texts })),
  /** Its drawing in the media library, which slides show; null until it is published. */
  assetId: Id.nullable(),
  /** The displays that stand in it, as it is published or drawn. */
  displays: z.array(z.object({ displayId: Id, name: z.string(), kioskId: Id })),
  /** In force now. */
  closures: z.int().nonnegative(),
})
export type VenueView = z.infer<typeof VenueView>

/** A venue with its plan as imported, without edits, and the edits. `editVenue` of packages/wayfinding lays them on. */
export const VenueDraft = VenueView.extend({ model: VenueModel, edits: VenueEdits })
export type VenueDraft = z.infer<typeof VenueDraft>

/** With which query a file is sent; it is the body, as `application/octet-stream`: a zip archive, or one file of a venue. */
export const VenueUpload = z.object({ filename: z.string().trim().min(1).max(200) })
/** `version` as it was read: an old one is refused (409), nothing is lost. */
export const VenueReplacement = VenueUpload.extend({ version: z.coerce.number().int().positive() })

/** What an import gave. A file that holds no venue is refused with `venue-refused`, its problems in `errors`. */
export const VenueImported = z.object({ venue: VenueView, report: VenueReportView })
export type VenueImported = z.infer<typeof VenueImported>

/** The whole of the edits takes the place of what was saved; an old `version` is refused (409), nothing is lost. */
export const VenueEditsInput = z.object({ version: z.int().positive(), edits: VenueEdits })
export type VenueEditsInput = z.infer<typeof VenueEditsInput>

/** A version that was saved, newest first; the last 50 are kept. */
export const VenueVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  by: z.string(),
  cause: z.enum(['imported', 'edited', 'restored']),
  /** The import it is laid over. */
  plan: VenuePlan,
  isPublished: z.boolean(),
})
export type VenueVersion = z.infer<typeof VenueVersion>

/** Brings plan and edits of an earlier version back, as a new one. */
export const VenueRestore = z.object({ version: z.int().positive(), restore: z.int().positive() })
export type VenueRestore = z.infer<typeof VenueRestore>
/** Publishes what was looked at: an old `version` is refused (409). */
export const VenuePublish = z.object({ version: z.int().positive() })
export type VenuePublish = z.infer<typeof VenuePublish>

/** `until` after `from`, where both are told. */
const inOrder = ({ from, until }: { from: string | null; until: string | null }): boolean =>
  from === null || until === null || Date.parse(from) < Date.parse(until)
const ORDERED = { path: ['until'], ...broken('orderedTimes') }
const shutsSomething = ({ featureIds, zones }: Pick<WayClosure, 'featureIds' | 'zones'>): boolean =>
  featureIds.length + zones.length > 0
const SOMETHING = { path: ['featureIds'], ...broken('closesSomething') }

/** At once, without anybody's approval. `version` 0 for a new one. */
export const WayClosureInput = WayClosure.omit({ id: true })
  .extend({ version: z.int().nonnegative() })
  .refine(inOrder, ORDERED)
  .refine(shutsSomething, SOMETHING)
export type WayClosureInput = z.infer<typeof WayClosureInput>

/** `planned`: not yet; `over`: by the clock, or because somebody opened it again. Those are kept for 30 days. */
export const WayClosureView = WayClosure.extend({
  version: z.int().positive(),
  state: z.enum(['planned', 'inForce', 'over']),
  madeAt: Instant,
  madeBy: z.string(),
  endedBy: z.string().nullable(),
})
export type WayClosureView = z.infer<typeof WayClosureView>

export const WayProfile = z.enum(['shortest', 'step-free', 'stroller', 'tactile', 'staff', 'evacuate'])
export type WayProfile = z.infer<typeof WayProfile>

/** A way on the saved draft, with what is closed now. Places by id or name; `to` null: out by the nearest exit. */
export const WayQuestion = z.object({
  from: z.string().min(1).max(200),
  to: z.string().min(1).max(200).nullable(),
  profile: WayProfile,
})
export type WayQuestion = z.infer<typeof WayQuestion>

/** A way that is shown on a display of the building, for so many minutes. Another one for the same display takes its place. */
export const WaySending = SentWay.omit({ title: true }).extend({ displayId: Id, minutes: z.int().min(1).max(60) })
export type WaySending = z.infer<typeof WaySending>

/** Where `found` is false the steps lead as near as one gets, and `reason` says why. */
export const WayAnswer = z.object({
  found: z.boolean(),
  reason: z
    .enum(['from-unknown', 'to-unknown', 'no-way', 'no-step-free-way', 'staff-only', 'closed', 'no-way-out'])
    .nullable(),
  metres: z.number(),
  seconds: z.number(),
  steps: z.array(
    z.object({
      kind: z.enum(['walk', 'elevator', 'stairs', 'escalator', 'arrive', 'exit', 'call-staff']),
      text: Texts,
      levelId: Id,
      metres: z.number(),
      seconds: z.number(),
      points: z.array(Point),
    }),
  ),
})
export type WayAnswer = z.infer<typeof WayAnswer>

/** `draft`: as saved; `published`: as displays have it. */
export const GuideQuery = z.object({ of: z.enum(['draft', 'published']) })
