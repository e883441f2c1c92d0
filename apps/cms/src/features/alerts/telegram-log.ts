import type { TelegramResult } from '@akari/protocol'
import type { Logger } from 'pino'

type Fault = { code: string; message: string }

/** Says in the log what became of each telegram: a warning where a person must look, in detail what changed nothing. */
export function telegramLog(log: Logger) {
  return {
    refused: (actor: string, fileName: string | null, { code, message }: Fault): void => {
      log.warn({ actor, fileName, fault: code, detail: message }, 'telegram refused')
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
          return log.warn(about, 'telegram held: a person must decide')
        case 'ignored':
          return reason === 'from-the-future'
            ? log.warn(about, 'telegram ignored')
            : log.debug(about, 'telegram ignored')
        case 'unchanged':
        case 'not-concerned':
          return log.debug(about, `telegram ${outcome}`)
      }
    },
  }
}
