import type { PlayReportQuery, PlayReportRow, PlaysReport, PlaySums } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import { csvOf } from './csv.ts'
import { dayOf } from './play-totals.ts'
import texts from './plays.texts.json' with { type: 'json' }
import type { ReportStore } from './report.store.ts'

/** A city hall asks for last year and the one before; totals are small. */
const KEEP_DAYS = 5 * 366

type Deps = {
  store: ReportStore
  displayNames: () => Promise<ReadonlyMap<string, string>>
  timeZone: string
  now: () => Date
}

export type ReportService = ReturnType<typeof reportService>

/** What was really shown, added up: by subject, display or day. */
export function reportService({ store, displayNames, timeZone, now }: Deps) {
  const startOf = (day: string): number => Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds

  async function report(query: PlayReportQuery): Promise<PlaysReport> {
    const rows = await store.rows(query)
    const dayAfter = Temporal.PlainDate.from(query.to).add({ days: 1 }).toString()
    return {
      rows: rows.toSorted((a, b) =>
        query.by === 'day' ? compare(a.key, b.key) : b.seconds - a.seconds || compare(a.key, b.key),
      ),
      // Never of the subjects: what ran in a zone and the layout around it would be counted twice.
      sum: (query.by === 'subject' ? await store.rows({ ...query, by: 'day' }) : rows).reduce(added, {
        whole: 0,
        cut: 0,
        lost: 0,
        failed: 0,
        seconds: 0,
      }),
      failures: await store.failures(startOf(query.from), startOf(dayAfter), query.display),
    }
  }

  return {
    report,
    /** The rows for a spreadsheet, with a head in Japanese. */
    csv: async (query: PlayReportQuery): Promise<string> => {
      const [{ rows }, names] = [await report(query), await displayNames()]
      const head = [texts.by[query.by], ...texts.columns]
      const nameOf = ({ key, kind, title }: PlayReportRow): string => {
        if (query.by === 'display') return names.get(key) ?? key
        if (query.by === 'day' || kind === null) return key
        return title !== '' ? title : (texts.kinds[kind === 'item' ? 'fallback' : kind] ?? key)
      }
      return csvOf([
        head,
        ...rows.map((row) => [
          nameOf(row),
          row.displays,
          row.whole + row.cut + row.lost,
          row.whole,
          row.cut,
          row.lost,
          row.failed,
          Math.round(row.seconds),
        ]),
      ])
    },
    housekeep: (): Promise<void> => store.forget(dayOf(new Date(now().getTime() - KEEP_DAYS * 86_400_000), timeZone)),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function added(sum: PlaySums, row: PlaySums): PlaySums {
  return {
    whole: sum.whole + row.whole,
    cut: sum.cut + row.cut,
    lost: sum.lost + row.lost,
    failed: sum.failed + row.failed,
    seconds: Math.round((sum.seconds + row.seconds) * 10) / 10,
  }
}
