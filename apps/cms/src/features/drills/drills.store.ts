import { DrillDraft, DrillEnd, DrillRunHead, Epoch, Id, Instant, Revision } from '@akari/protocol'
import { z } from 'zod'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

const Meant = z.array(z.object({ displayId: Id, name: z.string() }))
/** What the runner knows of a step that it began. `endRevision`: the state in which it was over. */
const StepLog = z.object({
  step: z.int(),
  alertId: Id,
  headline: z.string(),
  epoch: Epoch,
  revision: Revision,
  sentAt: Instant,
  endedAt: Instant.nullable(),
  endRevision: Revision.nullable(),
})
export type StepLog = z.infer<typeof StepLog>
const State = DrillRunHead.shape.state

export type StoredPlan = {
  id: string
  version: number
  draft: DrillDraft
  changed: { name: string; at: string }
  checked: { name: string; at: string } | null
  nextAt: string | null
}
export type StoredRun = {
  id: string
  planId: string
  draft: DrillDraft
  occurrence: string
  startedBy: string
  state: z.infer<typeof State>
  startedAt: string
  endsAt: string
  endedAt: string | null
  end: DrillEnd | null
  meant: z.infer<typeof Meant>
  steps: StepLog[]
}
export type NewRun = Omit<StoredRun, 'steps'> & { node: string; heldUntilMs: number }

export type DrillsStore = ReturnType<typeof drillsStore>

function planOf(row: MainTables['drill_plan']): StoredPlan {
  return {
    id: row.id,
    version: row.version,
    draft: DrillDraft.parse(JSON.parse(row.draft)),
    changed: { name: row.changed_by, at: row.changed_at },
    checked: row.checked_by === null || row.checked_at === null ? null : { name: row.checked_by, at: row.checked_at },
    nextAt: row.next_at,
  }
}

function runOf(row: MainTables['drill_run']): StoredRun {
  return {
    id: row.id,
    planId: row.plan_id,
    draft: DrillDraft.parse(JSON.parse(row.draft)),
    occurrence: row.occurrence,
    startedBy: row.started_by,
    state: State.parse(row.state),
    startedAt: row.started_at,
    endsAt: row.ends_at,
    endedAt: row.ended_at,
    end: row.ended === null ? null : DrillEnd.parse(JSON.parse(row.ended)),
    meant: Meant.parse(JSON.parse(row.meant)),
    steps: StepLog.array().parse(JSON.parse(row.steps)),
  }
}

