import { alertsOf, applyVerdicts, emptyBook, type Place, type Reading, verdictsOf } from '@akari/alerts'
import { movedTelegram } from '@akari/content-samples'
import type { Alert, Instant } from '@akari/protocol'

/**
 * A telegram made 訓練: its status says so, its headline too, and all its times move so that it was reported at `at`. Bytes
 * without a report time come back with their status changed only.
 */
export function madeDrill(xml: string, at: Instant): string {
  const reported = /<ReportDateTime>([^<]+)<\/ReportDateTime>/.exec(xml)?.[1]
  const laterMs = reported === undefined ? 0 : Date.parse(at) - Date.parse(reported)
  return movedTelegram(xml, laterMs)
    .replace(/<Status>[^<]*<\/Status>/, '<Status>訓練</Status>')
    .replace(/(<Headline>\s*<Text>)(?!訓練)/, '$1訓練　')
}

/** The gravest alert that a telegram read on its own raises here on the drill channel; null when it raises none. */
export function drillAlertOf(reading: Reading, place: Place, at: Instant): Alert | null {
  const applied = applyVerdicts(emptyBook(), verdictsOf(reading, place, at), at)
  return alertsOf(applied.book, 'drill', at).find(({ phase }) => phase === 'inForce') ?? null
}
