import { type Role, UserWithPassword } from '@akari/protocol'
import type { Caller, RunningCms } from '../../testing/running-cms.ts'

/** A person with a password of their own, signed in. */
export async function staffOf(cms: RunningCms, username: string, role: Role): Promise<Caller> {
  const made = await cms.call('POST', '/api/users', { body: { username, name: username, role }, as: cms.local })
  const { password } = UserWithPassword.parse(made.body)
  const session = await cms.call('POST', '/api/session', { body: { username, password } })
  const changed = await cms.call('POST', '/api/session/password', {
    body: { current: password, next: `${username} のとても長い合言葉` },
    as: { cookie: cookieOf(session.headers) },
  })
  return { cookie: cookieOf(changed.headers) }
}

function cookieOf(headers: Headers): string {
  const cookie = headers.get('set-cookie')?.split(';')[0]
  if (cookie === undefined) throw new Error('no session cookie')
  return cookie
}
