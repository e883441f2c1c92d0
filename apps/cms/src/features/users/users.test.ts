import { ApiToken, ApiTokenWithSecret, User, UserWithPassword } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms } from '../../testing/running-cms.ts'

async function users(cms: RunningCms): Promise<User[]> {
  return User.array().parse((await cms.call('GET', '/api/users', { as: cms.local })).body)
}

async function tokens(cms: RunningCms): Promise<ApiToken[]> {
  return ApiToken.array().parse((await cms.call('GET', '/api/tokens', { as: cms.local })).body)
}

onEachEngine((start) => {
  it('keeps an account from its making to its removal; a new password ends its sessions', async () => {
    const cms = await start()
    const body = { username: 'sato', name: '佐藤', role: 'editor' }
    const made = UserWithPassword.parse((await cms.call('POST', '/api/users', { as: cms.local, body })).body)
    expect((await cms.call('POST', '/api/users', { as: cms.local, body })).body).toMatchObject({
      code: 'already-exists',
    })
    const path = `/api/users/${made.user.id}`
    expect(made.user.groups).toBeNull()
    await cms.call('PATCH', path, { as: cms.local, body: { name: '佐藤 花子', groups: ['ロビー'] } })
    expect(await users(cms)).toMatchObject([
      { username: 'admin' },
      { username: 'sato', name: '佐藤 花子', role: 'editor', groups: ['ロビー'] },
    ])

    const signIn = (password: string) => cms.call('POST', '/api/session', { body: { username: 'sato', password } })
    const opened = await signIn(made.password)
    const session = { cookie: opened.headers.get('set-cookie')?.split(';')[0] ?? '' }
    expect((await cms.call('GET', '/api/session', { as: session })).status).toBe(200)
    const reset = UserWithPassword.parse((await cms.call('POST', `${path}/password`, { as: cms.local })).body)
    expect((await cms.call('GET', '/api/session', { as: session })).status).toBe(401)
    expect((await signIn(made.password)).status).toBe(401)
    expect((await signIn(reset.password)).status).toBe(201)

    expect((await cms.call('DELETE', path, { as: cms.local })).status).toBe(204)
    expect(await users(cms)).toMatchObject([{ username: 'admin' }])
    expect((await signIn(reset.password)).status).toBe(401)
  })

  it('tells everybody who is signed in what people are called, and nothing else of them', async () => {
    const cms = await start()
    const body = { username: 'mori', name: '森 太郎', role: 'viewer' }
    const { password } = UserWithPassword.parse((await cms.call('POST', '/api/users', { as: cms.local, body })).body)
    const next = 'けやき かわせみ さくら'
    const signIn = async (word: string) => {
      const { headers } = await cms.call('POST', '/api/session', { body: { username: 'mori', password: word } })
      return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' }
    }
    await cms.call('POST', '/api/session/password', {
      as: await signIn(password),
      body: { current: password, next },
    })
    const as = await signIn(next)
    const names = await cms.call('GET', '/api/users/names', { as })
    expect(names.body).toEqual([
      { username: 'admin', name: '管理者' },
      { username: 'mori', name: '森 太郎' },
    ])
    expect((await cms.call('GET', '/api/users', { as })).status).toBe(403)
    expect((await cms.call('GET', '/api/users/names')).status).toBe(401)
  })

  it('tells a token’s secret once, when it was last used, and that it is gone', async () => {
    const cms = await start()
    const body = { name: '監視', scopes: ['metrics:read'] }
    const made = ApiTokenWithSecret.parse((await cms.call('POST', '/api/tokens', { as: cms.local, body })).body)
    expect(await tokens(cms)).toEqual([made.token])
    expect(made.token.lastUsedAt).toBeNull()
    const read = () => cms.call('GET', '/metrics', { as: { bearer: made.secret } })
    expect((await read()).status).toBe(200)
    expect((await tokens(cms))[0]?.lastUsedAt).not.toBeNull()
    const removed = () => cms.call('DELETE', `/api/tokens/${made.token.id}`, { as: cms.local })
    expect((await removed()).status).toBe(204)
    expect((await removed()).status).toBe(404)
    expect((await read()).status).toBe(401)
  })
})
