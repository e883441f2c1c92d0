import type { Instant, IntensityRange } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { Place } from '../place.ts'
import type { EarthquakeEarlyWarning, ForecastArea } from '../telegram.ts'
import { raised } from './draft.ts'
import { rankOf } from './info-type.ts'
import type { Verdict, VerdictChannel, Word } from './verdict.ts'
import { nothing, over } from './word.ts'

/** No telegram ends an earthquake early warning: it stands a minute after the last arrival, one to three in all. */
const AFTER_ARRIVAL_MS = 60_000
const SHORTEST_MS = 60_000
const LONGEST_MS = 180_000
/** How long an event is remembered, so that nothing late or repeated can raise it again. */
const REMEMBERED_MS = 24 * 3600_000
const HAZARD = 'earthquake-early-warning'

/**
 * What VXSE43 and VXSE45 mean for the place's 細分区域. Only a message that warns this area, corrects (訂正) or cancels
 * (取消) speaks of it: a warned area never leaves while the event goes on, so a later 発表 without it must not take the
 * warning away. Serials count for each of the two kinds of telegram by itself, hence a slot for each.
 */
export function assessEew(telegram: EarthquakeEarlyWarning, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const word = wordOf(telegram)
  if (envelope.infoType === 'cancel') return over('cancel', channel, HAZARD, word, 'message-cancelled')
  const here = telegram.areas.filter((area) => area.code === place.earthquakeArea.code)
  const warned = here.find(isWarned)
  if (warned !== undefined || isWarnedByHead(telegram, here, place)) {
    return raised({
      channel,
      word,
      code: telegram.code,
      hazard: HAZARD,
      level: null,
      class: 'warning',
      intensity: warned?.intensity ?? null,
      phrase: 'earthquakeEarlyWarning',
      area: place.earthquakeArea.name,
      expiresAt: endOf(telegram),
      longestMs: LONGEST_MS,
      reason: 'warning-in-force',
    })
  }
  if (envelope.infoType === 'correction') return over('cancel', channel, HAZARD, word, 'corrected-away')
  const [forecast] = here
  if (forecast === undefined) return nothing(channel, HAZARD, 'not-in-area')
  const intensity: IntensityRange | null = forecast.intensity
  return { effect: 'none', channel, hazard: HAZARD, level: null, class: 'forecast', intensity, reason: 'forecast-only' }
}

function wordOf({ envelope, code, eventId }: EarthquakeEarlyWarning): Word {
  const reportedMs = msOf(envelope.reportedAt)
  return {
    slot: `jma.${code}.${eventId}`,
    order: [Number(envelope.serial ?? '0'), rankOf(envelope.infoType), reportedMs, msOf(envelope.controlAt)],
    keepUntil: instantAt(reportedMs + REMEMBERED_MS),
    sentAt: envelope.reportedAt,
  }
}

function isWarned(area: ForecastArea): boolean {
  return area.kindCode.startsWith('1')
}

/** The Head repeats who is warned; it counts where the Body says nothing of the area. */
function isWarnedByHead(telegram: EarthquakeEarlyWarning, here: readonly ForecastArea[], place: Place): boolean {
  return here.length === 0 && telegram.warnedAreas.includes(place.earthquakeArea.code)
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
