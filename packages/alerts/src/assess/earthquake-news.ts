import type { AlertClass } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import { type AlertPhrase, textsOf } from '../phrase-book.ts'
import type { NankaiTrough, Tsunami } from '../telegram.ts'
import { raised } from './draft.ts'
import type { Verdict, VerdictChannel } from './verdict.ts'
import { eventWord, lastingWord, over, quiet } from './word.ts'

const HOUR_MS = 3600_000
const DAY_MS = 24 * HOUR_MS
/** Longer than any tsunami warning stood without a new telegram; a lost 解除 must not keep it for ever. */
const LONGEST_TSUNAMI_MS = 48 * HOUR_MS

type TsunamiKind = { codes: readonly string[]; class: AlertClass; phrase: AlertPhrase }

/** Gravest first. */
const TSUNAMI_KINDS: readonly TsunamiKind[] = [
  { codes: ['52', '53'], class: 'special', phrase: 'tsunamiSpecial' },
  { codes: ['51'], class: 'warning', phrase: 'tsunamiWarning' },
  { codes: ['62'], class: 'advisory', phrase: 'tsunamiAdvisory' },
  { codes: ['71', '72', '73'], class: 'forecast', phrase: 'tsunamiForecast' },
]
const TSUNAMI_OVER = ['50', '60']

/**
 * VTSE41 for a place without a coast: news of the whole country, by the gravest kind anywhere. It is said again with every
 * change, so the newest word on an event replaces all before; where events are told together, under the first of them.
 */
export function assessTsunami(telegram: Tsunami, channel: VerdictChannel): Verdict[] {
  const { envelope, eventIds, kindCodes } = telegram
  const [first = '', ...joined] = eventIds
  const word = eventWord(`jma.tsunami.${first}`, envelope)
  if (envelope.infoType === 'cancel') {
    return eventIds.map((id) =>
      over('cancel', channel, 'tsunami', eventWord(`jma.tsunami.${id}`, envelope), 'message-cancelled'),
    )
  }
  const others = joined.map((id) => ({
    ...over('clear', channel, 'tsunami', eventWord(`jma.tsunami.${id}`, envelope), 'superseded'),
    notice: false,
  }))
  return [tsunamiNews(telegram, kindCodes, word, channel), ...others]
}

function tsunamiNews(
  { envelope, code }: Tsunami,
  kindCodes: readonly string[],
  word: ReturnType<typeof eventWord>,
  channel: VerdictChannel,
): Verdict {
  const gravest = TSUNAMI_KINDS.find((kind) => kind.codes.some((each) => kindCodes.includes(each)))
  if (gravest === undefined) {
    return kindCodes.some((each) => TSUNAMI_OVER.includes(each))
      ? over('clear', channel, 'tsunami', word, 'released')
      : { effect: 'hold', alert: null, ...quiet(channel, 'tsunami', 'unreadable-kind'), ...word }
  }
  const latestMs = msOf(envelope.reportedAt) + LONGEST_TSUNAMI_MS
  const validMs = envelope.validUntil === null ? latestMs : msOf(envelope.validUntil)
  return raised({
    channel,
    word,
    code,
    hazard: 'tsunami',
    level: null,
    class: gravest.class,
    intensity: null,
    phrase: gravest.phrase,
    area: textsOf((phrases) => phrases.areas.coast),
    expiresAt: instantAt(Math.min(validMs, latestMs)),
    longestMs: LONGEST_TSUNAMI_MS,
    reason: gravest.class === 'forecast' ? 'forecast-in-force' : 'warning-in-force',
  })
}

type NankaiKind = { class: AlertClass; phrase: AlertPhrase; lastsMs: number }

/** 調査中, 巨大地震警戒 (two weeks of special attention), 巨大地震注意 (one). */
const NANKAI_KINDS: ReadonlyMap<string, NankaiKind> = new Map([
  ['111', { class: 'info', phrase: 'nankaiTroughInvestigation', lastsMs: 2 * DAY_MS }],
  ['112', { class: 'info', phrase: 'nankaiTroughInvestigation', lastsMs: 2 * DAY_MS }],
  ['113', { class: 'info', phrase: 'nankaiTroughInvestigation', lastsMs: 2 * DAY_MS }],
  ['120', { class: 'warning', phrase: 'nankaiTroughWarning', lastsMs: 14 * DAY_MS }],
  ['130', { class: 'advisory', phrase: 'nankaiTroughAdvisory', lastsMs: 7 * DAY_MS }],
])
const INVESTIGATION_ENDED = '190'

/** VYSE50, for the whole country: each telegram has an EventID of its own and replaces the one before. */
export function assessNankaiTrough(telegram: NankaiTrough, channel: VerdictChannel): Verdict {
  const { envelope, infoCode, code } = telegram
  const word = lastingWord('jma.nankai-trough', envelope)
  if (envelope.infoType === 'cancel') return over('cancel', channel, 'nankai-trough', word, 'message-cancelled')
  if (infoCode === INVESTIGATION_ENDED) return over('clear', channel, 'nankai-trough', word, 'released')
  const kind = infoCode === null ? undefined : NANKAI_KINDS.get(infoCode)
  if (kind === undefined) {
    return { effect: 'hold', alert: null, ...quiet(channel, 'nankai-trough', 'unreadable-kind'), ...word }
  }
  return raised({
    channel,
    word,
    code,
    hazard: 'nankai-trough',
    level: null,
    class: kind.class,
    intensity: null,
    phrase: kind.phrase,
    area: textsOf((phrases) => phrases.areas.nankaiTrough),
    expiresAt: instantAt(msOf(envelope.reportedAt) + kind.lastsMs),
    certainty: 'Possible',
    reason: 'information-in-force',
  })
}
