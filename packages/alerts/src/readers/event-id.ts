import type { Envelope } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'

/** The EventID of a telegram that cannot be told from others without one. @throws TelegramFault */
export function eventIdOf({ eventId }: Envelope): string {
  if (eventId === null) throw new TelegramFault('missing-part', 'EventID is missing')
  if (!/^[0-9A-Za-z]{1,64}$/.test(eventId)) throw new TelegramFault('bad-part', 'EventID is not letters and digits')
  return eventId
}