export function drillsStore(db: MainDatabase) {
  const changedOne = (done: { numUpdatedRows: bigint }) => Number(done.numUpdatedRows) === 1
  return {
    plans: async (): Promise<StoredPlan[]> =>
      (await db.selectFrom('drill_plan').selectAll().orderBy('changed_at').orderBy('id').execute()).map(planOf),
    plan: async (id: string): Promise<StoredPlan | null> => {
      const row = await db.selectFrom('drill_plan').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : planOf(row)
    },
    insertPlan: async ({ id, version, draft, changed }: StoredPlan): Promise<void> => {
      const row = { id, version, draft: JSON.stringify(draft), changed_by: changed.name, changed_at: changed.at }
      await db
        .insertInto('drill_plan')
        .values({ ...row, checked_by: null, checked_at: null, next_at: null })
        .execute()
    },
    /** A change voids the check and the schedule. False when another version is stored. */
    changePlan: async ({ id, version, draft, changed }: StoredPlan): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_plan')
          .set({
            version: version + 1,
            draft: JSON.stringify(draft),
            changed_by: changed.name,
            changed_at: changed.at,
            checked_by: null,
            checked_at: null,
            next_at: null,
          })
          .where('id', '=', id)
          .where('version', '=', version)
          .executeTakeFirst(),
      ),
    /** False when another version is stored, or it is checked already. */
    checkPlan: async (
      id: string,
      version: number,
      by: { name: string; at: string },
      nextAt: string | null,
    ): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_plan')
          .set({ checked_by: by.name, checked_at: by.at, next_at: nextAt })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('checked_by', 'is', null)
          .executeTakeFirst(),
      ),
    removePlan: async (id: string): Promise<void> => {
      await db.deleteFrom('drill_plan').where('id', '=', id).execute()
    },
    /** Checked plans whose time has come. */
    due: async (now: string): Promise<StoredPlan[]> =>
      (
        await db
          .selectFrom('drill_plan')
          .selectAll()
          .where('next_at', '<=', now)
          .where('checked_by', 'is not', null)
          .execute()
      ).map(planOf),
    /** Moves the plan on from one time to the next; false when another server was first or the plan was changed. */
    moveOn: async ({ id, version, nextAt }: StoredPlan, to: string | null): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_plan')
          .set({ next_at: to })
          .where('id', '=', id)
          .where('version', '=', version)
          .where('next_at', nextAt === null ? 'is' : '=', nextAt)
          .executeTakeFirst(),
      ),
    skip: async (planId: string, occurrence: string, by: string, at: string): Promise<void> => {
      await db
        .insertInto('drill_skip')
        .values({ plan_id: planId, occurrence, by_whom: by, at })
        .onConflict((c) => c.columns(['plan_id', 'occurrence']).doNothing())
        .execute()
    },
    skipped: async (planId: string): Promise<ReadonlySet<string>> => {
      const rows = await db.selectFrom('drill_skip').select('occurrence').where('plan_id', '=', planId).execute()
      return new Set(rows.map((row) => row.occurrence))
    },
    /**
     * Begins a run of a plan that is checked in this very version, and with `to` moves a scheduled plan on, in one step. False
     * when another server was first, or the plan was changed or never checked.
     */
    start: (plan: StoredPlan, run: NewRun, to: { nextAt: string | null } | null): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        const held = await tx
          .updateTable('drill_plan')
          .set({ next_at: to === null ? plan.nextAt : to.nextAt })
          .where('id', '=', plan.id)
          .where('version', '=', plan.version)
          .where('checked_by', 'is not', null)
          .where('next_at', plan.nextAt === null ? 'is' : '=', plan.nextAt)
          .executeTakeFirst()
        if (!changedOne(held)) return false
        const made = await tx
          .insertInto('drill_run')
          .values({
            id: run.id,
            plan_id: plan.id,
            draft: JSON.stringify(run.draft),
            occurrence: run.occurrence,
            started_by: run.startedBy,
            state: run.state,
            started_at: run.startedAt,
            ends_at: run.endsAt,
            ended_at: run.endedAt,
            ended: run.end === null ? null : JSON.stringify(run.end),
            meant: JSON.stringify(run.meant),
            steps: '[]',
            held_by: run.node,
            held_until: run.heldUntilMs,
          })
          .onConflict((c) => c.columns(['plan_id', 'occurrence']).doNothing())
          .executeTakeFirst()
        return Number(made.numInsertedOrUpdatedRows ?? 0) === 1
      }),
    runs: async (limit: number): Promise<StoredRun[]> =>
      (
        await db.selectFrom('drill_run').selectAll().orderBy('started_at', 'desc').orderBy('id').limit(limit).execute()
      ).map(runOf),
    run: async (id: string): Promise<StoredRun | null> => {
      const row = await db.selectFrom('drill_run').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : runOf(row)
    },
    running: async (): Promise<StoredRun[]> =>
      (await db.selectFrom('drill_run').selectAll().where('state', '=', 'running').execute()).map(runOf),
    /** One server leads a run; another takes over when the leader has not held it for a while. */
    hold: async (id: string, node: string, nowMs: number, untilMs: number): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_run')
          .set({ held_by: node, held_until: untilMs })
          .where('id', '=', id)
          .where('state', '=', 'running')
          .where((e) => e.or([e('held_by', '=', node), e('held_until', '<', nowMs)]))
          .executeTakeFirst(),
      ),
    /** False when the run is over or another server leads it. */
    saveSteps: async (id: string, node: string, steps: readonly StepLog[]): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_run')
          .set({ steps: JSON.stringify(steps) })
          .where('id', '=', id)
          .where('state', '=', 'running')
          .where('held_by', '=', node)
          .executeTakeFirst(),
      ),
    /** False when it was over already. */
    finish: async (
      id: string,
      state: 'done' | 'aborted',
      at: string,
      end: DrillEnd,
      steps: readonly StepLog[],
    ): Promise<boolean> =>
      changedOne(
        await db
          .updateTable('drill_run')
          .set({ state, ended_at: at, ended: JSON.stringify(end), steps: JSON.stringify(steps) })
          .where('id', '=', id)
          .where('state', '=', 'running')
          .executeTakeFirst(),
      ),
  }
}
