import { z } from 'zod'
import { Alert } from './alert.ts'
import { Instant } from './primitives.ts'

/** One word that raised an alert: how grave it was, and when. */
export const SaidWord = z.object({
  order: z.array(z.number()).min(1).max(8),
  sentAt: Instant,
  heardAt: Instant,
  level: Alert.shape.level,
  class: Alert.shape.class,
  intensity: Alert.shape.intensity,
})
export type SaidWord = z.infer<typeof SaidWord>

/**
 * The place of one alert in the book; its key is the alert's id. `order` says how new the last word on it is: arrays of
 * numbers compared from the left, so that duplicates and late arrivals are recognised even when nothing is in force.
 */
export const AlertSlot = z.object({
  alert: Alert.nullable(),
  order: z.array(z.number()).min(1).max(8),
  /** The last word was dated ahead of the moment it came: a true one may take its place, see apply-verdicts.ts. */
  ahead: z.literal(true).optional(),
  /** From then on an empty slot may be forgotten; null: never. */
  keepUntil: Instant.nullable(),
  /** What raised it since it was last over, oldest first: how large it was shown, and since when. */
  said: z.array(SaidWord).max(24).optional(),
  /** The order of the newest word that ended it; what was said before that does not count any more. */
  endedBy: z.array(z.number()).min(1).max(8).optional(),
})
export type AlertSlot = z.infer<typeof AlertSlot>

export const ChannelBook = z.object({ slots: z.record(z.string().min(1).max(128), AlertSlot) })
export type ChannelBook = z.infer<typeof ChannelBook>

/** All that is known of alerts, on both channels: what servers share and keep, and AlertStates are made from. */
export const AlertBook = z.object({ live: ChannelBook, drill: ChannelBook })
export type AlertBook = z.infer<typeof AlertBook>
