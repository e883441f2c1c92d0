import type { AuditEntry, WebhookMessage, WebhookTopic } from '@akari/protocol'

/** Actions of the audit log by the part before their dot. What no topic has is never told to anybody outside. */
const FAMILIES: Record<WebhookTopic, readonly string[]> = {
  programme: ['programme', 'submission', 'publication'],
  schedule: ['entry', 'takeover', 'daypart', 'calendar', 'hours', 'sound', 'ticker'],
  content: ['asset', 'playlist', 'poster', 'layout', 'stream'],
  displays: ['display'],
  alerts: ['alert', 'telegram'],
  drills: ['drill', 'self-test'],
}

/** Is the entry about one of these topics? */
export function isAbout({ action }: Pick<AuditEntry, 'action'>, topics: readonly WebhookTopic[]): boolean {
  const [family = ''] = action.split('.')
  return topics.some((topic) => FAMILIES[topic].includes(family))
}

/** The entry as it is posted. */
export function messageOf({ sequence, at, actor, action, subject, detail }: AuditEntry): WebhookMessage {
  return { type: action, timestamp: at, data: { sequence, actor, subject, detail } }
}
