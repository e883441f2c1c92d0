import { type KeyPair, signBytes } from '@akari/node-kit'
import { LoginChallenge, loginTranscript, PlayerSession, Problem } from '@akari/protocol'
import type { Pinning } from '../pairing/pinning.ts'
import type { CmsAnswer, CmsHttp } from './http.ts'

export type Login =
  | { state: 'ok'; token: string }
  | { state: 'unpaired' }
  | { state: 'revoked'; server: string }
  | { state: 'refused'; status: number }
  | { state: 'unreachable'; detail: string }

type Answered = Extract<CmsAnswer, { state: 'answered' }>

/**
 * The player proves its own key with a challenge and names the CMS key it pinned (RFC 8032 signature over
 * `loginTranscript`), so that a CMS of another identity cannot take the signature for its own.
 */
export async function logIn(
  { http, identity }: { http: CmsHttp; identity: KeyPair },
  { displayId, keys }: Pinning,
  signal: AbortSignal,
): Promise<Login> {
  const asked = await http('/api/player/challenge', { method: 'POST', body: { displayId }, signal })
  if (asked.state === 'unreachable') return asked
  const challenge = LoginChallenge.safeParse(asked.body)
  if (!challenge.success) return refusal(asked)
  const transcript = loginTranscript(displayId, challenge.data.challenge, keys.identity)
  const body = { displayId, ...challenge.data, signature: signBytes(transcript, identity.privateKey) }
  const answered = await http('/api/player/session', { method: 'POST', body, signal })
  if (answered.state === 'unreachable') return answered
  const session = PlayerSession.safeParse(answered.body)
  return session.success ? { state: 'ok', token: session.data.token } : refusal(answered)
}

/** Whether the CMS says that this display is not paired with it. */
export function saysRevoked(answer: Answered): boolean {
  if (answer.status !== 410) return false
  const problem = Problem.safeParse(answer.body)
  return problem.success && problem.data.code === 'display-revoked'
}

function refusal(answer: Answered): Login {
  const { server, status } = answer
  return saysRevoked(answer) ? { state: 'revoked', server } : { state: 'refused', status }
}
