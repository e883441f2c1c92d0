import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recentTelegram } from '@akari/content-samples'
import { AlertDesk, ExternalTriggerResult, SourcesDesk, TelegramResult } from '@akari/protocol'
import { expect, it, onTestFinished, vi } from 'vitest'
import { configFrom } from '../../config/config.ts'
import { type RunningCms, startCms } from '../../testing/running-cms.ts'
import { startDmdataServer, telegramFrame, KEY } from './testing/dmdata-server.ts'
import { startFeedServer } from './testing/feed-server.ts'

const RAIN = '20260907135754_0_VPWW55_130000.xml'

async function desk(cms: RunningCms) {
  return AlertDesk.parse((await cms.call('GET', '/api/alerts/desk', { as: cms.local })).body)
}

async function sources(cms: RunningCms) {
  const answer = SourcesDesk.parse((await cms.call('GET', '/api/alerts/sources', { as: cms.local })).body)
  return { ...answer, byId: (id: string) => answer.sources.find((each) => each.id === id) }
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'akari-sources-'))
  onTestFinished(() => rm(path, { recursive: true, force: true }))
  return path
}

function cap(status: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>koganei-1</identifier><sender>bousai@example.jp</sender>
<sent>${new Date().toISOString().replace(/\.\d+Z$/, '-00:00')}</sent><status>${status}</status><msgType>Alert</msgType><scope>Public</scope>
<info><language>ja-JP</language><category>Safety</category><event>避難情報</event><urgency>Immediate</urgency>
<severity>Extreme</severity><certainty>Observed</certainty><headline>避難情報</headline><instruction>避難してください</instruction>
<area><areaDesc>小金井市</areaDesc><circle>35.6995,139.5030 3</circle></area></info></alert>`)
}

it('reaches out to nothing unless it is told to', async () => {
  const cms = await startCms()
  const { sources: all } = await sources(cms)
  expect(all.map(({ id, state }) => [id, state])).toEqual([
    ['cap-post', 'off'],
    ['trigger', 'off'],
  ])
  expect((await cms.call('GET', '/api/alerts/sources')).status).toBe(401)
})

it('brings a warning of a feed to the glass, and says there when the feed has fallen silent', async () => {
  const server = await startFeedServer()
  const at = new Date().toISOString()
  server.put(`/xml/data/${RAIN}`, { body: recentTelegram('vpww55-level4.xml') })
  server.feed('extra', [{ name: RAIN, updated: at }], at)
  for (const name of ['eqvol', 'regular', 'extra_l', 'eqvol_l', 'regular_l']) server.feed(name, [], at)
  let later = 0
  const cms = await startCms(null, {
    now: () => new Date(Date.now() + later),
    env: { AKARI_JMA: 'on', AKARI_JMA_FEED_URL: `${server.origin}/xml/feed/` },
  })
  await vi.waitFor(async () => expect((await desk(cms)).live.alerts).toMatchObject([{ level: 4 }]), 5000)
  await vi.waitFor(
    async () => expect((await sources(cms)).byId('jma')).toMatchObject({ state: 'ok', telegrams: 1 }),
    5000,
  )
  await server.close()
  later = 20 * 60_000
  const stale = await vi.waitFor(async () => {
    const [alert] = (await desk(cms)).live.alerts
    expect(alert?.stale?.since).toBeDefined()
    return alert
  }, 10_000)
  expect(stale).toMatchObject({ phase: 'inForce', level: 4 })
  const { notices, byId } = await sources(cms)
  expect(notices.filter(({ until }) => until === null).map(({ kind }) => kind)).toEqual(['silent', 'alert-stale'])
  expect(byId('jma')?.state).toBe('failing')
  const metrics = await cms.call('GET', '/metrics', { as: cms.local })
  expect(metrics.body).toContain('akari_source_up{source="jma",kind="jma-pull",state="failing"} 0')
})

it('takes a telegram of DMDATA as it comes, once', async () => {
  const server = await startDmdataServer()
  const keyPath = join(await folder(), 'key')
  await writeFile(keyPath, `${KEY}\n`)
  const cms = await startCms(null, {
    env: {
      AKARI_DMDATA_KEY_FILE: keyPath,
      AKARI_DMDATA_API_URL: server.apiUrl.href,
      AKARI_DMDATA_DATA_URL: server.apiUrl.href,
      AKARI_DMDATA_SOCKETS: server.endpoints.map(String).join(','),
    },
  })
  await vi.waitFor(() => expect(server.sockets).toHaveLength(2), 5000)
  server.send(telegramFrame('rain', recentTelegram('vpww55-level4.xml').toString()))
  await vi.waitFor(async () => expect((await desk(cms)).live.alerts).toMatchObject([{ level: 4 }]), 5000)
  expect((await sources(cms)).byId('dmdata')).toMatchObject({
    telegrams: 1,
    errors: 0,
    links: [{ up: true }, { up: true }],
  })
})

it('takes CAP by POST from machines with the token for it only, and remembers what it refused', async () => {
  const cms = await startCms()
  expect((await cms.call('POST', '/api/alerts/cap', { raw: cap('Actual') })).status).toBe(401)
  const taken = await cms.call('POST', '/api/alerts/cap', { raw: cap('Actual'), as: cms.local })
  expect(TelegramResult.parse(taken.body)).toMatchObject({ outcome: 'raised', channel: 'live' })
  expect((await sources(cms)).byId('cap-post')).toMatchObject({ state: 'ok', telegrams: 1 })
  const refused = await cms.call('POST', '/api/alerts/cap', {
    raw: new TextEncoder().encode('<!DOCTYPE a><a/>'),
    as: cms.local,
  })
  expect([refused.status, refused.body]).toMatchObject([422, { code: 'telegram-refused' }])
  expect((await sources(cms)).byId('cap-post')).toMatchObject({ state: 'failing', errors: 1 })
})

it('sets off what the contact of a receiver is mapped to, once for each id, in the channel it names', async () => {
  const triggersPath = join(await folder(), 'triggers.json')
  await writeFile(
    triggersPath,
    JSON.stringify({ 'jalert-missile': { templateId: 'building-evacuation', minutes: 30 } }),
  )
  const cms = await startCms(null, { env: { AKARI_TRIGGERS_FILE: triggersPath } })
  const trigger = (body: unknown, as = cms.local) => cms.call('POST', '/api/alerts/external-trigger', { body, as })
  const first = await trigger({ id: 'contact-1', trigger: 'jalert-missile' })
  expect(ExternalTriggerResult.parse(first.body)).toMatchObject({ templateId: 'building-evacuation', channel: 'live' })
  await trigger({ id: 'contact-1', trigger: 'jalert-missile' })
  const [raised, ...more] = (await desk(cms)).live.alerts
  expect(more).toEqual([])
  // Nobody who could be asked raised it: it ends by itself.
  expect(raised).toMatchObject({ remindAt: null, expiresAt: expect.any(String) })
  await trigger({ id: 'contact-2', trigger: 'jalert-missile', channel: 'drill' })
  const after = await desk(cms)
  expect([after.live.alerts.length, after.drill.alerts.length]).toEqual([1, 1])
  const unknown = await trigger({ id: 'contact-3', trigger: 'constructor' })
  expect([unknown.status, unknown.body]).toMatchObject([404, { code: 'not-found' }])
  expect((await cms.call('POST', '/api/alerts/external-trigger', { body: { id: 'a', trigger: 'b' } })).status).toBe(401)
})

it('takes a file that was dropped into the watched folder', async () => {
  const watched = await folder()
  const cms = await startCms(null, { env: { AKARI_WATCH_FOLDER: watched } })
  await writeFile(join(watched, RAIN), recentTelegram('vpww55-level4.xml'))
  await vi.waitFor(async () => expect((await desk(cms)).live.alerts).toMatchObject([{ level: 4 }]), 9000)
})

it.each([
  ['AKARI_JMA_OFFICES', 'Tokyo'],
  ['AKARI_JMA_FEED_URL', 'https://example.org/feed'],
  ['AKARI_CAP_URLS', 'file:///etc/passwd'],
  ['AKARI_SOURCE_SILENT_MINUTES', '0'],
])('stops the start over a bad %s', (variable, value) => {
  expect(() => configFrom({ [variable]: value }, '/')).toThrow(variable)
})

it.each([
  ['AKARI_DMDATA_KEY_FILE', '/nowhere/key'],
  ['AKARI_TRIGGERS_FILE', '/nowhere/triggers.json'],
])('stops the start when the file of %s is not there', async (variable, value) => {
  await expect(startCms(null, { env: { [variable]: value } })).rejects.toThrow(variable)
})
