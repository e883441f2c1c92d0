import { alertsOf, applyVerdicts, emptyBook, type Place, type Reading, verdictsOf } from '@akari/alerts'
import type { Alert, Instant } from '@akari/protocol'

const TIMES = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)/g

/**
 * A telegram made 訓練: its status says so, its headline too, and all its times move so that it was reported at `at`. Bytes
 * without a report time come back with their status changed only.
 */
export function madeDrill(xml: string, at: Instant): string {
  const reported = /<ReportDateTime>([^<]+)<\/ReportDateTime>/.exec(xml)?.[1]
  const laterMs = reported === undefined ? 0 : Date.parse(at) - Date.parse(reported)
  return xml
    .replace(/<Status>[^<]*<\/Status>/, '<Status>訓練</Status>')
    .replace(/(<Headline>\s*<Text>)(?!訓練)/, '$1訓練　')
    .replaceAll(TIMES, (time) => later(time, laterMs))
}

/** Keeps the offset in which a time is written: some parts of a telegram are read as wall-clock times. */
function later(time: string, byMs: number): string {
  const sign = /([+-])(\d\d):(\d\d)$/.exec(time)
  const offsetMinutes = sign === null ? 0 : Number(`${sign[1]}1`) * (Number(sign[2]) * 60 + Number(sign[3]))
  const wall = new Date(Date.parse(time) + byMs + offsetMinutes * 60_000).toISOString().slice(0, 19)
  return `${wall}${sign === null ? 'Z' : sign[0]}`
}

/** The gravest alert that a telegram read on its own raises here on the drill channel; null when it raises none. */
export function drillAlertOf(reading: Reading, place: Place, at: Instant): Alert | null {
  const applied = applyVerdicts(emptyBook(), verdictsOf(reading, place, at), at)
  return alertsOf(applied.book, 'drill', at).find(({ phase }) => phase === 'inForce') ?? null
}
