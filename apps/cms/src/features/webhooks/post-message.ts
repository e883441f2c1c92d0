import { faultText, type GuardedClient, type KeyPair, signBytes } from '@akari/node-kit'
import type { WebhookMessage } from '@akari/protocol'

const PATIENCE_MS = 10_000

export type PostMessage = (
  url: string,
  id: string,
  message: WebhookMessage,
) => Promise<{ fault: string | null; gone: boolean }>

/**
 * Posts a message as Standard Webhooks 1.0 describes it: `webhook-id`, `webhook-timestamp` and `webhook-signature: v1a,…` (Ed25519 of
 * `id.timestamp.body` under the server's own key, so that no secret is shared). By the guarded way, without redirects, in ten
 * seconds. Never throws: `fault` says what went wrong; `gone` that the receiver wants no more (410).
 */
export function messagePoster(deps: {
  key: KeyPair['privateKey']
  client: Pick<GuardedClient, 'request'>
  now: () => Date
}): PostMessage {
  return async (address, id, message) => {
    const body = JSON.stringify(message)
    const timestamp = String(Math.floor(deps.now().getTime() / 1000))
    const signature = Buffer.from(signBytes(`${id}.${timestamp}.${body}`, deps.key), 'base64url').toString('base64')
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Akari',
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1a,${signature}`,
    }
    try {
      const { status } = await deps.client.request(new URL(address), {
        method: 'POST',
        headers,
        body,
        timeoutMs: PATIENCE_MS,
      })
      return { fault: status >= 200 && status < 300 ? null : `answered ${status}`, gone: status === 410 }
    } catch (err) {
      return { fault: faultText(err), gone: false }
    }
  }
}
