import { guardedClient, type KeyPair } from '@akari/node-kit'
import type { MainDatabase } from './db/database.ts'
import { keptAnswers } from './features/interfaces/kept-answers.store.ts'
import type { ServiceDeps } from './features/service-deps.ts'
import { messagePoster } from './features/webhooks/post-message.ts'
import { addWebhookRoutes } from './features/webhooks/webhooks.routes.ts'
import { webhooksService } from './features/webhooks/webhooks.service.ts'
import { webhooksStore } from './features/webhooks/webhooks.store.ts'
import type { Api } from './http/api.ts'
import type { Job } from './jobs.ts'

type Deps = ServiceDeps & { db: MainDatabase; identity: KeyPair; privateHosts: readonly string[] }

/** Wires what other systems work with: answers that are given once, and webhooks. */
export function wireInterfaces({ db, identity, privateHosts, ...common }: Deps) {
  const answers = keptAnswers(db, common.now)
  const client = guardedClient({ privateHosts: new Set(privateHosts) })
  const webhooks = webhooksService({
    ...common,
    store: webhooksStore(db),
    post: messagePoster({ key: identity.privateKey, client, now: common.now }),
  })
  return {
    answers,
    addRoutes: (api: Api): void => addWebhookRoutes(api, webhooks, identity.publicKey),
    jobs: [
      { name: 'kept-answers', cron: '37 * * * *', run: answers.sweep },
      { name: 'webhooks', cron: '*/2 * * * * *', run: webhooks.tellAll },
    ] satisfies readonly Job[],
  }
}
