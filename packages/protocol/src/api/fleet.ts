import { z } from 'zod'
import { Order, OrderKind, OrderState, PlayerLog } from '../orders.ts'
import { Id, Instant } from '../primitives.ts'

/** To how many displays one order may go at once. */
export const MOST_ORDERED = 500

export const OrderRequest = z.object({ kind: OrderKind, displayIds: z.array(Id).min(1).max(MOST_ORDERED) })
export type OrderRequest = z.infer<typeof OrderRequest>

/** `since`: only what was asked then or later; the last quarter of an hour at most. */
export const OrdersQuery = z.object({ since: Instant.optional() })
export type OrdersQuery = z.infer<typeof OrdersQuery>

export const OrderView = Order.omit({ expiresInMs: true }).extend({
  displayId: Id,
  askedBy: z.string(),
  askedAt: Instant,
  expiresAt: Instant,
  state: OrderState,
  answeredAt: Instant.nullable(),
  detail: z.string(),
})
export type OrderView = z.infer<typeof OrderView>

/** What a display handed in last: when its picture was taken, and its log. */
export const DisplayEvidence = z.object({ pictureAt: Instant.nullable(), log: PlayerLog.nullable() })
export type DisplayEvidence = z.infer<typeof DisplayEvidence>

/** Somebody works on the display: nobody is alarmed. Null `until`: until it is taken back. */
export const Maintenance = z.object({
  since: Instant,
  until: Instant.nullable(),
  note: z.string().max(200),
  by: z.string(),
})
export type Maintenance = z.infer<typeof Maintenance>
export const MaintenanceInput = Maintenance.pick({ until: true, note: true })
export type MaintenanceInput = z.infer<typeof MaintenanceInput>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** How displays are watched over. */
export const WatchSettings = z.object({
  /** A display that has not been heard for so many minutes is told of. */
  offlineAfterMinutes: z.int().min(1).max(1440),
  /** By the city's clock; nobody is told meanwhile, except while an emergency is in force. Over midnight when from > to. */
  quiet: z.object({ from: ClockTime, to: ClockTime }).nullable(),
  mailTo: z.array(z.email().max(200)).max(20),
  /** People are told again every so many minutes while a display stays away; null: once only. */
  remindEveryMinutes: z.int().min(10).max(1440).nullable().default(null),
  /** Who is told as well from the first reminder on: the next in line. */
  alsoTo: z.array(z.email().max(200)).max(20).default([]),
  screenshotEveryMinutes: z.int().min(1).max(1440).nullable(),
})
export type WatchSettings = z.infer<typeof WatchSettings>

/** `mail`: where mail goes out, null while no server is configured for it. */
export const WatchView = z.object({
  settings: WatchSettings,
  mail: z.object({ server: z.string(), from: z.string() }).nullable(),
  /** Mails that wait to be sent, and why the last try failed. */
  waiting: z.int().nonnegative(),
  lastFault: z.string().nullable(),
  /** Displays that were told of and are not back yet. */
  alarms: z.array(z.object({ displayId: Id, since: Instant, raisedAt: Instant })),
})
export type WatchView = z.infer<typeof WatchView>

/** How a mail to oneself was taken; `fault` null: the mail server took it. */
export const MailTest = z.object({ fault: z.string().nullable() })
