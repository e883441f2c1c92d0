import { hostOf } from './addresses.ts'
import { AddressRefused } from './guard-error.ts'

/**
 * Where a server outside leads us: by a redirect, or by an address in what it sends. Never from https to http, never with a name
 * and a password, and to the hosts inside that somebody named only from one of them: whoever takes over a server outside reaches
 * nothing of what only we can reach. Throws AddressRefused.
 */
export function ledTo(at: URL, reference: string, privateHosts: ReadonlySet<string>): URL {
  const next = URL.parse(reference, at.href)
  if (next === null || next.username !== '' || next.password !== '') throw new AddressRefused('leads to no address')
  if (at.protocol === 'https:' && next.protocol !== 'https:') throw new AddressRefused('leads from https to http')
  if (privateHosts.has(hostOf(next)) && !privateHosts.has(hostOf(at))) {
    throw new AddressRefused(`leads from outside to the private host ${hostOf(next)}`)
  }
  return next
}
