import type { Id, WebhookInput, WebhookTest, WebhookView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { PostMessage } from './post-message.ts'
import { isAbout, messageOf } from './topics.ts'
import type { DueWebhook, WebhooksStore } from './webhooks.store.ts'

/** What one server tells one receiver before it lets others have a turn. */
const AT_ONCE = 50
const HELD_MS = AT_ONCE * 11_000
const FIRST_RETRY_MS = 2000
const LONGEST_PAUSE_MS = 3_600_000

export type WebhooksService = ReturnType<typeof webhooksService>

/**
 * Tells other systems what was done, entry by entry of the audit log, in order and at least once: who cannot be reached is told
 * later, however long that takes. Writes throw `conflict` on an old version and `not-found`.
 */
export function webhooksService(
  deps: ServiceDeps & { store: WebhooksStore; post: PostMessage; random?: () => number },
) {
  const { store, now } = deps
  const random = deps.random ?? Math.random
  const changed = async (actor: Actor, action: string, { id, name, url }: Pick<WebhookView, 'id' | 'name' | 'url'>) => {
    await deps.audit(actor, action, id, { name, url })
    deps.announce('webhooks')
  }

  async function tell(webhook: DueWebhook): Promise<void> {
    let { toldThrough, failures } = webhook
    let [fault, gone, told]: [string | null, boolean, boolean] = [null, false, false]
    for (const entry of await store.entriesAfter(toldThrough, AT_ONCE)) {
      if (isAbout(entry, webhook.topics)) {
        ;({ fault, gone } = await deps.post(webhook.url, `audit-${entry.sequence}`, messageOf(entry)))
        if (fault !== null) break
        told = true
      }
      toldThrough = entry.sequence
    }
    failures = fault === null ? 0 : failures + 1
    const at = now()
    const nextAt = new Date(at.getTime() + (fault === null ? 0 : pauseMs(failures, gone))).toISOString()
    const lastToldAt = told ? at.toISOString() : null
    await store.release(webhook.id, { toldThrough, failures, nextAt, lastToldAt, lastFault: fault })
    if (told || fault !== null) deps.announce('webhooks')
  }

  /** Full jitter (as node-kit's backoff, but the count survives restarts); who answered 410 is asked once an hour. */
  function pauseMs(failures: number, gone: boolean): number {
    const ceiling = gone
      ? LONGEST_PAUSE_MS
      : Math.min(LONGEST_PAUSE_MS, FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 30))
    return Math.round((0.5 + random() / 2) * ceiling)
  }

  return {
    list: () => store.list(),
    add: async (input: WebhookInput, actor: Actor): Promise<WebhookView> => {
      const at = now().toISOString()
      const fresh = { lastToldAt: null, failures: 0, lastFault: null, nextAt: at, createdAt: at }
      const webhook = { ...input, ...fresh, id: deps.newId(), version: 1 }
      await store.insert(webhook)
      await changed(actor, 'webhook.created', webhook)
      return webhook
    },
    /** Whoever changes it wants to see at once whether it works now: the pause after failures is over. */
    replace: async (id: Id, input: WebhookInput, actor: Actor): Promise<WebhookView> => {
      const before = await store.find(id)
      if (before === null) throw new AppError('not-found')
      const webhook = {
        ...before,
        ...input,
        version: input.version + 1,
        failures: 0,
        lastFault: null,
        nextAt: now().toISOString(),
      }
      if (!(await store.replace(webhook, input.version))) throw new AppError('conflict')
      await changed(actor, 'webhook.changed', webhook)
      return webhook
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const before = await store.find(id)
      if (before === null || !(await store.remove(id))) throw new AppError('not-found')
      await changed(actor, 'webhook.removed', before)
    },
    /** Posts a message that means nothing, for whoever sets up the other end. */
    test: async (id: Id, actor: Actor): Promise<WebhookTest> => {
      const webhook = await store.find(id)
      if (webhook === null) throw new AppError('not-found')
      const began = performance.now()
      const { fault } = await deps.post(webhook.url, `test-${deps.newId()}`, {
        type: 'webhook.test',
        timestamp: now().toISOString(),
        data: { sequence: null, actor: nameOf(actor), subject: id, detail: {} },
      })
      return { fault, milliseconds: Math.round(performance.now() - began) }
    },
    /** Tells everybody whose turn it is; for a job. */
    tellAll: async (): Promise<void> => {
      const at = now()
      const due = await store.take(at.toISOString(), new Date(at.getTime() + HELD_MS).toISOString())
      await Promise.all(due.map(tell))
    },
  }
}
