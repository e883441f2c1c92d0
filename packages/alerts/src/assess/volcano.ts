import type { AlertClass } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { AlertPhrase } from '../phrase-book.ts'
import type { Place } from '../place.ts'
import type { Kind, Volcano } from '../telegram.ts'
import { comparable } from '../xml/element.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, lastingWord, nothing, over } from './word.ts'

/** No telegram ends a 噴火速報. */
const ERUPTION_MS = 6 * 3600_000

type Standing = { class: AlertClass; phrase: AlertPhrase } | 'calm'

/** VFVO50 and VFVO56, where they name the city: a volcano has a slot, an eruption one of its own. */
export function assessVolcano(telegram: Volcano, place: Place, channel: VerdictChannel): Verdict {
  const { envelope, code } = telegram
  const id = (envelope.eventId ?? '').replaceAll(/[^0-9A-Za-z]/g, '-').slice(0, 64) || 'unnamed'
  const slot = code === 'VFVO50' ? `jma.volcano.${id}` : `jma.VFVO56.${id}`
  const word = code === 'VFVO50' ? lastingWord(slot, envelope) : eventWord(slot, envelope)
  if (envelope.infoType === 'cancel') return over('cancel', channel, 'volcano', word, 'message-cancelled')
  const kinds = telegram.cities.filter((city) => city.code === place.city.code).flatMap((city) => city.kinds)
  if (kinds.length === 0) {
    return envelope.infoType === 'correction'
      ? over('cancel', channel, 'volcano', word, 'corrected-away')
      : nothing(channel, 'volcano', 'not-in-area')
  }
  const standing = code === 'VFVO56' ? ({ class: 'info', phrase: 'eruption' } as const) : standingOf(kinds)
  if (standing === 'calm') return over('clear', channel, 'volcano', word, 'released')
  return raised({
    ...standing,
    channel,
    word,
    code,
    hazard: 'volcano',
    level: null,
    intensity: null,
    area: place.city.name,
    expiresAt: code === 'VFVO56' ? instantAt(msOf(envelope.reportedAt) + ERUPTION_MS) : null,
    certainty: code === 'VFVO56' ? 'Observed' : 'Likely',
    reason: code === 'VFVO56' ? 'information-in-force' : 'warning-in-force',
  })
}

/** 噴火警報 (for where people live) is a 特別警報, 火口周辺警報 a 警報, 噴火予報 says that it is calm. */
function standingOf(kinds: readonly Kind[]): Standing {
  const inForce = kinds
    .filter((kind) => comparable(kind.condition ?? '') !== '解除')
    .map((kind) => comparable(kind.name ?? ''))
    .filter((name) => name.includes('警報'))
  if (inForce.some((name) => name.startsWith('噴火警報'))) return { class: 'special', phrase: 'volcanoSpecial' }
  return inForce.length > 0 ? { class: 'warning', phrase: 'volcanoWarning' } : 'calm'
}
