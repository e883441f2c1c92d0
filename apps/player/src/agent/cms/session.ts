import { type KeyPair, signBytes } from '@akari/node-kit'
import { LoginChallenge, loginTranscript, PlayerSession, Problem } from '@akari/protocol'
import type { Pinning } from '../pairing/pinning.ts'
import type { CmsAnswer, CmsHttp, CmsRequest } from './http.ts'

export type Login =
  | { state: 'ok'; token: string }
  | { state: 'unpaired' }
  | { state: 'revoked' }
  | { state: 'refused'; status: number }
  | { state: 'unreachable'; detail: string }

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

/**
 * The player proves its own key with a challenge and names the CMS key it pinned (RFC 8032 signature over
 * `loginTranscript`). `revoked` is called when the CMS says that this display is no longer paired.
 */
export function cmsSession(deps: {
  http: CmsHttp
  identity: KeyPair
  pinned: () => Pinning | null
  revoked: () => void
}): CmsSession {
  let token: string | null = null
  let loggingIn: Promise<Login> | null = null

  const login = async (signal: AbortSignal): Promise<Login> => {
    const pinning = deps.pinned()
    if (pinning === null) return { state: 'unpaired' }
    const { displayId, keys } = pinning
    const asked = await deps.http('/api/player/challenge', { method: 'POST', body: { displayId }, signal })
    if (asked.state === 'unreachable') return asked
    const challenge = LoginChallenge.safeParse(asked.body)
    if (!challenge.success) return refusal(asked)
    const transcript = loginTranscript(displayId, challenge.data.challenge, keys.identity)
    const body = { displayId, ...challenge.data, signature: signBytes(transcript, deps.identity.privateKey) }
    const answered = await deps.http('/api/player/session', { method: 'POST', body, signal })
    if (answered.state === 'unreachable') return answered
    const session = PlayerSession.safeParse(answered.body)
    if (!session.success) return refusal(answered)
    token = session.data.token
    return { state: 'ok', token }
  }

  const ensure = async (signal: AbortSignal): Promise<Login> => {
    if (token !== null) return { state: 'ok', token }
    loggingIn ??= login(signal).finally(() => {
      loggingIn = null
    })
    const result = await loggingIn
    if (result.state === 'revoked') deps.revoked()
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
      deps.revoked()
      return { state: 'revoked' }
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

function refusal(answer: Extract<CmsAnswer, { state: 'answered' }>): Login {
  return saysRevoked(answer) ? { state: 'revoked' } : { state: 'refused', status: answer.status }
}

function saysRevoked(answer: Extract<CmsAnswer, { state: 'answered' }>): boolean {
  if (answer.status !== 410) return false
  const problem = Problem.safeParse(answer.body)
  return problem.success && problem.data.code === 'display-revoked'
}
