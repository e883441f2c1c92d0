import { verifyBytes } from '@akari/node-kit'
import { loginTranscript, type PlayerLogin, type PlayerSession } from '@akari/protocol'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../../http/app-error.ts'
import { networkOf, spend } from '../../http/rate-limit.ts'
import { newSecret, secretHash } from '../../http/secrets.ts'
import type { PlayersStore } from './players.store.ts'

const CHALLENGE_SECONDS = 60
const SESSION_HOURS = 24

type Deps = {
  store: PlayersStore
  publicKeyOf: (displayId: string) => Promise<{ publicKey: string | null } | null>
  cmsIdentity: string
  now: () => Date
}

export type PlayersService = ReturnType<typeof playersService>

/** A paired player proves its key with a signed challenge (no clock needed) and gets a bearer token. */
export function playersService({ store, publicKeyOf, cmsIdentity, now }: Deps) {
  const challenges = new RateLimiterMemory({ points: 60, duration: 60 })
  const inSeconds = (seconds: number) => new Date(now().getTime() + seconds * 1000).toISOString()

  async function pairedKey(displayId: string): Promise<string> {
    const display = await publicKeyOf(displayId)
    if (display?.publicKey == null) throw new AppError('display-revoked')
    return display.publicKey
  }

  return {
    challenge: async (ip: string, displayId: string): Promise<{ challenge: string }> => {
      await spend(challenges, `${networkOf(ip)} ${displayId}`)
      await pairedKey(displayId)
      const challenge = newSecret()
      await store.addChallenge(challenge, displayId, inSeconds(CHALLENGE_SECONDS))
      return { challenge }
    },
    login: async (login: PlayerLogin): Promise<PlayerSession> => {
      const key = await pairedKey(login.displayId)
      const fresh = await store.takeChallenge(login.challenge, login.displayId, now().toISOString())
      const transcript = loginTranscript(login.displayId, login.challenge, cmsIdentity)
      // A display record that was paired with another device answers 410 to the former one.
      if (!fresh) throw new AppError('unauthenticated')
      if (!verifyBytes(transcript, login.signature, key)) throw new AppError('display-revoked')
      const token = newSecret()
      const expiresAt = inSeconds(SESSION_HOURS * 3600)
      await store.addSession(secretHash(token), login.displayId, expiresAt)
      return { token, expiresAt }
    },
    displayOf: (token: string): Promise<string | null> => store.displayIdOf(secretHash(token), now().toISOString()),
    housekeep: () => store.removeExpired(now().toISOString()),
  }
}
