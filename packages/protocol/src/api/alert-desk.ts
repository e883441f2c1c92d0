import { z } from 'zod'
import { Alert, AlertWords, Channel, Hazard } from '../alert.ts'
import { Epoch, Id, Instant, Revision } from '../primitives.ts'

/** A prepared alert of the desk. */
export const AlertTemplate = z.object({
  id: Id,
  hazard: Hazard,
  words: AlertWords,
  presentation: Alert.shape.presentation,
  level: Alert.shape.level,
  /** What the glass says when it takes the place of an alert that was wrong (訂正). */
  correction: AlertWords,
  /** What the glass says when it was wrong itself (取消). */
  retraction: AlertWords,
  /** It says of itself that it is a drill: never raised on the live channel. */
  drillOnly: z.literal(true).optional(),
  opensNetwork: Alert.shape.opensNetwork,
})
export type AlertTemplate = z.infer<typeof AlertTemplate>

export const RaiseAlert = z.object({
  channel: Channel,
  templateId: Id,
  target: Alert.shape.target,
  /**
   * Live: minutes until staff are asked whether it still holds; only a person ends it. Drill: until it ends by itself.
   * Null: neither.
   */
  minutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  /** Repeated presses of one button are one alert. */
  requestId: Id,
})
export type RaiseAlert = z.infer<typeof RaiseAlert>

/** Puts a template in the place of an alert of the desk that is in force and wrong. */
export const CorrectAlert = z.object({ channel: Channel, templateId: Id })
export type CorrectAlert = z.infer<typeof CorrectAlert>

/** It still holds: ask again in so many minutes. */
export const KeepAlert = z.object({
  channel: Channel,
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
})
export type KeepAlert = z.infer<typeof KeepAlert>

export const EndAlert = z.object({ channel: Channel, as: z.enum(['cleared', 'cancelled']) })

/** Where the newest state has arrived. Displays that have not answered are named, never assumed. */
export const Delivery = z.object({
  displayId: Id,
  name: z.string(),
  /** `seen` is the most that can be known; where the host of the glass cannot look, `shown` is. */
  status: z.enum(['seen', 'shown', 'received', 'waiting', 'unreachable']),
  /** The host looks and does not find it on the glass (or no longer): `shown` then is only what the page believes. */
  notSeen: z.boolean(),
  saved: z.boolean(),
  receivedAt: Instant.nullable(),
  shownAt: Instant.nullable(),
  seenAt: Instant.nullable(),
})
export type Delivery = z.infer<typeof Delivery>

export const ChannelDesk = z.object({
  channel: Channel,
  epoch: Epoch,
  revision: Revision,
  issuedAt: Instant,
  /** False while the newest state is broadcast but not on the server's disk yet. */
  stored: z.boolean(),
  alerts: z.array(Alert),
  deliveries: z.array(Delivery),
  /** In force, but by the city's policy on no display. */
  notShown: z.array(Alert).optional(),
})
export type ChannelDesk = z.infer<typeof ChannelDesk>
export const AlertDesk = z.object({
  live: ChannelDesk,
  drill: ChannelDesk,
  /** The stored policy cannot be read, so an earlier one, or the one Akari comes with, is in force. */
  policyUnreadable: z.boolean().optional(),
})
export type AlertDesk = z.infer<typeof AlertDesk>

/** What became of a telegram: which channel it changed, or why it changed nothing. */
export const TelegramResult = z.object({
  outcome: z.enum(['raised', 'replaced', 'cleared', 'cancelled', 'unchanged', 'not-concerned', 'held', 'ignored']),
  channel: Channel.nullable(),
  reason: z.string(),
  code: z.string().nullable(),
  eventId: z.string().nullable(),
  alertIds: z.array(Id),
  revision: Revision.nullable(),
  stored: z.boolean(),
})
export type TelegramResult = z.infer<typeof TelegramResult>
