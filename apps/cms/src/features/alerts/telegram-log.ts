import type { TelegramResult } from '@akari/protocol'
import type { Logger } from 'pino'

type Fault = { code: string; message: string }

/** Puts it before a person: who sent it, what it is about (repeats are one entry), and why. */
export type TellPeople = (
  kind: 'telegram-held' | 'telegram-refused',
  from: string,
  about: string,
  detail: string,
) => void

/** Says what became of each telegram: to people and as a warning where a person must look, in detail what changed nothing. */
export function telegramLog(log: Logger, tellPeople: TellPeople) {
  return {
    refused: (actor: string, fileName: string | null, { code, message }: Fault): void => {
      log.warn({ actor, fileName, fault: code, detail: message }, 'telegram refused')
      tellPeople('telegram-refused', actor, code, [fileName, code, message].filter(Boolean).join(' · '))
    },
    taken: (actor: string, fileName: string | null, result: TelegramResult): void => {
      const { outcome, channel, reason, code, eventId } = result
      const about = { actor, fileName, code, eventId, channel, reason }
      switch (outcome) {
        case 'raised':
        case 'replaced':
        case 'cleared':
        case 'cancelled':
          return log.info(about, `telegram ${outcome}`)
        case 'held':
          tellPeople('telegram-held', actor, `${eventId ?? code ?? ''} ${reason}`, detailOf(fileName, result))
          return log.warn(about, 'telegram held: a person must decide')
        case 'ignored':
          if (reason !== 'from-the-future') return log.debug(about, 'telegram ignored')
          tellPeople('telegram-refused', actor, reason, detailOf(fileName, result))
          return log.warn(about, 'telegram ignored')
        case 'unchanged':
        case 'not-concerned':
          return log.debug(about, `telegram ${outcome}`)
      }
    },
  }
}

function detailOf(fileName: string | null, { code, eventId, reason }: TelegramResult): string {
  return [fileName, code, eventId, reason].filter((part) => part !== null && part !== '').join(' · ')
}
