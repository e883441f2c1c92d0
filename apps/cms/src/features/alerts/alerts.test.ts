import { readFileSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { recentTelegram } from '@akari/content-samples'
import { AlertDesk, ChannelDesk, TelegramResult } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachEngine, type RunningCms, startCms } from '../../testing/running-cms.ts'
import { connectPlayer, pairedPlayer } from '../../testing/test-player.ts'

async function ingest(cms: RunningCms, name: string): Promise<TelegramResult> {
  const answer = await cms.call('POST', '/api/alerts/telegrams', {
    raw: new Uint8Array(recentTelegram(name)),
    as: cms.local,
  })
  return TelegramResult.parse(answer.body)
}

async function desk(cms: RunningCms): Promise<AlertDesk> {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

function raise(cms: RunningCms, channel: 'live' | 'drill', requestId: string) {
  const body = { channel, templateId: 'building-fire', target: { kind: 'all' }, minutes: null, requestId }
  return cms.call('POST', '/api/alerts', { body, as: cms.local })
}

onEachEngine((start) => {
  it('never raises what says of itself that it is a drill on the live channel', async () => {
    const cms = await start()
    const body = { channel: 'live', templateId: 'test-message', target: { kind: 'all' }, minutes: null, requestId: 't' }
    expect(await cms.call('POST', '/api/alerts', { body, as: cms.local })).toMatchObject({
      status: 422,
      body: { code: 'words-refused' },
    })
    expect((await desk(cms)).live.alerts).toEqual([])
  })

  it('takes a telegram to every connected player, signed, and takes 解除 the same way', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const raised = await ingest(cms, 'vpww55-level4.xml')
    expect(raised).toMatchObject({ outcome: 'raised', channel: 'live', code: 'VPWW55', stored: true })
    const shown = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
    expect(shown).toMatchObject({ revision: raised.revision, alerts: [{ level: 4, phase: 'inForce' }] })
    expect((await ingest(cms, 'vpww55-level4.xml')).outcome).toBe('unchanged')
    expect((await ingest(cms, 'vpww55-release.xml')).outcome).toBe('cleared')
    const over = await link.until((s) => s.channel === 'live' && s.alerts[0]?.phase === 'cleared')
    expect(over.revision).toBeGreaterThan(shown.revision)
  })

  it('keeps drills in their own channel, under their own key', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    expect(await ingest(cms, 'vpww55-level4-drill.xml')).toMatchObject({ outcome: 'raised', channel: 'drill' })
    await link.until((s) => s.channel === 'drill' && s.alerts.length === 1)
    expect((await desk(cms)).live.alerts).toEqual([])
  })

  it('refuses what is not a telegram with its reason, and machines without the right token', async () => {
    const cms = await start()
    const bad = new TextEncoder().encode('<!DOCTYPE x [<!ENTITY e "x">]><Report>&e;</Report>')
    const refused = await cms.call('POST', '/api/alerts/telegrams', { raw: bad, as: cms.local })
    expect(refused).toMatchObject({ status: 422, body: { code: 'telegram-refused' } })
    const made = await cms.call('POST', '/api/tokens', {
      body: { name: '受信機', scopes: ['alerts:ingest'] },
      as: cms.local,
    })
    const { secret, token } = made.body as { secret: string; token: { id: string } }
    const raw = new Uint8Array(recentTelegram('vpww55-level2.xml'))
    const send = (bearer: string) => cms.call('POST', '/api/alerts/telegrams', { raw, as: { bearer } })
    expect((await send(secret)).body).toMatchObject({ outcome: 'raised' })
    expect((await cms.call('GET', '/api/displays', { as: { bearer: secret } })).status).toBe(403)
    await cms.call('DELETE', `/api/tokens/${token.id}`, { as: cms.local })
    expect((await send(secret)).status).toBe(401)
  })

  it('takes repeated presses of one button as one alert, and tells who has shown it', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    const first = ChannelDesk.parse((await raise(cms, 'drill', 'press-1')).body)
    const again = ChannelDesk.parse((await raise(cms, 'drill', 'press-1')).body)
    expect(again.revision).toBe(first.revision)
    expect(again.deliveries).toMatchObject([{ name: '1階ロビー', shownAt: null }])
    const { epoch, revision } = await link.until((s) => s.channel === 'drill' && s.alerts.length === 1)
    const at = new Date().toISOString()
    const stored = (ack: Parameters<typeof link.socket.emit<'alert.acknowledged'>>[1]) =>
      new Promise<void>((resolve) => link.socket.emit('alert.acknowledged', ack, resolve))
    await Promise.all([
      stored({ kind: 'received', channel: 'drill', epoch, revision, saved: true, at }),
      stored({ kind: 'shown', channel: 'drill', epoch, revision, at }),
    ])
    expect((await desk(cms)).drill.deliveries).toMatchObject([{ status: 'shown', saved: true }])
    const restarted = await cms.restart()
    expect((await desk(restarted)).drill).toMatchObject({ revision, deliveries: [{ status: 'shown', saved: true }] })
  })

  it('counts a state as seen until the display says that it sees it no longer', async () => {
    const cms = await start()
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    await raise(cms, 'live', 'press-seen')
    const { epoch, revision } = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
    const at = new Date().toISOString()
    const seen = { kind: 'seen', channel: 'live', epoch, revision, at } as const
    await new Promise<void>((resolve) => link.socket.emit('alert.acknowledged', seen, resolve))
    const delivery = async () => (await desk(cms)).live.deliveries[0]
    expect(await delivery()).toMatchObject({ status: 'seen', notSeen: false, seenAt: at })
    const health = (faults: { code: string; detail: string }[]) =>
      link.socket.emit('display.health', {
        at,
        software: 'test',
        screen: 'painting',
        onGlass: null,
        programmeRevision: null,
        content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
        clockOffsetMs: 0,
        faults,
      })
    health([{ code: 'alert-not-seen', detail: 'covered' }])
    await expect.poll(delivery).toMatchObject({ status: 'shown', notSeen: true, seenAt: at })
    health([])
    await expect.poll(delivery).toMatchObject({ status: 'seen', notSeen: false })
  })

  it('ends an alert by hand once, and says so when there is nothing to end', async () => {
    const cms = await start()
    await raise(cms, 'live', 'press-2')
    const end = () =>
      cms.call('POST', '/api/alerts/operator:press-2/end', {
        body: { channel: 'live', as: 'cancelled' },
        as: cms.local,
      })
    expect((await end()).body).toMatchObject({ alerts: [{ phase: 'cancelled' }] })
    expect((await end()).status).toBe(404)
  })

  it('lets an alert end by itself when its time is over', async () => {
    let now = new Date('2026-11-22T09:00:00+09:00')
    const cms = await start({ now: () => now })
    const body = {
      channel: 'drill',
      templateId: 'building-fire',
      target: { kind: 'all' },
      minutes: 1,
      requestId: 'short',
    }
    await cms.call('POST', '/api/alerts', { body, as: cms.local })
    const link = await connectPlayer(cms, await pairedPlayer(cms))
    const before = await link.until((s) => s.channel === 'drill' && s.alerts.length === 1)
    now = new Date('2026-11-22T09:01:01+09:00')
    const after = await link.until((s) => s.channel === 'drill' && s.revision > before.revision)
    expect(after.alerts).toEqual([])
  })

  it('raises the epoch when a display holds something newer than this server ever issued', async () => {
    const cms = await start()
    const player = await pairedPlayer(cms)
    const link = await connectPlayer(cms, player)
    const held = await link.until((s) => s.channel === 'live')
    const hello = (revision: number, epoch: number) =>
      new Promise((resolve) =>
        link.socket.emit(
          'hello',
          { protocol: 1, software: 'test', programmeRevision: null, alerts: [{ channel: 'live', epoch, revision }] },
          resolve,
        ),
      )
    await hello(held.revision + 10_000_000, held.epoch)
    const next = await link.until((s) => s.channel === 'live' && s.epoch === held.epoch + 1)
    await hello(1, next.epoch + 5_000_000)
    expect((await desk(cms)).live.epoch).toBe(next.epoch)
  })
})

it('is obeyed after yesterday’s database was put back', async () => {
  const cms = await startCms()
  const path = join(cms.dataDir, 'alerts.db')
  const player = await pairedPlayer(cms)
  const stopped = await cms.restart()
  await stopped.close()
  await copyFile(path, `${path}.yesterday`)
  const today = await cms.restart()
  await raise(today, 'live', 'today')
  const link = await connectPlayer(today, player)
  const held = await link.until((s) => s.channel === 'live' && s.alerts.length === 1)
  await today.close()
  for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true })
  await copyFile(`${path}.yesterday`, path)
  expect(readFileSync(path).byteLength).toBeGreaterThan(0)
  const back = await today.restart()
  const again = await connectPlayer(back, player)
  await new Promise((resolve) =>
    again.socket.emit('hello', { protocol: 1, software: 'test', programmeRevision: null, alerts: [held] }, resolve),
  )
  const next = await again.until((s) => s.channel === 'live' && s.epoch > held.epoch)
  expect(next.alerts).toEqual([])
  await raise(back, 'live', 'tomorrow')
  await again.until((s) => s.channel === 'live' && s.epoch === next.epoch && s.alerts.length === 1)
})
