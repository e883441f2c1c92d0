import type { Alert, Instant } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import { alertWords, textsOf } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { EarthquakeEarlyWarning, ForecastArea } from '../telegram.ts'
import { rankOf } from './info-type.ts'
import type { Told, Verdict, VerdictChannel, Word } from './verdict.ts'

/** No telegram ends an earthquake early warning: it stands a minute after the last arrival, one to three in all. */
const AFTER_ARRIVAL_MS = 60_000
const SHORTEST_MS = 60_000
const LONGEST_MS = 180_000
/** How long an event is remembered, so that nothing late or repeated can raise it again. */
const REMEMBERED_MS = 24 * 3600_000

/**
 * What VXSE43 means for the place's 細分区域. Only a message that warns this area, corrects (訂正) or cancels (取消) speaks
 * of it: a warned area never leaves while the event goes on, so a later 発表 without it must not take the warning away.
 */
export function assessEew(telegram: EarthquakeEarlyWarning, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const reportedMs = msOf(envelope.reportedAt)
  const silent = {
    channel,
    hazard: 'earthquake-early-warning',
    level: null,
    class: null,
    intensity: null,
  } as const satisfies Omit<Told, 'reason'>
  const word: Word = {
    slot: `jma.${telegram.code}.${telegram.eventId}`,
    order: [Number(envelope.serial ?? '0'), rankOf(envelope.infoType), reportedMs, msOf(envelope.controlAt)],
    keepUntil: instantAt(reportedMs + REMEMBERED_MS),
    sentAt: envelope.reportedAt,
  }
  if (envelope.infoType === 'cancel') {
    return { effect: 'cancel', ...silent, ...word, notice: true, reason: 'message-cancelled' }
  }
  const here = telegram.areas.filter((area) => area.code === place.earthquakeArea.code)
  const warned = here.find(isWarned)
  if (warned !== undefined) {
    const alert = eewAlert(word.slot, telegram, warned, place)
    const { level, intensity } = alert
    const told: Told = { ...silent, level, class: alert.class, intensity, reason: 'warning-in-force' }
    return { effect: 'raise', alert, longestMs: LONGEST_MS, ...told, ...word }
  }
  if (envelope.infoType === 'correction') {
    return { effect: 'cancel', ...silent, ...word, notice: true, reason: 'corrected-away' }
  }
  return { effect: 'none', ...silent, reason: here.length === 0 ? 'not-in-area' : 'forecast-only' }
}

function isWarned(area: ForecastArea): boolean {
  return area.kindCode.startsWith('1')
}

/** Only x0 names an arrival: x1 has arrived, and the time of x9 (PLUM) is that of the first prediction. */
function endOf(telegram: EarthquakeEarlyWarning): Instant {
  const reportedMs = msOf(telegram.envelope.reportedAt)
  const arrivals = telegram.areas.flatMap((area) =>
    area.kindCode === '10' && area.arrivalAt !== null ? [msOf(area.arrivalAt)] : [],
  )
  const endMs = Math.max(reportedMs + SHORTEST_MS, ...arrivals.map((ms) => ms + AFTER_ARRIVAL_MS))
  return instantAt(Math.min(endMs, reportedMs + LONGEST_MS))
}

function eewAlert(id: string, telegram: EarthquakeEarlyWarning, here: ForecastArea, place: Place): Alert {
  return {
    id,
    source: { kind: 'jma', name: textsOf((phrases) => phrases.sources.jma), reference: telegram.code },
    category: 'Geo',
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Likely',
    hazard: 'earthquake-early-warning',
    level: null,
    class: 'warning',
    intensity: here.intensity,
    phase: 'inForce',
    target: { kind: 'all' },
    presentation: { mode: 'fullScreen', field: 'eew', symbol: 'earthquake' },
    words: alertWords('earthquakeEarlyWarning', place.earthquakeArea.name),
    sentAt: telegram.envelope.reportedAt,
    expiresAt: endOf(telegram),
  }
}
