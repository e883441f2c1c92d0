import {
  ApiToken,
  ApiTokenWithSecret,
  IdParam,
  NewApiToken,
  NewUser,
  StaffName,
  User,
  UserPatch,
  UserWithPassword,
} from '@akari/protocol'
import { z } from 'zod'
import { type Access, ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import type { UsersService } from './users.service.ts'

const access: Access = { who: 'staff', roles: ['admin'] }

export function addUserRoutes(api: Api, users: UsersService): void {
  const at = { tag: 'users', access, params: IdParam } as const
  api.add(
    { method: 'get', path: '/users', tag: 'users', access, summary: '利用者の一覧 / Users', response: z.array(User) },
    () => users.list(),
  )
  api.add(
    {
      method: 'get',
      path: '/users/names',
      tag: 'users',
      access: { who: 'staff', roles: ALL_ROLES },
      summary: '利用者の名前（だれが行ったかを示すため） / What users are called, to tell who did what',
      response: z.array(StaffName),
    },
    () => users.names(),
  )
  api.add(
    {
      method: 'post',
      path: '/users',
      tag: 'users',
      access,
      summary: '利用者を追加(最初のパスワードは一度だけ表示) / Add a user; the first password is shown once',
      body: NewUser,
      response: UserWithPassword,
      status: 201,
    },
    ({ actor, body }) => users.add(actor, body),
  )
  api.add(
    {
      ...at,
      method: 'patch',
      path: '/users/:id',
      summary: '利用者を変更 / Change a user',
      body: UserPatch,
      response: User,
    },
    ({ actor, params, body }) => users.change(actor, params.id, body),
  )
  api.add(
    { ...at, method: 'delete', path: '/users/:id', summary: '利用者を削除 / Remove a user' },
    async ({ actor, params }) => {
      await users.remove(actor, params.id)
      return undefined
    },
  )
  api.add(
    {
      ...at,
      method: 'post',
      path: '/users/:id/password',
      summary: 'パスワードを再発行 / Reset the password',
      response: UserWithPassword,
    },
    ({ actor, params }) => users.resetPassword(actor, params.id),
  )
  api.add(
    {
      method: 'get',
      path: '/tokens',
      tag: 'users',
      access,
      summary: '連携用トークンの一覧 / API tokens',
      response: z.array(ApiToken),
    },
    () => users.tokens(),
  )
  api.add(
    {
      method: 'post',
      path: '/tokens',
      tag: 'users',
      access,
      summary: '連携用トークンを発行(一度だけ表示) / Create an API token; the secret is shown once',
      body: NewApiToken,
      response: ApiTokenWithSecret,
      status: 201,
    },
    ({ actor, body }) => users.addToken(actor, body),
  )
  api.add(
    { ...at, method: 'delete', path: '/tokens/:id', summary: 'トークンを無効にする / Revoke a token' },
    async ({ actor, params }) => {
      await users.removeToken(actor, params.id)
      return undefined
    },
  )
}
