import type { KeyPair } from '@akari/node-kit'
import type { Pinning } from '../pairing/pinning.ts'
import type { CmsAnswer, CmsHttp, CmsRequest } from './http.ts'
import { logIn, type Login, saysRevoked } from './login.ts'

export type SessionAnswer = CmsAnswer | Exclude<Login, { state: 'ok' }>

/** This player's session with the CMS. */
export type CmsSession = {
  /** The token, logging in first when there is none. */
  token: (signal: AbortSignal) => Promise<Login>
  /** A request as this player; logs in again once when the token is refused. */
  request: (path: string, request: CmsRequest) => Promise<SessionAnswer>
  /** The token was refused elsewhere (socket, download): get a new one for the next request. */
  forget: () => void
}

/** Logs in when needed. `revoked` is called when the CMS at that address says that this display is not paired. */
export function cmsSession(deps: {
  http: CmsHttp
  identity: KeyPair
  pinned: () => Pinning | null
  revoked: (server: string) => void
}): CmsSession {
  let token: string | null = null
  let loggingIn: Promise<Login> | null = null

  const login = async (signal: AbortSignal): Promise<Login> => {
    const pinning = deps.pinned()
    if (pinning === null) return { state: 'unpaired' }
    const result = await logIn(deps, pinning, signal)
    if (result.state === 'ok') token = result.token
    return result
  }

  const ensure = async (signal: AbortSignal): Promise<Login> => {
    if (token !== null) return { state: 'ok', token }
    loggingIn ??= login(signal).finally(() => {
      loggingIn = null
    })
    const result = await loggingIn
    if (result.state === 'revoked') deps.revoked(result.server)
    return result
  }

  const request = async (path: string, options: CmsRequest, mayRetry: boolean): Promise<SessionAnswer> => {
    const session = await ensure(options.signal)
    if (session.state !== 'ok') return session
    const headers = { ...options.headers, authorization: `Bearer ${session.token}` }
    const answer = await deps.http(path, { ...options, headers })
    if (answer.state === 'unreachable') return answer
    if (saysRevoked(answer)) {
      token = null
      deps.revoked(answer.server)
      return { state: 'revoked', server: answer.server }
    }
    if (answer.status !== 401) return answer
    if (token === session.token) token = null
    return mayRetry ? request(path, options, false) : { state: 'refused', status: 401 }
  }

  return {
    token: ensure,
    request: (path, options) => request(path, options, true),
    forget: () => {
      token = null
    },
  }
}
