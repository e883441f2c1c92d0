import { z } from 'zod'
import { Id, Instant } from './primitives.ts'

/**
 * Everything that can be asked of a display from afar: a closed list of words without arguments, so that nobody who gets
 * hold of the CMS can make a device do anything else.
 */
export const ORDER_KINDS = [
  'identify',
  'screenshot',
  'logs',
  'reload',
  'clear-cache',
  'restart',
  'reboot',
  'panel-on',
  'panel-off',
] as const
export const OrderKind = z.enum(ORDER_KINDS)
export type OrderKind = z.infer<typeof OrderKind>

/**
 * One thing asked of one display. `expiresInMs` counts from the answer that carried it, and so does `ageMs`, how long ago somebody
 * asked (left out: just now): no clock has to be right.
 */
export const Order = z.object({
  id: Id,
  kind: OrderKind,
  expiresInMs: z.int().positive(),
  ageMs: z.int().nonnegative().optional(),
})
export type Order = z.infer<typeof Order>

/** `unsupported`: the device is not set up for it; `expired`: the display did not answer in time and will not carry it out. */
export const OrderState = z.enum(['open', 'done', 'failed', 'unsupported', 'expired'])
export type OrderState = z.infer<typeof OrderState>

/** What became of an order, told by the display. Telling it again changes nothing. */
export const OrderOutcome = z.object({
  state: z.enum(['done', 'failed', 'unsupported']),
  detail: z.string().max(300),
})
export type OrderOutcome = z.infer<typeof OrderOutcome>

/** What the CMS wants of a display now, whole: the player asks for it when told that it changed, and by itself. */
export const DisplayWishes = z.object({
  orders: z.array(Order).max(20),
  /** A picture of the glass every so many minutes; null: only on request. */
  screenshotEveryMinutes: z.int().min(1).max(1440).nullable(),
})
export type DisplayWishes = z.infer<typeof DisplayWishes>

/** A JPEG of the glass is at most so many pixels wide or high, and so many bytes. */
export const PICTURE_MOST_PX = 1280
export const PICTURE_MOST_BYTES = 600_000

/** What stood on the glass, as its host saw it. */
export const GlassPicture = z.object({
  takenAt: Instant,
  jpeg: z.base64().max(Math.ceil((PICTURE_MOST_BYTES * 4) / 3)),
})
export type GlassPicture = z.infer<typeof GlassPicture>

/** The newest lines of the player's log, oldest first, as it wrote them. */
export const LOG_MOST_LINES = 1000
export const PlayerLog = z.object({
  takenAt: Instant,
  lines: z.array(z.string().max(1000)).max(LOG_MOST_LINES),
})
export type PlayerLog = z.infer<typeof PlayerLog>

/**
 * Host of the glass → agent, `POST /host` on the loopback: what became of the last task, null at first. The agent answers
 * with the next task, or after twenty seconds with none, so that the host needs no clock of its own.
 */
export const HostTask = z.enum(['picture', 'reload'])
export type HostTask = z.infer<typeof HostTask>
export const HostReport = z.object({
  result: z
    .discriminatedUnion('task', [
      z.object({ task: z.literal('picture'), jpeg: GlassPicture.shape.jpeg }),
      z.object({ task: z.literal('reload') }),
      z.object({ task: z.literal('failed'), why: z.string().max(300) }),
    ])
    .nullable(),
})
export type HostReport = z.infer<typeof HostReport>
export const HostOrder = z.object({ task: HostTask.nullable() })
export type HostOrder = z.infer<typeof HostOrder>

/** What whoever holds the glass refused to the page: a sign needs none of it, so a page that tries it is not ours. */
export const HostRefusal = z.object({
  what: z.enum([
    'certificate',
    'dialog',
    'download',
    'fileChooser',
    'frame',
    'navigation',
    'permission',
    'request',
    'window',
  ]),
})
export type HostRefusal = z.infer<typeof HostRefusal>

/** What whoever holds the glass did to keep a picture on it, or met while doing so. */
export const HostMending = z.object({
  what: z.enum(['browserEnded', 'gpuEnded', 'pageReloaded', 'rendererEnded', 'rendererGone', 'startedOver']),
})
export type HostMending = z.infer<typeof HostMending>
