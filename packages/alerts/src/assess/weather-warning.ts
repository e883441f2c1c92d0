import type { Hazard, Id } from '@akari/protocol'
import type { Place } from '../place.ts'
import type { WeatherCode } from '../readers/telegram-kind.ts'
import type { WeatherWarning } from '../telegram.ts'
import { isOursByHead } from './by-head.ts'
import { raised } from './draft.ts'
import { gradeOf } from './presentation.ts'
import type { Reason, Verdict, VerdictChannel } from './verdict.ts'
import type { WeatherKind } from './weather-kind.ts'
import { type Standing, standingOf } from './weather-standing.ts'
import { lastingWord, nothing, over, quiet } from './word.ts'

/** The slots that a telegram of a code speaks of: whatever it does not name in them is over. */
type Scope = { legacy: boolean; slots: readonly { key: string; hazard: Hazard }[] }

const own = (hazard: Hazard) => ({ key: hazard, hazard })
const other = (key: string) => ({ key, hazard: 'other' as const })
const RAIN = [own('heavy-rain')]
const LANDSLIDE = [own('landslide')]
const SURGE = [own('storm-surge')]
const WIND = [own('storm'), own('snow-storm')]
const WAVES = [own('high-waves')]
const SNOW = [own('heavy-snow')]
const OTHERS = [
  other('other'),
  own('thunder'),
  own('dry'),
  own('fog'),
  ...['snowmelt', 'avalanche', 'low-temperature', 'frost', 'ice-accretion', 'snow-accretion'].map(other),
]
const EVERYTHING = [RAIN, LANDSLIDE, SURGE, WIND, WAVES, SNOW, OTHERS].flat()

const SCOPES: Record<WeatherCode, Scope> = {
  VPWW53: { legacy: true, slots: [...EVERYTHING, own('flood')] },
  VPWW54: { legacy: true, slots: [...EVERYTHING, own('flood')] },
  VPWW55: { legacy: false, slots: RAIN },
  VPWW56: { legacy: false, slots: LANDSLIDE },
  VPWW57: { legacy: false, slots: SURGE },
  VPWW58: { legacy: false, slots: WIND },
  VPWW59: { legacy: false, slots: WAVES },
  VPWW60: { legacy: false, slots: SNOW },
  VPWW61: { legacy: false, slots: OTHERS },
  VPWS50: { legacy: false, slots: EVERYTHING },
}

/**
 * What a 警報・注意報 means for the city: its own item decides, and each telegram replaces all that was known of its slots,
 * and of no others. The legacy telegrams speak of slots of their own, which stand back behind the new ones (see the book).
 */
export function assessWeatherWarning(telegram: WeatherWarning, place: Place, channel: VerdictChannel): Verdict[] {
  const { envelope } = telegram
  const scope = SCOPES[telegram.code]
  const mainHazard = scope.slots[0]?.hazard ?? 'other'
  const word = (key: string) => lastingWord(weatherSlot(key, place.city.code, scope.legacy), envelope)
  const hold = (reason: Reason): Verdict => ({
    effect: 'hold',
    alert: null,
    ...quiet(channel, mainHazard, reason),
    ...word(`unreadable.${telegram.code}`),
  })
  if (envelope.infoType === 'cancel') {
    if (!isOursByHead(envelope, place)) return [nothing(channel, mainHazard, 'other-office')]
    // The summary only repeats what the others said: that it was wrong does not say what is right.
    if (telegram.code === 'VPWS50') return [hold('message-cancelled')]
    return scope.slots.map(({ key, hazard }) => over('cancel', channel, hazard, word(key), 'message-cancelled'))
  }
  const items = telegram.cities.filter((city) => city.code === place.city.code)
  if (items.length === 0) return [nothing(channel, mainHazard, 'not-in-area')]
  const standing = standingOf(
    telegram,
    items.flatMap((item) => item.kinds),
    place,
    scope.legacy,
  )
  const raises = gravestOfEachKey(standing.inForce).map((kind) =>
    raised({
      ...kind,
      channel,
      word: word(kind.key),
      code: telegram.code,
      intensity: null,
      area: place.city.name,
      expiresAt: null,
      reason: 'warning-in-force',
    }),
  )
  if (standing.understood) return [...raises, ...ends(standing, scope, channel, word)]
  return [...raises, hold('unreadable-kind')]
}

/** `jma.heavy-rain.1321000`; the older telegrams' `jma.legacy.heavy-rain.1321000`. */
export function weatherSlot(key: string, cityCode: string, legacy: boolean): Id {
  return legacy ? `jma.legacy.${key}.${cityCode}` : `jma.${key}.${cityCode}`
}

/** What is no longer named is over; a kind that cannot be understood never takes a warning off the glass. */
function ends(
  standing: Standing,
  scope: Scope,
  channel: VerdictChannel,
  word: (key: string) => ReturnType<typeof lastingWord>,
): Verdict[] {
  const inForce = new Set(standing.inForce.map((kind) => kind.key))
  return scope.slots
    .filter(({ key }) => !inForce.has(key))
    .map(({ key, hazard }) =>
      over('clear', channel, hazard, word(key), standing.released.has(key) ? 'released' : 'none-in-force'),
    )
}

function gravestOfEachKey(kinds: readonly WeatherKind[]): WeatherKind[] {
  const gravest = new Map<string, WeatherKind>()
  for (const kind of kinds) {
    const known = gravest.get(kind.key)
    if (known === undefined || grade(kind) > grade(known)) gravest.set(kind.key, kind)
  }
  return [...gravest.values()]
}

function grade(kind: WeatherKind): number {
  return gradeOf({ ...kind, intensity: null })
}
