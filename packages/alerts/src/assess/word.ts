import type { Hazard, Id } from '@akari/protocol'
import { instantAt, msOf } from '../instant.ts'
import type { Envelope } from '../telegram.ts'
import { rankOf } from './info-type.ts'
import type { Nothing, Over, Reason, Told, VerdictChannel, Word } from './verdict.ts'

/** How long an event is remembered, so that nothing late or repeated can raise it again. */
const REMEMBERED_MS = 24 * 3600_000

/** The newest report has the last word on a state that never ends (the weather of a city, a river). */
export function lastingWord(slot: Id, envelope: Envelope): Word {
  return { slot, order: reportOrder(envelope), keepUntil: null, sentAt: envelope.reportedAt }
}

/** A word on an event. `stage`: how far its kinds of telegram follow one another, however late they come. */
export function eventWord(slot: Id, envelope: Envelope, stage: readonly number[] = []): Word {
  return {
    slot,
    order: [...stage, ...reportOrder(envelope)],
    keepUntil: instantAt(msOf(envelope.reportedAt) + REMEMBERED_MS),
    sentAt: envelope.reportedAt,
  }
}

function reportOrder(envelope: Envelope): number[] {
  return [msOf(envelope.reportedAt), msOf(envelope.controlAt), rankOf(envelope.infoType)]
}

/** What is told where nothing is in force. */
export function quiet(channel: VerdictChannel, hazard: Hazard, reason: Reason): Told {
  return { channel, hazard, level: null, class: null, intensity: null, reason }
}

export function nothing(channel: VerdictChannel, hazard: Hazard, reason: Reason): Nothing {
  return { effect: 'none', ...quiet(channel, hazard, reason) }
}

/** It is over (`clear`), or was wrong (`cancel`). */
export function over(
  effect: Over['effect'],
  channel: VerdictChannel,
  hazard: Hazard,
  word: Word,
  reason: Reason,
): Over {
  return { effect, notice: true, ...quiet(channel, hazard, reason), ...word }
}
