import type { Id, Play } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import type { FleetTables } from '../../db/fleet-schema.ts'

type Total = FleetTables['play_total']

/** What is added up; every one of them is 0 until something was shown. */
const COUNTED = [
  'whole',
  'cut',
  'lost',
  'failed',
  'shown_ms',
  'zone_whole',
  'zone_cut',
  'zone_lost',
  'zone_failed',
  'zone_ms',
] as const
const NOT_SHOWN_YET = {
  whole: 0,
  cut: 0,
  lost: 0,
  failed: 0,
  shown_ms: 0,
  zone_whole: 0,
  zone_cut: 0,
  zone_lost: 0,
  zone_failed: 0,
  zone_ms: 0,
} as const satisfies Record<(typeof COUNTED)[number], number>

/** The day of the city's calendar on which something began, `2026-11-20`. */
export function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
}

/** Plays of one display added up by day and subject. */
export function totalsOf(displayId: Id, plays: readonly Play[], timeZone: string): Total[] {
  const totals = new Map<string, Total>()
  for (const play of plays) {
    const day = dayOf(new Date(play.startedAt), timeZone)
    const about = subjectOf(play.shown)
    const key = `${day} ${about.subject}`
    const total = totals.get(key) ?? { day, display_id: displayId, ...about, ...NOT_SHOWN_YET }
    const shownMs = Math.max(0, Date.parse(play.endedAt) - Date.parse(play.startedAt))
    total[play.ending] += 1
    total.shown_ms += shownMs
    if (play.shown.kind === 'item' && play.shown.zoneId !== undefined) {
      total[`zone_${play.ending}`] += 1
      total.zone_ms += shownMs
    }
    totals.set(key, total)
  }
  return [...totals.values()]
}

/** The same file is one subject wherever it is shown; what has no file is told apart by its item. */
function subjectOf(shown: Play['shown']): Pick<Total, 'subject' | 'kind' | 'title' | 'asset'> {
  const { kind } = shown
  switch (kind) {
    case 'item':
      return { subject: shown.asset ?? `item:${shown.itemId}`, kind, title: shown.title, asset: shown.asset }
    case 'emergency':
      return { subject: `emergency:${shown.channel}`, kind, title: '', asset: null }
    case 'guidance':
    case 'visit':
    case 'closed':
    case 'fallback':
    case 'unrecorded':
      return { subject: kind, kind, title: '', asset: null }
  }
}

/** Adds to what is there; the newest title stays. */
export async function addTotals(db: MainDatabase, totals: readonly Total[]): Promise<void> {
  if (totals.length === 0) return
  await db
    .insertInto('play_total')
    .values(totals)
    .onConflict((conflict) =>
      conflict.columns(['day', 'display_id', 'subject']).doUpdateSet((e) => ({
        title: e.ref('excluded.title'),
        ...Object.fromEntries(COUNTED.map((name) => [name, e(`play_total.${name}`, '+', e.ref(`excluded.${name}`))])),
      })),
    )
    .execute()
}
