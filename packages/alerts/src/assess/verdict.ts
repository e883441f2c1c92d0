import type { Alert, Channel, Id, Instant } from '@akari/protocol'

/** Why a telegram did what it did, for logs and the desk. */
export type Reason =
  | 'warning-in-force'
  | 'released'
  | 'none-in-force'
  | 'message-cancelled'
  | 'corrected-away'
  | 'not-in-area'
  | 'forecast-only'
  | 'other-office'
  | 'unsupported-type'
  | 'test-telegram'
  | 'unreadable-kind'

/** Which slot of which channel is spoken of, how new the word is, and how long it must be remembered. */
type Slotted = {
  channel: Channel
  slot: Id
  order: number[]
  keepUntil: Instant | null
  sentAt: Instant
  reason: Reason
}

/**
 * What a telegram means for the place, told from the telegram alone; what follows from it (duplicate, late, expired) is
 * the alert book's to say. `longestMs` bounds an alert that ends by itself however wrong a clock is.
 */
export type Verdict =
  | ({ concern: 'raise'; alert: Alert; longestMs: number | null } & Slotted)
  | ({ concern: 'clear' } & Slotted)
  | ({ concern: 'cancel' } & Slotted)
  | { concern: 'notConcerned'; channel: Channel; reason: Reason }
  | { concern: 'ignored'; reason: Reason }
