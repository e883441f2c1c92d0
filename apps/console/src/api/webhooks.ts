import { type WebhookInput, WebhookKey, WebhookTest, WebhookView } from '@akari/protocol'
import { useQuery } from '@tanstack/react-query'
import { act, get, send } from './client.ts'
import { keys } from './keys.ts'
import { useWrite } from './write.ts'

export function useWebhooks() {
  return useQuery({
    queryKey: keys.webhooks,
    queryFn: ({ signal }) => get(WebhookView.array(), '/api/webhooks', signal),
  })
}

/** It never changes, so that it is fetched once. */
export function useWebhookKey() {
  return useQuery({
    queryKey: [...keys.webhooks, 'key'],
    queryFn: ({ signal }) => get(WebhookKey, '/api/webhooks/key', signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Adds a webhook (`id` null) or replaces one. */
export function useSaveWebhook() {
  return useWrite(
    ({ id, webhook }: { id: string | null; webhook: WebhookInput }) =>
      id === null
        ? send(WebhookView, 'POST', '/api/webhooks', webhook)
        : send(WebhookView, 'PUT', `/api/webhooks/${id}`, webhook),
    { touches: [keys.webhooks], quiet: true },
  )
}

export function useDeleteWebhook() {
  return useWrite((id: string) => act('DELETE', `/api/webhooks/${id}`), { touches: [keys.webhooks] })
}

export function useTestWebhook() {
  return useWrite((id: string) => send(WebhookTest, 'POST', `/api/webhooks/${id}/test`), { touches: [keys.webhooks] })
}
