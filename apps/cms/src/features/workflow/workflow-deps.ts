import type { ChangeGroup, Id, NoticeKind, PublishJob, PublishResult } from '@akari/protocol'
import type { Kysely } from 'kysely'
import type { Logger } from 'pino'
import type { MainTables } from '../../db/schema.ts'
import type { Actor } from '../../http/actor.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { ApprovalRule, Person } from './approval-rule.ts'
import type { SubmissionStore } from './submissions.store.ts'

/** A display as far as responsibility goes. */
export type Placed = { id: Id; groups: readonly string[]; profile: { name: string } }
export type Snapshot = { contents: ReadonlyMap<Id, string>; over: ReadonlyMap<Id, string | null> }
export type Report = (phase: PublishJob['phase'], done: number, total: number) => void

/** What the workflow needs of the programmes. */
export type Programmes = {
  /** Compiles and keeps what the actor's displays would get. */
  take: (
    actor: Actor,
    seen: string | undefined,
    report: Report,
    check?: (changing: readonly Placed[]) => Promise<void>,
  ) => Promise<Snapshot>
  /** What differs between kept contents and what is published now. */
  differences: (contents: ReadonlyMap<Id, string>) => Promise<{ groups: ChangeGroup[]; snapshot: Snapshot }>
  seenOf: (snapshot: Snapshot) => string
  /** Publishes kept contents over what was seen; `unless` can call it off in the same transaction. */
  publishSnapshot: (
    actor: Actor,
    snapshot: Snapshot,
    record: {
      by: string
      cause: 'approved' | 'scheduled'
      comment: string
      restores: number | null
      submissionId: Id | null
    },
    unless: (tx: Kysely<MainTables>) => Promise<boolean>,
  ) => Promise<PublishResult | 'refused'>
}

export type WorkflowDeps = ServiceDeps & {
  store: SubmissionStore
  rule: ApprovalRule
  people: () => Promise<readonly Person[]>
  displays: () => Promise<readonly Placed[]>
  programmes: Programmes
  notify: (
    to: readonly Id[],
    notice: { kind: NoticeKind; words: Readonly<Record<string, string>>; path: string },
  ) => Promise<void>
  log: Logger
}

/** The page of the console where a submission is decided on. */
export function pathOf(id: Id): string {
  return `/approvals/${id}`
}
