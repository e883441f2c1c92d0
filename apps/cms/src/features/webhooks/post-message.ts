import type { lookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { faultText, isPrivateAddress, type KeyPair, literalAddress, publicLookup, signBytes } from '@akari/node-kit'
import type { WebhookMessage } from '@akari/protocol'

const PATIENCE_MS = 10_000

export type PostMessage = (
  url: string,
  id: string,
  message: WebhookMessage,
) => Promise<{ fault: string | null; gone: boolean }>

/**
 * Posts a message as Standard Webhooks 1.0 describes it: `webhook-id`, `webhook-timestamp` and `webhook-signature: v1a,…` (Ed25519 of
 * `id.timestamp.body` under the server's own key, so that no secret is shared). No redirects, no private address but those of
 * `privateHosts`, ten seconds. Never throws: `fault` says what went wrong; `gone` that the receiver wants no more (410).
 */
export function messagePoster(deps: {
  key: KeyPair['privateKey']
  privateHosts: ReadonlySet<string>
  now: () => Date
  resolve?: typeof lookup
}): PostMessage {
  const guarded = publicLookup(deps.resolve)
  return async (address, id, message) => {
    const url = new URL(address)
    const body = JSON.stringify(message)
    const timestamp = String(Math.floor(deps.now().getTime() / 1000))
    const signature = Buffer.from(signBytes(`${id}.${timestamp}.${body}`, deps.key), 'base64url').toString('base64')
    const isTrusted = deps.privateHosts.has(url.hostname)
    const literal = literalAddress(url)
    if (!isTrusted && literal !== null && isPrivateAddress(literal)) {
      return { fault: `${url.hostname} is a private address`, gone: false }
    }
    const options: https.RequestOptions = {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Akari',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1a,${signature}`,
      },
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(isTrusted ? {} : { lookup: guarded }),
    }
    try {
      const status = await statusOf(url, options, body)
      return { fault: status >= 200 && status < 300 ? null : `answered ${status}`, gone: status === 410 }
    } catch (err) {
      return { fault: faultText(err), gone: false }
    }
  }
}

function statusOf(url: URL, options: https.RequestOptions, body: string): Promise<number> {
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? https : http).request(url, options, (response) => {
      response.destroy()
      answered(response.statusCode ?? 0)
    })
    request.on('error', failed)
    request.end(body)
  })
}
