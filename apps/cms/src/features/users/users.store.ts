import { ApiToken, Responsibility, Role, TokenScope, User } from '@akari/protocol'
import { sql } from 'kysely'
import type { MainDatabase } from '../../db/database.ts'
import type { MainTables } from '../../db/schema.ts'

export type StoredUser = User & { passwordHash: string }
export type UsersStore = ReturnType<typeof usersStore>

function stored(row: MainTables['user_account']): StoredUser {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    role: Role.parse(row.role),
    groups: row.groups === null ? null : Responsibility.parse(JSON.parse(row.groups)),
    mustChangePassword: row.must_change_password === 1,
    createdAt: row.created_at,
    passwordHash: row.password_hash,
  }
}

/** Scopes are kept with spaces between them, as OAuth writes them (RFC 6749 §3.3). */
function tokenOf(row: MainTables['api_token']): ApiToken {
  return {
    id: row.id,
    name: row.name,
    scopes: row.scope.split(' ').map((scope) => TokenScope.parse(scope)),
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
  }
}

function groupsColumn(groups: Responsibility): string | null {
  return groups === null ? null : JSON.stringify(groups)
}

export function usersStore(db: MainDatabase) {
  return {
    list: async (): Promise<User[]> =>
      (await db.selectFrom('user_account').selectAll().orderBy('username').execute()).map((row) =>
        User.parse(stored(row)),
      ),
    byId: async (id: string): Promise<StoredUser | null> => {
      const row = await db.selectFrom('user_account').selectAll().where('id', '=', id).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    byUsername: async (username: string): Promise<StoredUser | null> => {
      const row = await db.selectFrom('user_account').selectAll().where('username', '=', username).executeTakeFirst()
      return row === undefined ? null : stored(row)
    },
    count: async (): Promise<number> => {
      const row = await db.selectFrom('user_account').select(sql<number>`count(*)`.as('n')).executeTakeFirst()
      return row?.n ?? 0
    },
    /** False when the name is taken. */
    insert: async (user: StoredUser): Promise<boolean> => {
      const done = await db
        .insertInto('user_account')
        .values({
          id: user.id,
          username: user.username,
          name: user.name,
          role: user.role,
          groups: groupsColumn(user.groups),
          password_hash: user.passwordHash,
          must_change_password: user.mustChangePassword ? 1 : 0,
          created_at: user.createdAt,
        })
        .onConflict((c) => c.column('username').doNothing())
        .executeTakeFirst()
      return Number(done.numInsertedOrUpdatedRows ?? 0) === 1
    },
    update: async (id: string, to: Pick<User, 'name' | 'role' | 'groups'>): Promise<void> => {
      await db
        .updateTable('user_account')
        .set({ ...to, groups: groupsColumn(to.groups) })
        .where('id', '=', id)
        .execute()
    },
    /** Sets the password and ends every session of the user in one step. */
    setPassword: async (id: string, passwordHash: string, mustChange: boolean): Promise<void> => {
      await db.transaction().execute(async (tx) => {
        await tx
          .updateTable('user_account')
          .set({ password_hash: passwordHash, must_change_password: mustChange ? 1 : 0 })
          .where('id', '=', id)
          .execute()
        await tx.deleteFrom('staff_session').where('user_id', '=', id).execute()
      })
    },
    remove: async (id: string): Promise<void> => {
      await db.deleteFrom('user_account').where('id', '=', id).execute()
    },
    tokens: async (): Promise<ApiToken[]> => {
      const rows = await db.selectFrom('api_token').selectAll().orderBy('created_at').execute()
      return rows.map(tokenOf)
    },
    insertToken: async (token: ApiToken, secretHash: string): Promise<void> => {
      await db
        .insertInto('api_token')
        .values({
          id: token.id,
          name: token.name,
          scope: token.scopes.join(' '),
          expires_at: token.expiresAt,
          secret_hash: secretHash,
          created_at: token.createdAt,
          last_used_at: null,
        })
        .execute()
    },
    removeToken: async (id: string): Promise<boolean> => {
      const done = await db.deleteFrom('api_token').where('id', '=', id).executeTakeFirst()
      return Number(done.numDeletedRows) === 1
    },
    /** Null also when it is over; otherwise notes that it was used. */
    tokenBySecretHash: async (secretHash: string, usedAt: string): Promise<ApiToken | null> => {
      const row = await db.selectFrom('api_token').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst()
      if (row === undefined) return null
      const token = tokenOf(row)
      if (token.expiresAt !== null && Date.parse(token.expiresAt) <= Date.parse(usedAt)) return null
      await db.updateTable('api_token').set({ last_used_at: usedAt }).where('id', '=', row.id).execute()
      return { ...token, lastUsedAt: usedAt }
    },
  }
}
