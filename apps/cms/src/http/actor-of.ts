import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { ApiToken, User } from '@akari/protocol'
import type { Actor } from './actor.ts'
import { bearerOf } from './secrets.ts'
import { sessionSecretOf } from './session-cookie.ts'

type Deps = {
  userOf: (secret: string) => Promise<User | null>
  tokenOf: (secret: string) => Promise<ApiToken | null>
  displayOf: (token: string) => Promise<string | null>
  /** Secret of the command line on this server; it changes with every start. */
  localSecret: string
}

/** `ip` is Express's, which knows of proxies; a request for a socket has none. */
export type ActorOf = (req: Pick<IncomingMessage, 'headers'> & { ip?: string | undefined }) => Promise<Actor>

/** Decides who is asking, from the Authorization header first, then the session cookie. */
export function actorOf(deps: Deps): ActorOf {
  return async (req) => {
    const ip = req.ip ?? 'unknown'
    const bearer = bearerOf(req.headers.authorization)
    if (bearer !== null) return bearerActor(deps, bearer, ip)
    const secret = sessionSecretOf(req.headers.cookie)
    const user = secret === null ? null : await deps.userOf(secret)
    // What a proxy in front asks for is no key.
    if (user === null) return nobody(ip, /^Bearer\b/i.test(req.headers.authorization ?? ''))
    const { id, username, role, groups, mustChangePassword } = user
    return { kind: 'user', id, username, role, groups, mustChangePassword, ip }
  }
}

async function bearerActor(deps: Deps, bearer: string, ip: string): Promise<Actor> {
  const [given, local] = [Buffer.from(bearer), Buffer.from(deps.localSecret)]
  if (given.length === local.length && timingSafeEqual(given, local)) return { kind: 'local', ip }
  if (bearer.startsWith('akari_')) {
    const token = await deps.tokenOf(bearer)
    return token === null
      ? nobody(ip, true)
      : { kind: 'token', id: token.id, name: token.name, scopes: token.scopes, ip }
  }
  const displayId = await deps.displayOf(bearer)
  return displayId === null ? nobody(ip, true) : { kind: 'player', displayId, ip }
}

function nobody(ip: string, gaveKey: boolean): Actor {
  return { kind: 'anonymous', ip, ...(gaveKey && { gaveKey }) }
}
