import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'
import { ChangeGroup } from './changes.ts'
import { Seen } from './publishing.ts'

/** 一人で公開してよい: nobody needs a second person. For small city halls. */
export const ApprovalSettings = z.object({ mayPublishAlone: z.boolean() })
export type ApprovalSettings = z.infer<typeof ApprovalSettings>

/**
 * submitted: waits for a decision; approved: waits for its time; sentBack: to be corrected; published; withdrawn by whoever
 * submitted it, or because they submitted something newer.
 */
export const SubmissionState = z.enum(['submitted', 'approved', 'sentBack', 'published', 'withdrawn'])
export type SubmissionState = z.infer<typeof SubmissionState>

const Words = z.string().trim().max(1000)

export const SubmissionWord = z.object({
  at: Instant,
  /** Null: the server itself. */
  userId: Id.nullable(),
  name: z.string(),
  /** `failed`: its time came, and it could not be published. `late`: it was, but only now. */
  deed: z.enum([
    'submitted',
    'commented',
    'approved',
    'sentBack',
    'withdrawn',
    'replaced',
    'published',
    'late',
    'failed',
  ]),
  text: z.string(),
})
export type SubmissionWord = z.infer<typeof SubmissionWord>

/** A snapshot of the draft that somebody wants to be published as it is. */
export const Submission = z.object({
  id: Id,
  state: SubmissionState,
  submittedBy: Id,
  submittedName: z.string(),
  submittedAt: Instant,
  /** 公開日時; null: as soon as it is approved. */
  publishAt: Instant.nullable(),
  decidedName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  displays: z.array(z.object({ displayId: Id, name: z.string() })),
  /** The first of its words, why it was composed. */
  comment: z.string(),
})
export type Submission = z.infer<typeof Submission>

export const SubmissionDetail = z.object({
  submission: Submission,
  words: z.array(SubmissionWord),
  /** What publishing it now would change; empty when it is over. */
  groups: z.array(ChangeGroup),
  /** Sent back by whoever approves it. */
  seen: Seen,
  /** Displays of it that are no more. */
  gone: z.array(z.string()),
  /** May the caller decide on it, and if not, why? */
  mine: z.enum(['mayDecide', 'own', 'notYours', 'noRole', 'closed']),
})
export type SubmissionDetail = z.infer<typeof SubmissionDetail>

export const SubmissionRequest = z.object({
  seen: Seen.optional(),
  comment: Words.default(''),
  publishAt: Instant.nullable().default(null),
})
export type SubmissionRequest = z.infer<typeof SubmissionRequest>

export const ApproveRequest = z.object({ seen: Seen, comment: Words.default('') })
export const SendBackRequest = z.object({ comment: Words.min(1) })
export const WordRequest = z.object({ text: Words.min(1) })
