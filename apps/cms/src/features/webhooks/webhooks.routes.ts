import { IdParam, WebhookInput, WebhookKey, WebhookTest, WebhookView } from '@akari/protocol'
import { z } from 'zod'
import type { Access } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { WebhooksService } from './webhooks.service.ts'

const access: Access = { who: 'staff', roles: ['admin'] }
const at = { tag: 'webhooks', access } as const

/** `publicKey`: the Ed25519 key that messages are signed with, base64url. */
export function addWebhookRoutes(api: Api, webhooks: WebhooksService, publicKey: string): void {
  api.add(
    { ...at, method: 'get', path: '/webhooks', summary: '知らせる先の一覧 / Webhooks', response: z.array(WebhookView) },
    () => webhooks.list(),
  )
  api.add(
    {
      ...at,
      method: 'get',
      path: '/webhooks/key',
      summary: '知らせの署名を確かめる公開鍵 / The public key that messages are verified with',
      response: WebhookKey,
    },
    () => ({ publicKey: `whpk_${Buffer.from(publicKey, 'base64url').toString('base64')}` }),
  )
  api.add(
    {
      ...at,
      method: 'post',
      path: '/webhooks',
      summary: '知らせる先を加える / Add a webhook',
      body: WebhookInput,
      response: WebhookView,
      status: 201,
    },
    ({ body, actor }) => webhooks.add(body, actor),
  )
  api.add(
    {
      ...at,
      method: 'put',
      path: '/webhooks/:id',
      summary: '知らせる先を直す（古い版は 409） / Replace a webhook (409 when the version is old)',
      params: IdParam,
      body: WebhookInput,
      response: WebhookView,
    },
    ({ params, body, actor }) => webhooks.replace(params.id, body, actor),
  )
  api.add(
    { ...at, method: 'delete', path: '/webhooks/:id', summary: '知らせる先を除く / Remove a webhook', params: IdParam },
    async ({ params, actor }) => {
      await webhooks.remove(params.id, actor)
      return undefined
    },
  )
  api.add(
    {
      ...at,
      method: 'post',
      path: '/webhooks/:id/test',
      summary: '試しに送る / Post a test message',
      params: IdParam,
      response: WebhookTest,
    },
    ({ params, actor }) => webhooks.test(params.id, actor),
  )
}
