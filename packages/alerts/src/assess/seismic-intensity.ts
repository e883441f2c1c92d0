import type { IntensityRange, Texts } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import { type AlertPhrase, intensityTexts } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { Observed, SeismicIntensity } from '../telegram.ts'
import { raised } from './draft.ts'
import { gradeOf } from './presentation.ts'
import type { Reason, Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, nothing, over } from './word.ts'

const MINUTE_MS = 60_000
/** Nothing announces that an earthquake is over: from 5弱 on an hour, from 3 on twenty minutes, below that ten. */
const STRONG_MS = 60 * MINUTE_MS
const FELT_MS = 20 * MINUTE_MS
const WEAK_MS = 10 * MINUTE_MS

/** What is felt here: by the city where it is named, else by its 細分区域. */
type Felt = { intensity: IntensityRange; reason: Reason; area: Texts }

/**
 * VXSE51 tells the area, VXSE53 refines it to the city and replaces it, in whatever order they come; VXSE62 (long-period
 * motion) stands beside them. One that does not name the place leaves what stands, unless it is a 訂正.
 */
export function assessSeismicIntensity(telegram: SeismicIntensity, place: Place, channel: VerdictChannel): Verdict {
  const { envelope, code, eventId } = telegram
  const slot = code === 'VXSE62' ? `jma.VXSE62.${eventId}` : `jma.earthquake.${eventId}`
  const word = eventWord(slot, envelope, code === 'VXSE62' ? [] : [code === 'VXSE53' ? 2 : 1])
  if (envelope.infoType === 'cancel') return over('cancel', channel, 'earthquake', word, 'message-cancelled')
  const felt = feltHere(telegram, place)
  if (felt === null) {
    return envelope.infoType === 'correction'
      ? over('cancel', channel, 'earthquake', word, 'corrected-away')
      : nothing(channel, 'earthquake', 'not-in-area')
  }
  const { intensity, reason, area } = felt
  const gravity = { hazard: 'earthquake', level: null, class: 'info', intensity } as const
  const longPeriod = code === 'VXSE62' ? longPeriodClassHere(telegram, place) : null
  const shownMs = durationOf(gradeOf(gravity))
  return raised({
    ...gravity,
    channel,
    word,
    code,
    phrase: phraseOf(code, gradeOf(gravity)),
    spoken: intensityTexts(longPeriod ?? (intensity.to === 'over' ? 'atLeast5Lower' : intensity.to)),
    area,
    expiresAt: instantAt(msOf(envelope.reportedAt) + shownMs),
    longestMs: shownMs,
    certainty: 'Observed',
    reason,
  })
}

function phraseOf(code: SeismicIntensity['code'], grade: number): AlertPhrase {
  if (code === 'VXSE62') return 'longPeriodMotion'
  return grade >= 4 ? 'earthquakeStrong' : 'earthquakeFelt'
}

function durationOf(grade: number): number {
  if (grade >= 4) return STRONG_MS
  return grade >= 2 ? FELT_MS : WEAK_MS
}

function feltHere(telegram: SeismicIntensity, place: Place): Felt | null {
  const areas = telegram.areas.filter((area) => area.code === place.earthquakeArea.code)
  const cities = telegram.areas.flatMap((area) => area.cities).filter((city) => city.code === place.city.code)
  if (telegram.code === 'VXSE62' && longPeriodClassHere(telegram, place) === null) return null
  for (const city of cities) {
    const intensity = intensityOf(city)
    if (intensity !== null) {
      return { intensity, reason: city.notArrived ? 'intensity-not-arrived' : 'observed-here', area: place.city.name }
    }
  }
  for (const area of areas) {
    const intensity = intensityOf(area)
    if (intensity !== null) return { intensity, reason: 'observed-in-area', area: place.earthquakeArea.name }
  }
  return null
}

/** 震度５弱以上未入電: at least 5弱, and nobody knows how much more. */
function intensityOf({ intensity, notArrived }: Observed): IntensityRange | null {
  if (notArrived) return { from: '5-', to: 'over' }
  return intensity === null || intensity === '不明' || intensity === '0' ? null : { from: intensity, to: intensity }
}

function longPeriodClassHere(telegram: SeismicIntensity, place: Place): string | null {
  const here = telegram.areas.find((area) => area.code === place.earthquakeArea.code)?.longPeriodClass ?? null
  return here !== null && /^[1-4]$/.test(here) ? here : null
}
