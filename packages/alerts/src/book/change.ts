import type { AlertBook, Channel, Id, TelegramResult } from '@akari/protocol'
import type { Reason } from '../assess/verdict.ts'
import type { Transition } from './life-cycle.ts'

export type ChangeReason =
  | Reason
  | 'test-telegram'
  | 'never-shown'
  | 'ancient'
  | 'duplicate'
  | 'older-than-known'
  | 'expired-on-arrival'
  | 'nothing-in-force'
  | 'raised-by-staff'
  | 'kept-by-staff'
  | 'ended-by-staff'
  | 'unknown-alert'

/** What became of a telegram or a press at the desk, in the words of the protocol's TelegramResult. */
export type BookChange = {
  outcome: TelegramResult['outcome']
  channel: Channel | null
  reason: ChangeReason
  /** What its slot went through; null where no slot was touched. */
  transition: Transition | null
  /** The alerts that look different now. */
  alertIds: Id[]
}

/**
 * The book afterwards, the same object where nothing at all was learnt. With the outcome `unchanged` it may still be a new
 * one: what is shown stays, but a later word has been remembered.
 */
export type Applied = { book: AlertBook; change: BookChange }

export function left(
  book: AlertBook,
  outcome: 'unchanged' | 'not-concerned' | 'held' | 'ignored',
  channel: Channel | null,
  reason: ChangeReason,
  transition: Transition | null = null,
): Applied {
  return { book, change: { outcome, channel, reason, transition, alertIds: [] } }
}
