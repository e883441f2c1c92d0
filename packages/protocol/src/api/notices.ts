import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'

/** What people are told in the console. Each kind has its sentence in the console's locale files. */
export const NoticeKind = z.enum([
  'approval-waiting',
  'sent-back',
  'commented',
  'approved',
  'published',
  'published-late',
  'schedule-failed',
  'stream-missing',
  'recording-stopped',
  'recording-ready',
  'recording-failed',
])
export type NoticeKind = z.infer<typeof NoticeKind>

export const Notice = z.object({
  id: Id,
  at: Instant,
  kind: NoticeKind,
  /** What the sentence is filled with: names, a comment. */
  words: z.record(z.string(), z.string()),
  /** Page of the console that it is about. */
  path: z.string(),
  readAt: Instant.nullable(),
})
export type Notice = z.infer<typeof Notice>

export const Notices = z.object({ unread: z.int().nonnegative(), notices: z.array(Notice) })
export type Notices = z.infer<typeof Notices>

/** Those that were read; null: all of them. */
export const NoticesRead = z.object({ ids: z.array(Id).max(200).nullable() })
