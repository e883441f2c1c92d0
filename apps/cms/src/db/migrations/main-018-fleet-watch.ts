import type { Kysely } from 'kysely'
import { z } from 'zod'
import { CITY } from '../../config/city.ts'

/** As plays are written when this is run. */
const Shown = z.object({
  asset: z.string().nullable().optional(),
  itemId: z.string().optional(),
  zoneId: z.string().optional(),
})

type Tables = {
  play: { display_id: string; started_at: number; ended_at: number; ending: string; shown: string }
  play_total: {
    day: string
    display_id: string
    subject: string
    zone_whole: number
    zone_cut: number
    zone_lost: number
    zone_failed: number
    zone_ms: number
  }
}

const COLUMNS = ['zone_whole', 'zone_cut', 'zone_lost', 'zone_failed', 'zone_ms'] as const

/**
 * Alarms are repeated and end together; of what was shown, what ran in a zone is told apart from what had the glass to
 * itself, because the layout around it is counted already.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['told_at', 'back_at']) {
    await db.schema.alterTable('display_alarm').addColumn(column, 'text').execute()
  }
  for (const column of COLUMNS) {
    const type = column === 'zone_ms' ? 'bigint' : 'integer'
    await db.schema
      .alterTable('play_total')
      .addColumn(column, type, (c) => c.notNull().defaultTo(0))
      .execute()
  }
  await addUp(db.$extendTables<Tables>())
}

/** The plays in zones that are kept already; layouts with zones are young, so they are few. */
async function addUp(db: Kysely<Tables>): Promise<void> {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY.timeZone, dateStyle: 'short' })
  const plays = await db
    .selectFrom('play')
    .select(['display_id', 'started_at', 'ended_at', 'ending', 'shown'])
    .where('shown', 'like', '%"zoneId"%')
    .execute()
  for (const play of plays) {
    const { asset = null, itemId, zoneId } = Shown.parse(JSON.parse(play.shown))
    const column = COLUMNS.find((each) => each === `zone_${play.ending}`)
    if (zoneId === undefined || column === undefined) continue
    await db
      .updateTable('play_total')
      .set((e) => ({
        [column]: e(column, '+', 1),
        zone_ms: e('zone_ms', '+', Math.max(0, play.ended_at - play.started_at)),
      }))
      .where('day', '=', day.format(new Date(play.started_at)))
      .where('display_id', '=', play.display_id)
      .where('subject', '=', asset ?? `item:${itemId}`)
      .execute()
  }
}
