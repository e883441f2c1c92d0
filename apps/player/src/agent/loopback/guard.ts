import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from this machine's own screen. A wrong Host is a foreign page that rebound its DNS name to
 * 127.0.0.1; a wrong Origin or Sec-Fetch-Site is a foreign page of which the browser says so. A link to the page itself may
 * be followed from anywhere. No worker is served as a service worker: it would outlive the page that installed it.
 * Programs without these headers are on this machine anyway.
 */
export function isOurOwn(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !hosts.includes(host)) return false
  if (request.headers['service-worker'] !== undefined || isOfAnotherSite(request.headers)) return false
  return origin === undefined || hosts.some((name) => origin === `http://${name}`)
}

/** Fetch Metadata (W3C): a page of another port of this machine is `same-site`, too, and no page of ours. */
function isOfAnotherSite(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site']
  if (site === undefined || site === 'same-origin' || site === 'none') return false
  return headers['sec-fetch-mode'] !== 'navigate' || headers['sec-fetch-dest'] !== 'document'
}

/** Who sent a request that was refused, for the report; never its address, which may carry a secret. */
export function whoAsks({ headers }: IncomingMessage): string {
  return `host ${headers.host ?? 'none'}, origin ${headers.origin ?? 'none'}`.slice(0, 200)
}

/** What a page of the agent may load: itself, and the blobs hls.js makes. */
export function contentSecurityPolicy(port: number): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}
