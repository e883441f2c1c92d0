import { type Id, type Instant, SittingInput, SittingStanding, SittingStep, TakenStep } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import { nextRevision } from '../../db/next-revision.ts'
import type { MainTables } from '../../db/schema.ts'

const Plan = SittingInput.omit({ version: true })
export type SittingPlan = z.infer<typeof Plan>

/**
 * A step that was taken. `stands`: the number of the step that stands since: its own, or after an undo that of an earlier one (0:
 * none). `backTo`: what stands after the next undo.
 */
const BookedStep = TakenStep.extend({ stands: z.int(), backTo: z.int() })
export type BookedStep = z.infer<typeof BookedStep>
const LastStep = BookedStep.extend({ undoes: SittingStep.nullable() })

export type StoredSitting = {
  id: Id
  captionsId: Id
  plan: SittingPlan
  version: number
  updatedAt: Instant
  standing: SittingStanding
  /** The newest step, with what an undo would take back. */
  last: z.infer<typeof LastStep> | null
  /** How many steps were taken. */
  liveVersion: number
  /** Of what displays are told. */
  revision: number
}

/** Where a step led. */
export type StepInBook = { step: BookedStep; standing: SittingStanding }

/** What another feature writes in the same transaction. */
type Besides = (tx: MainDatabase) => Promise<void>

export type SittingStore = ReturnType<typeof sittingStore>

export function sittingStore(db: MainDatabase) {
  return {
    /** By start, the latest first. */
    list: async (): Promise<StoredSitting[]> => {
      const rows = await db.selectFrom('sitting').selectAll().orderBy('starts_at', 'desc').orderBy('id').execute()
      return rows.map(fromRow)
    },
    /** Those that begin before `until` and were not meant to be over before `from`. */
    around: async (from: Instant, until: Instant): Promise<StoredSitting[]> => {
      const rows = await db
        .selectFrom('sitting')
        .selectAll()
        .where('starts_at', '<=', until)
        .where('ends_at', '>=', from)
        .orderBy('starts_at')
        .execute()
      return rows.map(fromRow)
    },
    find: async (id: Id): Promise<StoredSitting | null> => {
      const row = await db.selectFrom('sitting').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : fromRow(row)
    },
    /** `besides` is written with it, or neither. */
    insert: (sitting: StoredSitting, besides: Besides): Promise<void> =>
      db.transaction().execute(async (tx) => {
        await tx.insertInto('sitting').values(toRow(sitting)).execute()
        await besides(tx)
      }),
    /** Another plan, where the sitting still has `expectedVersion` and stands where the plan was judged; false otherwise. `besides` is written with it. */
    replace: (sitting: StoredSitting, expectedVersion: number, besides: Besides): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const { plan, starts_at, ends_at, version, updated_at, revision } = toRow(sitting)
        const done = await tx
          .updateTable('sitting')
          .set({ plan, starts_at, ends_at, version, updated_at, revision })
          .where('id', '=', sitting.id)
          .where('version', '=', expectedVersion)
          .where('live_version', '=', sitting.liveVersion)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return false
        await besides(tx)
        return true
      }),
    remove: (id: Id): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await tx.deleteFrom('sitting_step').where('sitting_id', '=', id).execute()
        const done = await tx.deleteFrom('sitting').where('id', '=', id).executeTakeFirst()
        return done.numDeletedRows === 1n
      }),
    /** What displays are told of it has changed, though nothing of its own did. */
    retell: async (id: Id, nowMs: number): Promise<void> => {
      await db
        .updateTable('sitting')
        .set({ revision: nextRevision(nowMs) })
        .where('id', '=', id)
        .execute()
    },
    /** Writes a step with where it led (`sitting`); false where somebody was first, and nothing is written. */
    take: (sitting: StoredSitting, { step, standing }: StepInBook): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const { last, live_version, revision } = toRow(sitting)
        const done = await tx
          .updateTable('sitting')
          .set({ standing: JSON.stringify(standing), last, live_version, revision })
          .where('id', '=', sitting.id)
          .where('live_version', '=', live_version - 1)
          .where('version', '=', sitting.version)
          .executeTakeFirst()
        if (done.numUpdatedRows !== 1n) return false
        await tx
          .insertInto('sitting_step')
          .values({
            sitting_id: sitting.id,
            number: live_version,
            step: JSON.stringify(step),
            standing: JSON.stringify(standing),
          })
          .execute()
        return true
      }),
    /** What was discussed from when on, in order. */
    course: async (id: Id): Promise<{ atMs: number; itemId: Id | null }[]> => {
      const rows = await db
        .selectFrom('sitting_step')
        .selectAll()
        .where('sitting_id', '=', id)
        .orderBy('number')
        .execute()
      return rows.map((row) => ({
        atMs: Date.parse(BookedStep.parse(JSON.parse(row.step)).at),
        itemId: SittingStanding.parse(JSON.parse(row.standing)).itemId,
      }))
    },
    step: async (id: Id, number: number): Promise<StepInBook | null> => {
      const row = await db
        .selectFrom('sitting_step')
        .selectAll()
        .where('sitting_id', '=', id)
        .where('number', '=', number)
        .executeTakeFirst()
      if (row === undefined) return null
      return {
        step: BookedStep.parse(JSON.parse(row.step)),
        standing: SittingStanding.parse(JSON.parse(row.standing)),
      }
    },
  }
}

function fromRow(row: MainTables['sitting']): StoredSitting {
  return {
    id: row.id,
    captionsId: row.captions_id,
    plan: Plan.parse(JSON.parse(row.plan)),
    version: row.version,
    updatedAt: row.updated_at,
    standing: SittingStanding.parse(JSON.parse(row.standing)),
    last: row.last === null ? null : LastStep.parse(JSON.parse(row.last)),
    liveVersion: row.live_version,
    revision: row.revision,
  }
}

/** Moments are compared as text: all of them in UTC. */
function toRow(sitting: StoredSitting): MainTables['sitting'] {
  const { plan } = sitting
  return {
    id: sitting.id,
    captions_id: sitting.captionsId,
    plan: JSON.stringify(plan),
    starts_at: new Date(plan.startsAt).toISOString(),
    ends_at: new Date(plan.endsAt).toISOString(),
    version: sitting.version,
    updated_at: sitting.updatedAt,
    standing: JSON.stringify(sitting.standing),
    last: sitting.last === null ? null : JSON.stringify(sitting.last),
    live_version: sitting.liveVersion,
    revision: sitting.revision,
  }
}
