import type { AlertBook, Instant } from '@akari/protocol'
import { assess } from '../assess/assess.ts'
import type { Place } from '../place.ts'
import type { Telegram } from '../telegram.ts'
import { applyVerdicts } from './apply-verdicts.ts'
import type { Applied } from './change.ts'

/** Takes a telegram into the book: what it means for the place, one slot after another. */
export function applyTelegram(book: AlertBook, telegram: Telegram, place: Place, receivedAt: Instant): Applied {
  return applyVerdicts(book, assess(telegram, place), receivedAt)
}
