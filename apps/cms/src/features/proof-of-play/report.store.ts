import { Play, type PlayFailure, PlayReportRow, type PlayReportQuery } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'

/** So many of the failures are listed. */
const LISTED = 200
const COLUMN = { subject: 'subject', display: 'display_id', day: 'day' } as const

type Counted = 'whole' | 'cut' | 'lost' | 'shown_ms'
type CountedInZones = 'zone_whole' | 'zone_cut' | 'zone_lost' | 'zone_ms'

export type ReportStore = ReturnType<typeof reportStore>

export function reportStore(db: MainDatabase) {
  return {
    /**
     * Totals of the days, by what is asked for. Of a display or a day, what ran in a zone is left out: the layout around it
     * was on for the same time. What could not be shown in a zone is a failure all the same.
     */
    rows: async ({ from, to, by, display }: PlayReportQuery): Promise<PlayReportRow[]> => {
      const column = COLUMN[by]
      let query = db.selectFrom('play_total').where('day', '>=', from).where('day', '<=', to)
      if (display !== undefined) query = query.where('display_id', '=', display)
      const rows = await query
        .groupBy(column)
        .select((e) => {
          const sumOf = (all: Counted, inZones: CountedInZones) =>
            e.fn.sum<number | string>(by === 'subject' ? e.ref(all) : e(all, '-', e.ref(inZones)))
          return [
            e.ref(column).as('key'),
            e.fn.max('kind').as('kind'),
            e.fn.max('title').as('title'),
            e.fn.count<number | string>('display_id').distinct().as('displays'),
            sumOf('whole', 'zone_whole').as('whole'),
            sumOf('cut', 'zone_cut').as('cut'),
            sumOf('lost', 'zone_lost').as('lost'),
            e.fn.sum<number | string>('failed').as('failed'),
            sumOf('shown_ms', 'zone_ms').as('shown_ms'),
          ]
        })
        .execute()
      return rows.map(({ shown_ms: shownMs, ...row }) =>
        PlayReportRow.parse({
          ...row,
          kind: by === 'subject' ? row.kind : null,
          title: by === 'subject' ? row.title : '',
          displays: Number(row.displays),
          whole: Number(row.whole),
          cut: Number(row.cut),
          lost: Number(row.lost),
          failed: Number(row.failed),
          seconds: Math.round(Number(shownMs) / 100) / 10,
        }),
      )
    },
    /** What could not be shown between two moments, newest first. */
    failures: async (fromMs: number, toMs: number, display: string | undefined): Promise<PlayFailure[]> => {
      let query = db
        .selectFrom('play')
        .select(['display_id', 'started_at', 'shown', 'error'])
        .where('ending', '=', 'failed')
        .where('started_at', '>=', fromMs)
        .where('started_at', '<', toMs)
      if (display !== undefined) query = query.where('display_id', '=', display)
      const rows = await query.orderBy('started_at', 'desc').limit(LISTED).execute()
      return rows.map((row) => {
        const shown = Play.shape.shown.parse(JSON.parse(row.shown))
        const error = row.error === null ? undefined : Play.shape.error.parse(JSON.parse(row.error))
        return {
          displayId: row.display_id,
          at: new Date(row.started_at).toISOString(),
          title: shown.kind === 'item' ? shown.title : '',
          code: error?.code ?? '',
          detail: error?.detail ?? '',
        }
      })
    },
    forget: async (beforeDay: string): Promise<void> => {
      await db.deleteFrom('play_total').where('day', '<', beforeDay).execute()
    },
  }
}
