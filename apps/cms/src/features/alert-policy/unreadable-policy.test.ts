import { DEFAULT_POLICY } from '@akari/alerts'
import { createLogger } from '@akari/node-kit'
import type { AlertPolicy } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../db/testing.ts'
import type { Actor } from '../../http/actor.ts'
import { alertPolicyService } from './alert-policy.service.ts'
import { alertPolicyStore } from './alert-policy.store.ts'

const LOCAL: Actor = { kind: 'local', ip: '127.0.0.1' }
const small: AlertPolicy = { rules: DEFAULT_POLICY.rules.map((rule) => ({ ...rule, name: `${rule.name}・改` })) }

onEachDatabase((open) => {
  async function rig() {
    const { alerts: db } = await open()
    const store = alertPolicyStore(db)
    const service = () =>
      alertPolicyService({
        store,
        groups: () => new Map(),
        now: () => new Date('2026-11-22T09:00:00+09:00'),
        log: createLogger('test', { level: 'silent' }),
        audit: () => Promise.resolve(),
        announce: () => undefined,
        saved: () => Promise.resolve(),
      })
    const spoil = (version: number) =>
      db.updateTable('alert_policy').set({ policy: '{"rules":[{}]}' }).where('version', '=', version).execute()
    return { service, spoil }
  }

  it('keeps the shipped table in force when the stored one cannot be read, and says so', async () => {
    const { service, spoil } = await rig()
    await service().save(LOCAL, { basedOn: 1, note: '', policy: small })
    await spoil(2)
    const after = service()
    expect(await after.refresh()).toBe(false)
    expect(after.inForce()).toMatchObject({ current: { version: 1, policy: DEFAULT_POLICY }, unreadable: true })
    await expect(after.versionOf(2)).rejects.toThrow('version 2')
  })

  it('keeps the last one it could read, and mends itself with the next version that is saved', async () => {
    const { service, spoil } = await rig()
    const here = service()
    await here.save(LOCAL, { basedOn: 1, note: '', policy: small })
    await service().refresh()
    const elsewhere = service()
    await elsewhere.refresh()
    await elsewhere.save(LOCAL, { basedOn: 2, note: '', policy: DEFAULT_POLICY })
    await spoil(3)
    await here.refresh()
    expect(here.inForce()).toMatchObject({ current: { version: 2, policy: small }, unreadable: true })
    const mended = await here.save(LOCAL, { basedOn: 2, note: '', policy: small })
    expect(mended).toMatchObject({ current: { version: 4 }, unreadable: false })
    expect((await here.versions()).map(({ version }) => version)).toEqual([4, 3, 2, 1])
  })
})
