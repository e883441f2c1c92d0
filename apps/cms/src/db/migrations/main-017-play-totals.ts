import type { Kysely } from 'kysely'
import { z } from 'zod'
import { CITY } from '../../config/city.ts'

/** As plays were written when totals began. */
const Shown = z.object({
  kind: z.string(),
  channel: z.string().optional(),
  asset: z.string().nullable().optional(),
  itemId: z.string().optional(),
  title: z.string().optional(),
})

type Tables = {
  play: { display_id: string; id: string; started_at: number; ended_at: number; ending: string; shown: string }
  play_total: {
    day: string
    display_id: string
    subject: string
    kind: string
    title: string
    asset: string | null
    whole: number
    cut: number
    lost: number
    failed: number
    shown_ms: number
  }
}

const BATCH = 500
const TIMES = ['whole', 'cut', 'lost', 'failed'] as const

/** What was shown, added up by day, display and subject: a year of every display is read in a moment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('play_total')
    .addColumn('day', 'text', (c) => c.notNull())
    .addColumn('display_id', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('asset', 'text')
    .addColumn('whole', 'integer', (c) => c.notNull())
    .addColumn('cut', 'integer', (c) => c.notNull())
    .addColumn('lost', 'integer', (c) => c.notNull())
    .addColumn('failed', 'integer', (c) => c.notNull())
    .addColumn('shown_ms', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('play_total_key', ['day', 'display_id', 'subject'])
    .execute()
  await db.schema.createIndex('play_by_ending').on('play').columns(['ending', 'started_at']).execute()
  await addUp(db.$extendTables<Tables>())
}

/** The plays that are kept already. */
async function addUp(db: Kysely<Tables>): Promise<void> {
  const totals = new Map<string, Tables['play_total']>()
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY.timeZone, dateStyle: 'short' })
  let after = { display_id: '', id: '' }
  for (;;) {
    const plays = await db
      .selectFrom('play')
      .select(['display_id', 'id', 'started_at', 'ended_at', 'ending', 'shown'])
      .where((e) =>
        e.or([
          e('display_id', '>', after.display_id),
          e.and([e('display_id', '=', after.display_id), e('id', '>', after.id)]),
        ]),
      )
      .orderBy('display_id')
      .orderBy('id')
      .limit(BATCH)
      .execute()
    for (const play of plays) add(totals, play, day.format(new Date(play.started_at)))
    const last = plays.at(-1)
    if (last === undefined) break
    after = last
  }
  const rows = [...totals.values()]
  for (let n = 0; n < rows.length; n += 50)
    await db
      .insertInto('play_total')
      .values(rows.slice(n, n + 50))
      .execute()
}

function add(totals: Map<string, Tables['play_total']>, play: Tables['play'], day: string): void {
  const { subject, kind, title, asset } = subjectOf(Shown.parse(JSON.parse(play.shown)))
  const key = `${day} ${play.display_id} ${subject}`
  const fresh = { day, display_id: play.display_id, subject, kind, title, asset, whole: 0, cut: 0, lost: 0, failed: 0 }
  const total = totals.get(key) ?? { ...fresh, shown_ms: 0 }
  const times = TIMES.find((each) => each === play.ending)
  if (times !== undefined) total[times] += 1
  total.shown_ms += Math.max(0, play.ended_at - play.started_at)
  totals.set(key, total)
}

function subjectOf(shown: z.infer<typeof Shown>): Pick<Tables['play_total'], 'subject' | 'kind' | 'title' | 'asset'> {
  const { kind, channel, itemId, asset = null, title = '' } = shown
  if (kind === 'emergency') return { subject: `emergency:${channel}`, kind, title: '', asset: null }
  if (kind !== 'item') return { subject: kind, kind, title: '', asset: null }
  return { subject: asset ?? `item:${itemId}`, kind, title, asset }
}
