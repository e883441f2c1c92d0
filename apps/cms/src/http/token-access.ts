import type { TokenScope } from '@akari/protocol'
import type { Access } from './actor.ts'

/**
 * Which parts of the API other systems may use, by tag, and with which scope. What is not listed is for people alone:
 * accounts, keys, pairing, the alert desk, and letting somebody else's changes out.
 */
const OPEN: Readonly<Record<string, { read: TokenScope; write: TokenScope }>> = {
  assets: { read: 'content:read', write: 'content:write' },
  layouts: { read: 'content:read', write: 'content:write' },
  playlists: { read: 'content:read', write: 'content:write' },
  posters: { read: 'content:read', write: 'content:write' },
  streams: { read: 'content:read', write: 'content:write' },
  schedule: { read: 'schedule:read', write: 'schedule:write' },
  displays: { read: 'displays:read', write: 'displays:write' },
  plays: { read: 'displays:read', write: 'displays:write' },
  programme: { read: 'schedule:read', write: 'programme:publish' },
}

/** The access of a route with what its tag opens to tokens; one that says it itself keeps its word. */
export function withTokens(access: Access, route: { tag: string; method: string }): Access {
  const open = OPEN[route.tag]
  if (access.who !== 'staff' || access.orToken !== undefined || open === undefined) return access
  return { ...access, orToken: route.method === 'get' ? open.read : open.write }
}
