import type { IncomingMessage } from 'node:http'

/**
 * Whether a request comes from this machine's own screen. A wrong Host is a foreign page that rebound its DNS name to
 * 127.0.0.1; a wrong Origin is a foreign page that says so itself. Programs without an Origin are on this machine anyway.
 */
export function isOurOwn(request: IncomingMessage, port: number): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !hosts.includes(host)) return false
  return origin === undefined || hosts.some((name) => origin === `http://${name}`)
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
