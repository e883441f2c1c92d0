import { z } from 'zod'
import { Texts } from '../language.ts'
import { Instant } from '../primitives.ts'

/**
 * Where a sitting of the council stands: before 開会, in session, 休憩, after 閉会. The countdown is the display's own reading
 * of `planned`.
 */
export const SITTING_PHASES = ['planned', 'inSession', 'recess', 'adjourned'] as const
export const SittingPhase = z.enum(SITTING_PHASES)
export type SittingPhase = z.infer<typeof SittingPhase>

/** Who has the floor: a name as it is written, and the party or office. */
export const Speaker = z.object({ name: Texts, party: Texts.optional() })
export type Speaker = z.infer<typeof Speaker>

/** `number` as the agenda has it: `日程第3`, `議案第12号`. */
export const AgendaItem = z.object({ number: z.string().trim().min(1).max(40).optional(), title: Texts })
export type AgendaItem = z.infer<typeof AgendaItem>

/** As many items as a display could show at once. */
export const MOST_ANNOUNCED_ITEMS = 8

/** What is going to be discussed, while a sitting has not begun: the first items of its agenda, of `count`. */
export const AnnouncedAgenda = z.object({
  first: z.array(AgendaItem).min(1).max(MOST_ANNOUNCED_ITEMS),
  count: z.int().positive(),
})
export type AnnouncedAgenda = z.infer<typeof AnnouncedAgenda>

/** What a display must know of a sitting beside its picture; travels as a feed (`FeedSnapshot`) of the sitting's own id. */
export const SittingLive = z.object({
  kind: z.literal('sitting'),
  title: Texts,
  startsAt: Instant,
  phase: SittingPhase,
  /** When a recess is over, where somebody said so. */
  resumesAt: Instant.nullable(),
  /** Under discussion now. */
  item: AgendaItem.nullable(),
  speaker: Speaker.nullable(),
  /** Where the recording can be seen afterwards, for a QR code. */
  recordingUrl: z
    .url({ protocol: /^https?$/ })
    .max(300)
    .nullable(),
  /** Visitors can watch its recording at kiosks now. */
  atKiosks: z.boolean().optional(),
  agenda: AnnouncedAgenda.optional(),
})
export type SittingLive = z.infer<typeof SittingLive>
