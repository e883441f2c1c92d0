import type { AlertClass, WarningLevel } from '@akari/protocol'
import type { AlertPhrase } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { RiverFlood } from '../telegram.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, lastingWord, nothing, over, quiet } from './word.ts'

type FloodKind = { level: WarningLevel; class: AlertClass; phrase: AlertPhrase }

/** By the tens digit of the code; 1x is the release. */
const KINDS: ReadonlyMap<string, FloodKind> = new Map([
  ['2', { level: 2, class: 'advisory', phrase: 'flood2' }],
  ['3', { level: 3, class: 'warning', phrase: 'flood3' }],
  ['4', { level: 4, class: 'danger', phrase: 'flood4' }],
  ['5', { level: 5, class: 'special', phrase: 'flood5' }],
])

/**
 * VXKO50–89: a state for each river. It concerns the city where the telegram lists it among those that may be flooded; the
 * short form lists none, and then the river decides. A release ends the river's alert whatever it lists.
 */
export function assessRiverFlood(telegram: RiverFlood, place: Place, channel: VerdictChannel): Verdict {
  const { envelope, riverId, kindCodes, cityCodes, code } = telegram
  const word = lastingWord(`jma.flood.${riverId}`, envelope)
  const ours = place.rivers.includes(riverId)
  const listed = cityCodes.includes(place.city.code)
  if (envelope.infoType === 'cancel') {
    return ours || listed
      ? over('cancel', channel, 'flood', word, 'message-cancelled')
      : nothing(channel, 'flood', 'not-in-area')
  }
  const kinds = kindCodes.flatMap((each) => KINDS.get(each.slice(0, 1)) ?? [])
  const gravest = kinds.toSorted((a, b) => b.level - a.level)[0]
  if (gravest === undefined && kindCodes.length > 0 && kindCodes.every((each) => each.startsWith('1'))) {
    // A short form lists no cities: it still ends what a longer one raised.
    return ours || listed
      ? over('clear', channel, 'flood', word, 'released')
      : over('clear', channel, 'flood', eventWord(word.slot, envelope), 'not-in-area')
  }
  if (!listed && !(ours && cityCodes.length === 0)) return nothing(channel, 'flood', 'not-in-area')
  if (gravest === undefined) {
    return { effect: 'hold', alert: null, ...quiet(channel, 'flood', 'unreadable-kind'), ...word }
  }
  return raised({
    channel,
    word,
    code,
    hazard: 'flood',
    level: gravest.level,
    class: gravest.class,
    intensity: null,
    phrase: gravest.phrase,
    area: place.city.name,
    expiresAt: null,
    reason: 'warning-in-force',
  })
}
