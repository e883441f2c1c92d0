import { openAlertState, openKeyManifest } from '@akari/node-kit'
import { AuditEntry, CarriedFile, type Channel } from '@akari/protocol'
import { expect, it } from 'vitest'
import { type Caller, onEachEngine, type RunningCms } from '../../testing/running-cms.ts'
import { signedIn } from '../../testing/staff.ts'

async function carry(cms: RunningCms, channel: Channel): Promise<CarriedFile> {
  return CarriedFile.parse((await cms.call('POST', '/api/alerts/carry', { body: { channel }, as: cms.local })).body)
}

onEachEngine((start) => {
  it('gives out the newest state of one channel with the keys in force, and says until when it stands', async () => {
    const cms = await start()
    const body = { channel: 'live', templateId: 'building-fire', target: { kind: 'all' }, minutes: 30, requestId: 'f' }
    await cms.call('POST', '/api/alerts', { body, as: cms.local })
    const { name, file, inForce, endsAt } = await carry(cms, 'live')
    expect(name).toMatch(/^akari-live-\d{8}-\d{4}\.json$/)
    expect(file.drill).toBeUndefined()
    const manifest = openKeyManifest(file.keys, file.keys?.key ?? '')
    if (!manifest.ok) throw new Error(manifest.reason)
    const opened = openAlertState(file.live, 'live', manifest.manifest.keys.live)
    if (!opened.ok) throw new Error(opened.reason)
    expect(inForce).toBe(1)
    expect(endsAt).toBe(opened.state.alerts[0]?.expiresAt)
  })

  it('carries the drill under its own name and key, and an empty state as one', async () => {
    const cms = await start()
    expect(await carry(cms, 'drill')).toMatchObject({
      name: expect.stringMatching(/^akari-drill-/),
      file: { drill: { key: expect.any(String) } },
      inForce: 0,
      endsAt: null,
    })
    expect((await carry(cms, 'drill')).file.live).toBeUndefined()
  })

  it('is written into the audit log, and is for those who may send out alerts', async () => {
    const cms = await start()
    await carry(cms, 'live')
    const entries = AuditEntry.array().parse((await cms.call('GET', '/api/audit', { as: cms.local })).body)
    expect(entries.map(({ action }) => action)).toContain('alert.carried.live')
    const asked = async (as?: Caller) =>
      (await cms.call('POST', '/api/alerts/carry', { body: { channel: 'live' }, ...(as === undefined ? {} : { as }) }))
        .status
    expect(await asked()).toBe(401)
    expect(await asked(await signedIn(cms, 'editor', 'editor'))).toBe(403)
    expect(await asked(await signedIn(cms, 'disaster', 'disaster'))).toBe(200)
  })
})
