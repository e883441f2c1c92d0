import type { TelegramResult } from '@akari/protocol'
import { AppError } from '../../../http/app-error.ts'
import type { Ingest } from '../take-in.ts'

/** Takes everything in but what says «broken», and remembers it. */
export function rememberingIngest() {
  const taken: { fileName: string | null; text: string }[] = []
  const trouble = { next: 0 }
  const ingest: Ingest = async (bytes, fileName) => {
    if (trouble.next > 0) {
      trouble.next -= 1
      throw new Error('database is away')
    }
    const text = Buffer.from(bytes).toString('utf8')
    taken.push({ fileName, text })
    if (text.includes('broken')) throw new AppError('telegram-refused', 'malformed: not a telegram')
    return RAISED
  }
  return { ingest, taken, trouble, names: () => taken.map(({ fileName }) => fileName) }
}

export const RAISED: TelegramResult = {
  outcome: 'raised',
  channel: 'live',
  reason: 'warned',
  code: 'VPWW55',
  eventId: null,
  alertIds: ['alert-1'],
  revision: 1,
  stored: true,
}
