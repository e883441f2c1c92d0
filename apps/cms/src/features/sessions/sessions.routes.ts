import { CurrentSession, PasswordChange, SignIn } from '@akari/protocol'
import { stringifySetCookie } from 'cookie'
import type { Response } from 'express'
import { ALL_ROLES } from '../../http/actor.ts'
import type { Api } from '../../http/api.ts'
import { AppError } from '../../http/app-error.ts'
import { SESSION_COOKIE, sessionSecretOf } from '../../http/session-cookie.ts'
import type { OpenedSession, SessionsService } from './sessions.service.ts'

export function addSessionRoutes(api: Api, sessions: SessionsService): void {
  const mine = { who: 'staff', roles: ALL_ROLES, evenBeforePasswordChange: true } as const
  api.add(
    {
      method: 'post',
      path: '/session',
      tag: 'session',
      summary: 'サインイン / Sign in',
      access: { who: 'anyone' },
      body: SignIn,
      response: CurrentSession,
      status: 201,
    },
    async ({ actor, body, res, req }) => answer(res, req.secure, await sessions.signIn(actor, body)),
  )
  api.add(
    {
      method: 'get',
      path: '/session',
      tag: 'session',
      summary: '今の利用者 / Who am I',
      access: mine,
      response: CurrentSession,
    },
    async ({ req }) => {
      const user = await sessions.userOf(sessionSecretOf(req.headers.cookie) ?? '')
      if (user === null) throw new AppError('unauthenticated')
      return { user }
    },
  )
  api.add(
    {
      method: 'delete',
      path: '/session',
      tag: 'session',
      summary: 'サインアウト / Sign out',
      access: { who: 'anyone' },
    },
    async ({ req, res }) => {
      const secret = sessionSecretOf(req.headers.cookie)
      if (secret !== null) await sessions.signOut(secret)
      setCookie(res, req.secure, '', new Date(0))
      return undefined
    },
  )
  api.add(
    {
      method: 'post',
      path: '/session/password',
      tag: 'session',
      summary: '自分のパスワードを変更 / Change my password',
      access: mine,
      body: PasswordChange,
      response: CurrentSession,
    },
    async ({ actor, body, res, req }) => answer(res, req.secure, await sessions.changePassword(actor, body)),
  )
}

function answer(res: Response, secure: boolean, opened: OpenedSession) {
  setCookie(res, secure, opened.secret, opened.expiresAt)
  return { user: opened.user }
}

function setCookie(res: Response, secure: boolean, value: string, expires: Date): void {
  res.append(
    'Set-Cookie',
    stringifySetCookie({ name: SESSION_COOKIE, value, httpOnly: true, sameSite: 'strict', path: '/', secure, expires }),
  )
}
