import { User, UserWithPassword } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'

async function signIn(cms: RunningCms, username: string, password: string): Promise<{ cookie: string } | null> {
  const answer = await cms.call('POST', '/api/session', { body: { username, password } })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  return answer.status === 201 && cookie !== undefined ? { cookie } : null
}

onEachEngine((start) => {
  it('makes one administrator with a random password on the first start, and none on the second', async () => {
    const first = await start()
    expect(first.firstAdmin?.password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
    const second = await first.restart()
    expect(second.firstAdmin).toBeNull()
    expect(await signIn(second, 'admin', first.firstAdmin?.password ?? '')).not.toBeNull()
  })

  it('allows nothing but changing the password until the first password is changed', async () => {
    const cms = await start()
    const first = cms.firstAdmin?.password ?? ''
    const session = await signIn(cms, 'admin', first)
    if (session === null) throw new Error('no session')
    expect((await cms.call('GET', '/api/displays', { as: session })).body).toMatchObject({
      code: 'password-change-required',
    })
    const next = 'とても長いひみつの合言葉です'
    const changed = await cms.call('POST', '/api/session/password', { as: session, body: { current: first, next } })
    expect(changed).toMatchObject({ status: 200, body: { user: { username: 'admin', mustChangePassword: false } } })
    expect(JSON.stringify(changed.body)).not.toContain('passwordHash')
    // The old session has ended, the new cookie works, and so does the new password.
    expect((await cms.call('GET', '/api/session', { as: session })).status).toBe(401)
    const fresh = { cookie: changed.headers.get('set-cookie')?.split(';')[0] ?? '' }
    expect((await cms.call('GET', '/api/displays', { as: fresh })).status).toBe(200)
    expect(await signIn(cms, 'admin', next)).not.toBeNull()
    expect(await signIn(cms, 'admin', first)).toBeNull()
  })

  it('slows down guessing: after five wrong passwords even the right one has to wait', async () => {
    const cms = await start()
    for (let i = 0; i < 5; i++) expect(await signIn(cms, 'admin', 'wrong password')).toBeNull()
    const locked = await cms.call('POST', '/api/session', {
      body: { username: 'admin', password: cms.firstAdmin?.password },
    })
    expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-tries' } })
  })

  it('shuts no one out of an account from elsewhere: another address can still sign in', async () => {
    const cms = await start({ env: { AKARI_TRUST_PROXY: '1' } })
    const from = (ip: string, password: string | undefined) =>
      cms.call('POST', '/api/session', { body: { username: 'admin', password }, headers: { 'x-forwarded-for': ip } })
    for (let i = 0; i < 5; i++) expect((await from('192.0.2.1', 'wrong password')).status).toBe(401)
    expect((await from('192.0.2.1', cms.firstAdmin?.password)).status).toBe(429)
    expect((await from('192.0.2.2', cms.firstAdmin?.password)).status).toBe(201)
  })

  it('lets the owner of a reset password sign in at once, whatever was tried before', async () => {
    const cms = await start()
    for (let i = 0; i < 6; i++) expect(await signIn(cms, 'admin', 'wrong password')).toBeNull()
    const [admin] = User.array().parse((await cms.call('GET', '/api/users', { as: cms.local })).body)
    const reset = await cms.call('POST', `/api/users/${admin?.id}/password`, { as: cms.local })
    expect(await signIn(cms, 'admin', UserWithPassword.parse(reset.body).password)).not.toBeNull()
  })

  it('gives a cookie that scripts cannot read and other sites cannot send, and forgets it on signing out', async () => {
    const cms = await start()
    const answer = await cms.call('POST', '/api/session', {
      body: { username: 'admin', password: cms.firstAdmin?.password },
    })
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/i)
    const session = { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' }
    expect(
      (await cms.call('DELETE', '/api/session', { as: session, headers: { origin: 'https://evil.example' } })).body,
    ).toMatchObject({ code: 'foreign-origin' })
    expect((await cms.call('DELETE', '/api/session', { as: session })).status).toBe(204)
    expect((await cms.call('GET', '/api/session', { as: session })).status).toBe(401)
  })

  it('keeps the last administrator, and names each wrong field of bad input', async () => {
    const cms = await start()
    const users = await cms.call('GET', '/api/users', { as: cms.local })
    const [admin] = users.body as { id: string }[]
    expect((await cms.call('DELETE', `/api/users/${admin?.id}`, { as: cms.local })).body).toMatchObject({
      code: 'last-admin',
    })
    expect(
      (await cms.call('PATCH', `/api/users/${admin?.id}`, { as: cms.local, body: { role: 'viewer' } })).status,
    ).toBe(409)
    const bad = await cms.call('POST', '/api/users', {
      as: cms.local,
      body: { username: 'A B', name: '', role: 'king' },
    })
    expect(bad).toMatchObject({
      status: 400,
      body: { code: 'malformed', errors: [{ path: 'username' }, { path: 'name' }, { path: 'role' }] },
    })
  })
})
