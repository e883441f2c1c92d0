import type { Kysely } from 'kysely'
import { z } from 'zod'

/** As plans and closures were written when these columns began. */
const Plan = z.looseObject({ problems: z.array(z.unknown()) })
const Closure = z.object({ until: z.string().nullable() })
const MOST_TOLD = 2000

type Tables = {
  venue_plan: { venue_id: string; number: number; body: string; problems: string }
  way_closure: { id: string; body: string; ended_at: string | null; over_at: string | null }
}

/** Lists of venues are read without all that imports found, and what is closed without what was closed once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('venue_plan')
    .addColumn('problems', 'text', (c) => c.notNull().defaultTo('{"told":[],"count":0}'))
    .execute()
  await db.schema.alterTable('way_closure').addColumn('over_at', 'text').execute()
  await db.schema.createIndex('way_closure_over').on('way_closure').column('over_at').execute()
  const tables = db.$extendTables<Tables>()
  await moveProblems(tables)
  await tellEnds(tables)
}

async function moveProblems(db: Kysely<Tables>): Promise<void> {
  for (const { venue_id, number, body: whole } of await db.selectFrom('venue_plan').selectAll().execute()) {
    const { problems, ...body } = Plan.parse(JSON.parse(whole))
    const found = { told: problems.slice(0, MOST_TOLD), count: problems.length }
    await db
      .updateTable('venue_plan')
      .set({ body: JSON.stringify(body), problems: JSON.stringify(found) })
      .where('venue_id', '=', venue_id)
      .where('number', '=', number)
      .execute()
  }
}

async function tellEnds(db: Kysely<Tables>): Promise<void> {
  for (const { id, body, ended_at } of await db.selectFrom('way_closure').selectAll().execute()) {
    const { until } = Closure.parse(JSON.parse(body))
    const ends = [ended_at, until].flatMap((at) => (at === null ? [] : [Date.parse(at)]))
    if (ends.length === 0) continue
    const over_at = new Date(Math.min(...ends)).toISOString()
    await db.updateTable('way_closure').set({ over_at }).where('id', '=', id).execute()
  }
}
