import type { ApiToken, ConsoleTopic, NewApiToken, NewUser, Role, StaffName, User, UserPatch } from '@akari/protocol'
import type { z } from 'zod'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import { newSecret, secretHash } from '../../http/secrets.ts'
import { sentence } from '../../sentence.ts'
import { hashPassword, newPassword } from './passwords.ts'
import texts from './users.texts.json' with { type: 'json' }
import type { StoredUser, UsersStore } from './users.store.ts'

type Deps = {
  store: UsersStore
  now: () => Date
  newId: () => string
  audit: Audit
  announce: (topic: ConsoleTopic) => void
  /** Called when sessions or tokens ended before their time, or may do less than before. */
  accessEnded: (of: 'sessions' | 'tokens') => void
  /** Called when an account has a new password, so that its owner can sign in at once. */
  forgetTries: (username: string) => void
}

export type UsersService = ReturnType<typeof usersService>

export function usersService({ store, now, newId, audit, announce, accessEnded, forgetTries }: Deps) {
  async function draft(
    input: z.infer<typeof NewUser>,
  ): Promise<{ user: User; passwordHash: string; password: string }> {
    const password = newPassword()
    const user: User = { id: newId(), ...input, mustChangePassword: true, createdAt: now().toISOString() }
    return { user, passwordHash: await hashPassword(password), password }
  }

  async function create(input: z.infer<typeof NewUser>): Promise<{ user: User; password: string }> {
    const { user, passwordHash, password } = await draft(input)
    if (!(await store.insert({ ...user, passwordHash }))) throw new AppError('already-exists')
    return { user, password }
  }

  async function existing(id: string): Promise<StoredUser> {
    const user = await store.byId(id)
    if (user === null) throw new AppError('not-found')
    return user
  }

  /** Someone must be able to administer: the last one is neither deleted nor demoted. */
  async function keepAnAdmin(user: User, nextRole: Role | null): Promise<void> {
    if (user.role !== 'admin' || nextRole === 'admin') return
    const admins = (await store.list()).filter((u) => u.role === 'admin')
    if (admins.length <= 1) throw new AppError('last-admin')
  }

  return {
    /**
     * On the very first start: an administrator with a random password. Null when there are users already; of servers
     * that start at the same time one makes it.
     */
    createFirstAdmin: async (): Promise<{ username: string; password: string } | null> => {
      if ((await store.count()) > 0) return null
      const { user, passwordHash, password } = await draft({
        username: 'admin',
        name: '管理者',
        role: 'admin',
        groups: null,
      })
      return (await store.insert({ ...user, passwordHash })) ? { username: user.username, password } : null
    },
    list: () => store.list(),
    names: async (): Promise<StaffName[]> => (await store.list()).map(({ username, name }) => ({ username, name })),
    /** What somebody is called; null for an account that is gone. */
    nameOf: async (username: string): Promise<string | null> => (await store.byUsername(username))?.name ?? null,
    add: async (actor: Actor, input: z.infer<typeof NewUser>) => {
      const made = await create(input)
      await audit(actor, 'user.created', made.user.username, { role: input.role, groups: input.groups })
      announce('users')
      return made
    },
    change: async (actor: Actor, id: string, patch: z.infer<typeof UserPatch>): Promise<User> => {
      const user = await existing(id)
      const to = {
        name: patch.name ?? user.name,
        role: patch.role ?? user.role,
        groups: patch.groups === undefined ? user.groups : patch.groups,
      }
      await keepAnAdmin(user, to.role)
      await store.update(id, to)
      accessEnded('sessions')
      await audit(actor, 'user.changed', user.username, to)
      announce('users')
      return { ...user, ...to }
    },
    remove: async (actor: Actor, id: string): Promise<void> => {
      const user = await existing(id)
      await keepAnAdmin(user, null)
      await store.remove(id)
      accessEnded('sessions')
      await audit(actor, 'user.removed', user.username)
      announce('users')
    },
    /** A new random password; the user's sessions end. */
    resetPassword: async (actor: Actor, id: string): Promise<{ user: User; password: string }> => {
      const user = await existing(id)
      const password = newPassword()
      await store.setPassword(id, await hashPassword(password), true)
      forgetTries(user.username)
      accessEnded('sessions')
      await audit(actor, 'user.password-reset', user.username)
      return { user: { ...user, mustChangePassword: true }, password }
    },
    tokens: () => store.tokens(),
    addToken: async (
      actor: Actor,
      input: z.infer<typeof NewApiToken>,
    ): Promise<{ token: ApiToken; secret: string }> => {
      if (input.expiresAt !== null && Date.parse(input.expiresAt) <= now().getTime()) {
        throw new AppError('malformed', sentence(texts.tokenOver), [
          { path: 'expiresAt', message: sentence(texts.tokenOver) },
        ])
      }
      const secret = `akari_${newSecret()}`
      const token: ApiToken = {
        id: newId(),
        ...input,
        scopes: [...new Set(input.scopes)],
        createdAt: now().toISOString(),
        lastUsedAt: null,
      }
      await store.insertToken(token, secretHash(secret))
      await audit(actor, 'token.created', token.name, { scopes: token.scopes, expiresAt: token.expiresAt })
      announce('users')
      return { token, secret }
    },
    removeToken: async (actor: Actor, id: string): Promise<void> => {
      if (!(await store.removeToken(id))) throw new AppError('not-found')
      accessEnded('tokens')
      await audit(actor, 'token.removed', id)
      announce('users')
    },
    tokenActor: (secret: string): Promise<ApiToken | null> =>
      store.tokenBySecretHash(secretHash(secret), now().toISOString()),
  }
}
