import { z } from 'zod'
import { AlertWords, Approval, Channel } from '../alert.ts'
import { Epoch, Id, Instant, Revision } from '../primitives.ts'

const NamedDisplay = z.object({ displayId: Id, name: z.string() })

/** `gone`: no longer in the state (expired, or its end was shown long enough). */
export const TimelineEvent = z.object({
  kind: z.enum(['raised', 'replaced', 'cleared', 'cancelled', 'gone']),
  epoch: Epoch,
  revision: Revision,
  at: Instant,
  /** Who did it, and from what: a telegram, a template, the clock. */
  actor: z.string(),
  cause: z.string(),
  words: AlertWords,
  /** Whose word it stood on then, where it is a message of the desk. */
  approval: Approval.nullable().optional(),
  /** Displays it is for, as they are now; those that were paired later are not counted. */
  displays: z.int().nonnegative(),
  /** An answer to any state counts that says the same of this alert. */
  firstReceivedAt: Instant.nullable(),
  shown: z.int().nonnegative(),
  firstShownAt: Instant.nullable(),
  lastShownAt: Instant.nullable(),
  /** Displays whose pixels proved it; of `shown`, those without a host that can look are not among them. */
  seen: z.int().nonnegative(),
  lastSeenAt: Instant.nullable(),
  /** Displays that never said that they painted it. */
  never: z.array(NamedDisplay),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

/** What became of one alert, oldest event first. */
export const AlertTimeline = z.object({ alertId: Id, channel: Channel, events: z.array(TimelineEvent).min(1) })
export type AlertTimeline = z.infer<typeof AlertTimeline>

/** The newest state once more, to those that have not said that they show it. */
export const ResendAlerts = z.object({ channel: Channel })
export const ResendResult = z.object({
  channel: Channel,
  epoch: Epoch,
  revision: Revision,
  sentTo: z.array(NamedDisplay),
  outOfReach: z.array(NamedDisplay),
})
export type ResendResult = z.infer<typeof ResendResult>
