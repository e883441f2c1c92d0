import { type Role, UserWithPassword } from '@akari/protocol'
import type { Caller, RunningCms } from './running-cms.ts'

/** A person with an account, signed in with a password of their own. */
export async function signedIn(cms: RunningCms, username: string, role: Role): Promise<Caller> {
  const made = await cms.call('POST', '/api/users', { body: { username, name: username, role }, as: cms.local })
  const { password } = UserWithPassword.parse(made.body)
  const first = await signIn(cms, username, password)
  const changed = await cms.call('POST', '/api/session/password', {
    body: { current: password, next: OWN_PASSWORD },
    as: first,
  })
  return sessionOf(changed.headers)
}

/** The same person once more, in another browser. */
export function signedInAgain(cms: RunningCms, username: string): Promise<Caller> {
  return signIn(cms, username, OWN_PASSWORD)
}

const OWN_PASSWORD = 'じぶんで決めた長い合言葉'

async function signIn(cms: RunningCms, username: string, password: string): Promise<Caller> {
  const opened = await cms.call('POST', '/api/session', { body: { username, password } })
  if (opened.status !== 201) throw new Error(`not signed in: ${JSON.stringify(opened.body)}`)
  return sessionOf(opened.headers)
}

function sessionOf(headers: Headers): Caller {
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
}
