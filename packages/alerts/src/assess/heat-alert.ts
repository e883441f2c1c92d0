import type { Instant } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { Place } from '../place.ts'
import type { HeatAlert } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, nothing, over } from './word.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS
const JAPAN_MS = 9 * HOUR_MS

/** VPFT50 has no area codes: the title names the prefecture. It ends with the day that it is for. */
export function assessHeatAlert(telegram: HeatAlert, place: Place, channel: VerdictChannel): Verdict {
  const { envelope } = telegram
  const title = comparable(envelope.headTitle)
  const named = title.startsWith(comparable(place.prefecture.name))
  if (!named && telegram.areaCode !== place.prefecture.code) return nothing(channel, 'heat', 'not-in-area')
  const word = eventWord(`jma.heat.${place.prefecture.code}`, envelope)
  if (envelope.infoType === 'cancel') return over('cancel', channel, 'heat', word, 'message-cancelled')
  const special = title.includes('特別警戒')
  return raised({
    channel,
    word,
    code: telegram.code,
    hazard: 'heat',
    level: null,
    class: special ? 'special' : 'warning',
    intensity: null,
    phrase: special ? 'heatSpecial' : 'heat',
    area: place.city.name,
    expiresAt: endOfTargetDay(telegram),
    reason: 'warning-in-force',
  })
}

/** 今日（１１日） or 明日（１２日）, and where the text says neither: tomorrow from noon on, as the one of 17:00 is. */
function endOfTargetDay({ envelope, text }: HeatAlert): Instant {
  const reportedMs = msOf(envelope.reportedAt) + JAPAN_MS
  const today = Math.floor(reportedMs / DAY_MS)
  const named = /(今日|明日)\((\d{1,2})日\)/.exec(text)
  const afternoon = reportedMs % DAY_MS >= 12 * HOUR_MS
  const tomorrow = named === null ? afternoon : named[1] === '明日'
  return instantAt((today + (tomorrow ? 2 : 1)) * DAY_MS - JAPAN_MS)
}
