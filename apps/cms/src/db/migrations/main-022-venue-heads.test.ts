import type { Kysely } from 'kysely'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../testing.ts'
import { up } from './main-022-venue-heads.ts'

const PROBLEMS = Array.from({ length: 2001 }, (_, n) => ({
  code: 'duplicate-id',
  file: 'unit.geojson',
  featureId: `u${n}`,
}))
const closure = (id: string, until: string | null, ended_at: string | null) => {
  const made = {
    version: 1,
    made_at: '2026-11-22T00:00:00.000Z',
    made_by: 'x',
    ended_by: ended_at === null ? null : 'x',
  }
  return { id, venue_id: 'v', body: JSON.stringify({ until }), ended_at, ...made }
}

onEachDatabase((open) => {
  test('plans are parted from what their imports found, and closures know when they are over', async () => {
    const { main: db } = await open()
    await db.schema.dropIndex('way_closure_over').execute()
    await db.schema.alterTable('way_closure').dropColumn('over_at').execute()
    await db.schema.alterTable('venue_plan').dropColumn('problems').execute()
    const plan = { venue_id: 'v', number: 1, body: JSON.stringify({ name: { ja: '庁舎' }, problems: PROBLEMS }) }
    const closures = [
      closure('open', null, null),
      closure('planned', '2026-11-23T09:00:00+09:00', null),
      closure('ended', '2026-11-23T09:00:00+09:00', '2026-11-22T01:00:00.000Z'),
    ]
    const old = db as unknown as Kysely<{ venue_plan: typeof plan; way_closure: (typeof closures)[number] }>
    await old.insertInto('venue_plan').values(plan).execute()
    await old.insertInto('way_closure').values(closures).execute()
    await up(db as unknown as Kysely<unknown>)
    const stored = await db.selectFrom('venue_plan').selectAll().executeTakeFirstOrThrow()
    expect(JSON.parse(stored.body)).toEqual({ name: { ja: '庁舎' } })
    expect(JSON.parse(stored.problems)).toEqual({ told: PROBLEMS.slice(0, 2000), count: 2001 })
    const rows = await db.selectFrom('way_closure').select(['id', 'over_at']).orderBy('id').execute()
    expect(rows).toEqual([
      { id: 'ended', over_at: '2026-11-22T01:00:00.000Z' },
      { id: 'open', over_at: null },
      { id: 'planned', over_at: '2026-11-23T00:00:00.000Z' },
    ])
  })
})
