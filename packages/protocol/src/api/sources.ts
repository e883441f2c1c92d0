import { z } from 'zod'
import { Channel } from '../alert.ts'
import { Id, Instant, Revision } from '../primitives.ts'

/** How news of emergencies comes in: the first three are asked or connected to by the CMS, the others come when they come. */
export const SourceKind = z.enum(['jma-pull', 'dmdata', 'cap-poll', 'cap-post', 'watch-folder', 'trigger'])
export type SourceKind = z.infer<typeof SourceKind>

/** `off`: not set up, or a source that speaks only when it must and has not spoken yet. */
export const SourceState = z.enum(['ok', 'late', 'failing', 'off'])
export type SourceState = z.infer<typeof SourceState>

/** One of several lines of a source. */
export const SourceLink = z.object({ name: z.string(), up: z.boolean(), heardAt: Instant.nullable() })
export type SourceLink = z.infer<typeof SourceLink>

export const SourceHealth = z.object({
  id: Id,
  kind: SourceKind,
  /** Which one, in words: a host or a folder. */
  label: z.string(),
  state: SourceState,
  lastHeardAt: Instant.nullable(),
  /** How old the last telegram was when it came in. */
  lagMs: z.int().nonnegative().nullable(),
  /** Since the server started. */
  telegrams: z.int().nonnegative(),
  errors: z.int().nonnegative(),
  lastError: z.object({ at: Instant, message: z.string() }).nullable(),
  /** What came over the line today (day of the city's zone), and how much may; null: not counted, no limit. */
  bytesToday: z.int().nonnegative().nullable(),
  byteBudget: z.int().positive().nullable(),
  links: z.array(SourceLink),
})
export type SourceHealth = z.infer<typeof SourceHealth>

/**
 * What staff must know of the sources. `alert-stale`: nobody can say any more whether a grave alert still holds;
 * `eew-gap`: warnings of that time are lost for good; `telegram-held`: a person must decide what a message means here, and
 * `telegram-refused`: one could not be read or believed. The last two stay until a person acknowledges them.
 */
export const SourceNotice = z.object({
  id: z.string(),
  kind: z.enum([
    'silent',
    'link-lost',
    'heartbeat-missing',
    'eew-gap',
    'byte-budget',
    'alert-stale',
    'telegram-held',
    'telegram-refused',
  ]),
  /** A source, or who else sent the message. */
  sourceId: z.string().max(120),
  since: Instant,
  /** Null while it lasts. */
  until: Instant.nullable(),
  alertIds: z.array(Id),
  /** Which message, and why. */
  detail: z.string().max(400).optional(),
})
export type SourceNotice = z.infer<typeof SourceNotice>

export const AcknowledgeNotice = z.object({ id: z.string().max(300) })

export const SourcesDesk = z.object({ sources: z.array(SourceHealth), notices: z.array(SourceNotice) })
export type SourcesDesk = z.infer<typeof SourcesDesk>

/** What a receiver's contact output (J-ALERT, for one) reports; repeats of one `id` are one alert. */
export const ExternalTrigger = z.object({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$/),
  /** A name that the CMS's trigger file maps to a template of the desk. */
  trigger: z.string().min(1).max(80),
  channel: Channel.default('live'),
})
export type ExternalTrigger = z.infer<typeof ExternalTrigger>

/** What it set off: the revision of the channel that shows it. */
export const ExternalTriggerResult = z.object({ templateId: Id, channel: Channel, revision: Revision })
export type ExternalTriggerResult = z.infer<typeof ExternalTriggerResult>
