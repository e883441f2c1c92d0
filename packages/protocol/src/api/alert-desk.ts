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
})
export type AlertTemplate = z.infer<typeof AlertTemplate>

export const RaiseAlert = z.object({
  channel: Channel,
  templateId: Id,
  target: Alert.shape.target,
  /** Minutes until it ends by itself; null: until staff clear it. */
  minutes: z
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
  /** Repeated presses of one button are one alert. */
  requestId: Id,
})
export type RaiseAlert = z.infer<typeof RaiseAlert>

export const EndAlert = z.object({ channel: Channel, as: z.enum(['cleared', 'cancelled']) })

/** Where the newest state has arrived. Displays that have not answered are named, never assumed. */
export const Delivery = z.object({
  displayId: Id,
  name: z.string(),
  status: z.enum(['shown', 'received', 'waiting', 'unreachable']),
  saved: z.boolean(),
  receivedAt: Instant.nullable(),
  shownAt: Instant.nullable(),
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
})
export type ChannelDesk = z.infer<typeof ChannelDesk>
export const AlertDesk = z.object({ live: ChannelDesk, drill: ChannelDesk })
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
