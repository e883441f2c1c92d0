import { z } from 'zod'
import { Id, Instant } from '../primitives.ts'

/** What other systems can be told of; accounts, sessions and keys are nobody's business. */
export const WEBHOOK_TOPICS = ['programme', 'schedule', 'content', 'displays', 'alerts', 'drills'] as const
export const WebhookTopic = z.enum(WEBHOOK_TOPICS)
export type WebhookTopic = z.infer<typeof WebhookTopic>

export const WebhookInput = z.object({
  name: z.string().trim().min(1).max(80),
  url: z.url({ protocol: /^https?$/ }).max(500),
  topics: z.array(WebhookTopic).min(1).max(WEBHOOK_TOPICS.length),
  /** Keeps its place: what happens meanwhile is told afterwards. */
  paused: z.boolean().default(false),
  version: z.int().nonnegative(),
})
export type WebhookInput = z.infer<typeof WebhookInput>

export const WebhookView = WebhookInput.extend({
  id: Id,
  paused: z.boolean(),
  lastToldAt: Instant.nullable(),
  /** Tries in a row that failed, why the last one did, and when the next one is. */
  failures: z.int(),
  lastFault: z.string().nullable(),
  nextAt: Instant,
  createdAt: Instant,
})
export type WebhookView = z.infer<typeof WebhookView>

/** How a test message was received; `fault` null: it was taken. */
export const WebhookTest = z.object({ fault: z.string().nullable(), milliseconds: z.int() })
export type WebhookTest = z.infer<typeof WebhookTest>

/** With which key messages are signed, as Standard Webhooks writes it (`whpk_…`). */
export const WebhookKey = z.object({ publicKey: z.string() })

/** What is posted: an entry of the audit log. `sequence` rises; a message may come twice, never out of order. */
export const WebhookMessage = z.object({
  type: z.string(),
  timestamp: Instant,
  data: z.object({
    sequence: z.int().nullable(),
    actor: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  }),
})
export type WebhookMessage = z.infer<typeof WebhookMessage>
