import { z } from 'zod'
import { Id, Instant, Revision, Sha256 } from '../primitives.ts'
import { ChangeGroup } from './changes.ts'
import { PublishResult, PublishWarning } from './content.ts'
import { Problem } from './problem.ts'

/**
 * A fingerprint of «this content instead of that one, for these displays»: who sends it back publishes or approves what they
 * looked at, or nothing.
 */
export const Seen = Sha256
export type Seen = z.infer<typeof Seen>

const Comment = z.string().trim().max(1000)

/** What publishing would change now, to be looked at before. Limited to the displays that one answers for. */
export const Review = z.object({
  seen: Seen,
  publishedAt: Instant.nullable(),
  groups: z.array(ChangeGroup),
  warnings: z.array(PublishWarning),
  /** Displays that change and that somebody else answers for: they wait. */
  notYours: z.array(z.object({ displayId: Id, name: z.string() })),
  /** Names of those who may approve it when a second person must; null: one may publish it alone. */
  approvers: z.array(z.string()).nullable(),
})
export type Review = z.infer<typeof Review>

export const PublishRequest = z.object({ seen: Seen.optional(), comment: Comment.optional() })
export type PublishRequest = z.infer<typeof PublishRequest>

/** Publishing takes a while: pictures are made for every size of display, and hundreds of programmes are compiled. */
export const PublishJob = z.object({
  id: Id,
  kind: z.enum(['publish', 'submit', 'restore']),
  state: z.enum(['running', 'done', 'failed']),
  phase: z.enum(['waiting', 'compiling', 'pictures', 'storing']),
  /** Of the phase: displays, or pictures. */
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
  result: PublishResult.nullable(),
  submissionId: Id.nullable(),
  problem: Problem.pick({ code: true, title: true, detail: true }).nullable(),
})
export type PublishJob = z.infer<typeof PublishJob>

/** How long the answer may wait for the end of the job, in seconds. */
export const JobWait = z.object({ wait: z.coerce.number().min(0).max(60).default(2) })

/** A revision of what all displays show: who let it out, when and why. */
export const Publication = z.object({
  sequence: z.int().positive(),
  at: Instant,
  by: z.string(),
  /** `earlier`: what was published before records were kept. */
  cause: z.enum(['published', 'approved', 'scheduled', 'restored', 'earlier']),
  comment: z.string(),
  displays: z.array(z.object({ displayId: Id, name: z.string(), revision: Revision })),
  /** The revision whose contents it brought back. */
  restores: z.int().nullable(),
  submissionId: Id.nullable(),
})
export type Publication = z.infer<typeof Publication>

export const PublicationParam = z.object({ sequence: z.coerce.number().int().positive() })
/** Compared with what was there before it, or with what is published now, as bringing it back would change it. */
export const PublicationQuery = z.object({ against: z.enum(['before', 'now']).default('before') })
export const PublicationChanges = z.object({
  publication: Publication,
  groups: z.array(ChangeGroup),
  /** Only against `now`: sent back when it is brought back. */
  seen: Seen.nullable(),
  /** Files of it that are on no disk any more, by name of the display: it cannot be brought back then. */
  missing: z.array(z.string()),
})
export type PublicationChanges = z.infer<typeof PublicationChanges>
export const RestoreRequest = z.object({ seen: Seen, comment: Comment.default('') })
