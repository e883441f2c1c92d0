import type { PasswordChange, SignIn, User } from '@akari/protocol'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import { spend } from '../../http/rate-limit.ts'
import { newSecret, secretHash } from '../../http/secrets.ts'
import type { SessionsStore } from './sessions.store.ts'

const SESSION_HOURS = 12

type Account = User & { passwordHash: string }
type Deps = {
  store: SessionsStore
  accounts: {
    byId: (id: string) => Promise<Account | null>
    byUsername: (username: string) => Promise<Account | null>
    setPassword: (id: string, passwordHash: string, mustChange: boolean) => Promise<void>
  }
  passwords: {
    hash: (password: string) => Promise<string>
    matches: (hash: string, password: string) => Promise<boolean>
  }
  now: () => Date
  audit: Audit
  /** Called when a session ended before its time. */
  accessEnded: () => void
}

export type SessionsService = ReturnType<typeof sessionsService>
export type OpenedSession = { secret: string; expiresAt: Date; user: User }

/** Signing in and out. Guessing is slowed by address and by account: 5 wrong tries lock an account for 15 minutes. */
export function sessionsService({ store, accounts, passwords, now, audit, accessEnded }: Deps) {
  const byAccount = new RateLimiterMemory({ points: 5, duration: 15 * 60 })
  const byAddress = new RateLimiterMemory({ points: 30, duration: 15 * 60 })
  // Unknown names cost as much time as known ones.
  const decoy = passwords.hash('a name nobody has')

  async function open(user: User): Promise<OpenedSession> {
    const secret = newSecret()
    const createdAt = now()
    const expiresAt = new Date(createdAt.getTime() + SESSION_HOURS * 3_600_000)
    await store.insert({
      tokenHash: secretHash(secret),
      userId: user.id,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
    })
    return { secret, expiresAt, user }
  }

  return {
    signIn: async (actor: Actor, input: z.infer<typeof SignIn>): Promise<OpenedSession> => {
      const username = input.username.normalize('NFKC').toLowerCase()
      await spend(byAddress, actor.ip)
      await spend(byAccount, username)
      const account = await accounts.byUsername(username)
      const matches = await passwords.matches(account?.passwordHash ?? (await decoy), input.password)
      if (account === null || !matches) {
        await audit(actor, 'session.refused', username.slice(0, 80))
        throw new AppError('wrong-credentials')
      }
      await byAccount.delete(username)
      await audit(actor, 'session.opened', account.username, { ip: actor.ip })
      return open(account)
    },
    signOut: async (secret: string): Promise<void> => {
      await store.remove(secretHash(secret))
      accessEnded()
    },
    /** Whose cookie is this? */
    userOf: async (secret: string): Promise<User | null> => {
      const userId = await store.userIdOf(secretHash(secret), now().toISOString())
      return userId === null ? null : accounts.byId(userId)
    },
    /** Ends every other session of the user and opens a fresh one. */
    changePassword: async (actor: Actor, change: z.infer<typeof PasswordChange>): Promise<OpenedSession> => {
      if (actor.kind !== 'user') throw new AppError('unauthenticated')
      await spend(byAccount, actor.username)
      const account = await accounts.byId(actor.id)
      if (account === null) throw new AppError('unauthenticated')
      if (!(await passwords.matches(account.passwordHash, change.current))) throw new AppError('wrong-password')
      if (change.current === change.next) {
        throw new AppError('malformed', undefined, [
          { path: 'next', message: '今と同じパスワードは使えません / must differ' },
        ])
      }
      await accounts.setPassword(account.id, await passwords.hash(change.next), false)
      accessEnded()
      await byAccount.delete(actor.username)
      await audit(actor, 'user.password-changed', account.username)
      return open({ ...account, mustChangePassword: false })
    },
    housekeep: () => store.removeExpired(now().toISOString()),
  }
}
