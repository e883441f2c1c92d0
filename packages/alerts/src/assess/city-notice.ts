import type { Instant } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { Place } from '../place.ts'
import type { CityNotice, Envelope } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { isOursByHead } from './by-head.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel, Word } from './verdict.ts'
import { eventWord, lastingWord, nothing, over, quiet } from './word.ts'

/** What a 竜巻注意情報 stands for where it does not say. */
const TORNADO_MS = 70 * 60_000
const LONGEST_TORNADO_MS = 3 * 3600_000

/** VPHW50/51: Kind/Code 1 for the city; ends hard at Head/ValidDateTime, for nothing else ends it. */
export function assessTornado(telegram: CityNotice, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const word = eventWord(`jma.tornado.${place.city.code}`, envelope)
  if (envelope.infoType === 'cancel') return cancelled(envelope, place, channel, 'tornado', word)
  const standing = standingOf(telegram, place, { warned: '1', released: null })
  if (standing !== 'inForce') return ended(standing, channel, 'tornado', word)
  return raised({
    channel,
    word,
    code: telegram.code,
    hazard: 'tornado',
    level: null,
    class: 'info',
    intensity: null,
    phrase: telegram.code === 'VPHW51' ? 'tornadoSighted' : 'tornado',
    area: place.city.name,
    expiresAt: tornadoEnd(envelope),
    longestMs: LONGEST_TORNADO_MS,
    certainty: telegram.code === 'VPHW51' ? 'Observed' : 'Possible',
    reason: 'information-in-force',
  })
}

function tornadoEnd({ reportedAt, validUntil }: Envelope): Instant {
  const latestMs = msOf(reportedAt) + LONGEST_TORNADO_MS
  return instantAt(Math.min(validUntil === null ? msOf(reportedAt) + TORNADO_MS : msOf(validUntil), latestMs))
}

/** Legacy VXWW50: 3 is 警戒 (レベル４土砂災害危険警報), 1 解除, 0 none. */
export function assessLandslideNotice(telegram: CityNotice, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const word = lastingWord(`jma.legacy.landslide-notice.${place.city.code}`, envelope)
  if (envelope.infoType === 'cancel') return cancelled(envelope, place, channel, 'landslide', word)
  const standing = standingOf(telegram, place, { warned: '3', released: '1' })
  if (standing !== 'inForce') return ended(standing, channel, 'landslide', word)
  return raised({
    channel,
    word,
    code: telegram.code,
    hazard: 'landslide',
    level: 4,
    class: 'danger',
    intensity: null,
    phrase: 'landslide4',
    area: place.city.name,
    expiresAt: null,
    reason: 'warning-in-force',
  })
}

type Standing = 'inForce' | 'released' | 'none' | 'unreadable' | 'elsewhere'

/** What is said of the city. A released item may keep its code, so its status goes first. */
function standingOf(telegram: CityNotice, place: Place, codes: { warned: string; released: string | null }): Standing {
  const each = telegram.cities
    .filter((city) => city.code === place.city.code)
    .flatMap((city) => city.kinds)
    .map((kind): Standing => {
      const status = comparable(kind.status ?? '')
      if (status === '解除' || (codes.released !== null && kind.code === codes.released)) return 'released'
      if (status === 'なし' || kind.code === '0') return 'none'
      return kind.code === codes.warned ? 'inForce' : 'unreadable'
    })
  return (['inForce', 'unreadable', 'released', 'none'] as const).find((one) => each.includes(one)) ?? 'elsewhere'
}

function ended(
  standing: Exclude<Standing, 'inForce'>,
  channel: VerdictChannel,
  hazard: 'tornado' | 'landslide',
  word: Word,
): Verdict {
  switch (standing) {
    case 'released':
      return over('clear', channel, hazard, word, 'released')
    case 'none':
      return over('clear', channel, hazard, word, 'none-in-force')
    case 'unreadable':
      return { effect: 'hold', alert: null, ...quiet(channel, hazard, 'unreadable-kind'), ...word }
    case 'elsewhere':
      return nothing(channel, hazard, 'not-in-area')
  }
}

function cancelled(
  envelope: Envelope,
  place: Place,
  channel: VerdictChannel,
  hazard: 'tornado' | 'landslide',
  word: Word,
): Verdict {
  return isOursByHead(envelope, place)
    ? over('cancel', channel, hazard, word, 'message-cancelled')
    : nothing(channel, hazard, 'other-office')
}
