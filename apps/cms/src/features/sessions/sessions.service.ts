import type { PasswordChange, SignIn, User } from '@akari/protocol'
import type { Logger } from 'pino'
import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import { newSecret, secretHash } from '../../http/secrets.ts'
import type { SessionsStore } from './sessions.store.ts'
import type { Tries } from './tries.ts'

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
  tries: Tries
  now: () => Date
  log: Logger
  audit: Audit
  /** Called when a session ended before its time. */
  accessEnded: () => void
}

export type SessionsService = ReturnType<typeof sessionsService>
export type OpenedSession = { secret: string; expiresAt: Date; user: User }

/** Signing in and out. */
export function sessionsService({ store, accounts, passwords, tries, now, log, audit, accessEnded }: Deps) {
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
      const { ip } = actor
      await tries.atSignIn(username, ip)
      const account = await accounts.byUsername(username)
      const matches = await passwords.matches(account?.passwordHash ?? (await decoy), input.password)
      if (account === null || !matches) {
        log.warn({ username: username.slice(0, 80), ip }, 'sign-in refused')
        await audit(actor, 'session.refused', username.slice(0, 80))
        throw new AppError('wrong-credentials')
      }
      await tries.right(username, ip)
      log.info({ username, ip }, 'signed in')
      await audit(actor, 'session.opened', account.username, { ip })
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
      await tries.again(actor.username, actor.ip)
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
      await tries.right(actor.username, actor.ip)
      await audit(actor, 'user.password-changed', account.username)
      return open({ ...account, mustChangePassword: false })
    },
    /** Somebody else gave this account a new password. */
    forgetTries: tries.forget,
    housekeep: () => store.removeExpired(now().toISOString()),
  }
}
