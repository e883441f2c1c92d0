import type { Hazard } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { AlertPhrase } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { WeatherBulletin } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { isOursByHead } from './by-head.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, nothing, over } from './word.ts'

const HOUR_MS = 3600_000

/** `tier`: where the place is looked for; 記録雨 names cities, all others only regions. */
type TagKind = { hazard: Hazard; phrase: AlertPhrase; tier: 'city' | 'region'; lastsMs: number; observed: boolean }

const TAGS: ReadonlyMap<string, TagKind> = new Map([
  [
    '線状降水帯発生',
    { hazard: 'linear-rainband', phrase: 'linearRainband', tier: 'region', lastsMs: 3 * HOUR_MS, observed: true },
  ],
  [
    '線状降水帯直前',
    { hazard: 'linear-rainband', phrase: 'linearRainbandSoon', tier: 'region', lastsMs: 3 * HOUR_MS, observed: false },
  ],
  ['記録雨', { hazard: 'record-rain', phrase: 'recordRain', tier: 'city', lastsMs: HOUR_MS, observed: true }],
  [
    '短時間大雪',
    { hazard: 'heavy-snow', phrase: 'heavySnowNow', tier: 'region', lastsMs: 6 * HOUR_MS, observed: true },
  ],
])
const TITLES: readonly [RegExp, Hazard][] = [
  [/線状降水帯/, 'linear-rainband'],
  [/短時間大雨|記録/, 'record-rain'],
  [/大雪/, 'heavy-snow'],
]

/** VPBS50: an event of its own for each tag. No telegram ends one, so it ends after its time. */
export function assessWeatherBulletin(telegram: WeatherBulletin, place: Place, channel: VerdictChannel): Verdict[] {
  const { envelope } = telegram
  const mainHazard = TITLES.find(([title]) => title.test(comparable(envelope.headTitle)))?.[1] ?? 'other'
  const word = (hazard: Hazard) => eventWord(`jma.VPBS50.${eventOf(envelope.eventId)}.${hazard}`, envelope)
  const corrected = envelope.infoType === 'correction'
  if (envelope.infoType === 'cancel') {
    return isOursByHead(envelope, place)
      ? hazardsOf(mainHazard).map((hazard) => over('cancel', channel, hazard, word(hazard), 'message-cancelled'))
      : [nothing(channel, mainHazard, 'other-office')]
  }
  const raises = telegram.tags.flatMap(({ tag, areaCodes }): Verdict[] => {
    const kind = TAGS.get(tag)
    if (kind === undefined || !isHere(kind, areaCodes, telegram, place)) return []
    return [
      raised({
        channel,
        word: word(kind.hazard),
        code: telegram.code,
        hazard: kind.hazard,
        level: null,
        class: 'info',
        intensity: null,
        phrase: kind.phrase,
        area: kind.tier === 'city' ? place.city.name : place.region.name,
        expiresAt: instantAt(msOf(envelope.reportedAt) + kind.lastsMs),
        longestMs: kind.lastsMs,
        certainty: kind.observed ? 'Observed' : 'Likely',
        reason: 'information-in-force',
      }),
    ]
  })
  if (raises.length > 0) return raises
  return corrected && isOursByHead(envelope, place)
    ? [over('cancel', channel, mainHazard, word(mainHazard), 'corrected-away')]
    : [nothing(channel, mainHazard, 'not-in-area')]
}

function isHere(kind: TagKind, areaCodes: readonly string[], telegram: WeatherBulletin, place: Place): boolean {
  const { code, subregionCode } = place.region
  switch (kind.tier) {
    case 'city':
      return telegram.cityCodes.includes(place.city.code)
    case 'region':
      return areaCodes.includes(code) || areaCodes.includes(subregionCode) || areaCodes.includes(place.city.code)
  }
}

/** `KJPTK202608221709` of `KJPTK202608221709_202608221717`: the first message's time, the same through all updates. */
function eventOf(eventId: string | null): string {
  return (
    (eventId ?? '')
      .split('_')[0]
      ?.replaceAll(/[^0-9A-Za-z]/g, '')
      .slice(0, 64) || 'unnamed'
  )
}

function hazardsOf(main: Hazard): Hazard[] {
  return main === 'other' ? ['linear-rainband', 'record-rain', 'heavy-snow'] : [main]
}
