import {
  FeedSnapshot,
  FeedSnapshots,
  type FromConsole,
  RecordingView,
  SittingView,
  type ToConsole,
} from '@akari/protocol'
import { io, type Socket } from 'socket.io-client'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabases } from './db/database.ts'
import { recordingStore } from './features/recordings/recordings.store.ts'
import { NOTHING_YET } from './features/recordings/stored-recording.ts'
import { PLAN } from './features/sittings/testing/council.ts'
import { startCms } from './testing/running-cms.ts'
import { signedIn } from './testing/staff.ts'
import { LOBBY, pairedPlayer } from './testing/test-player.ts'

it('a sitting that is over says that kiosks have its recording once they do, and for no longer', async () => {
  const cms = await startCms()
  const staff = { as: cms.local }
  const lobby = await pairedPlayer(cms, { attach: 'new', display: LOBBY })
  expect((await cms.call('POST', '/api/programme/publish', { ...staff, body: {} })).status).toBe(200)
  const [startsAt, endsAt] = [-10, 60].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString())
  const plan = { ...PLAN, startsAt, endsAt, recordingUrl: null, targets: { displayIds: [lobby.displayId], groups: [] } }
  const sitting = SittingView.parse((await cms.call('POST', '/api/sittings', { ...staff, body: plan })).body)
  for (const [version, kind] of ['open', 'adjourn'].entries()) {
    const body = { step: { kind }, version }
    expect((await cms.call('POST', `/api/sittings/${sitting.id}/steps`, { ...staff, body })).status).toBe(200)
  }
  const { main, close } = await openDatabases({ dataDir: cms.dataDir, databaseUrl: null })
  onTestFinished(close)
  await recordingStore(main).insert({
    id: 'recorded',
    sittingId: sitting.id,
    captionsId: sitting.captionsId,
    startedAt: sitting.startsAt,
    state: 'ready',
    said: { title: PLAN.title, chapters: [], onKiosk: false, byHand: false },
    recorded: { ...NOTHING_YET, parts: [{ number: 1, startedAt: sitting.startsAt, durationMs: 60_000 }] },
    assetId: null,
    version: 1,
  })
  const told = async () => {
    const answer = await cms.call('GET', '/api/player/feeds', { as: { bearer: lobby.token } })
    return FeedSnapshots.parse(answer.body).feeds.find(({ feedId }) => feedId === sitting.id)
  }
  const show = async (onKiosk: boolean, version: number): Promise<void> => {
    const body = { title: PLAN.title, chapters: [], onKiosk, version }
    RecordingView.parse((await cms.call('PUT', '/api/recordings/recorded', { ...staff, body })).body)
  }
  await expect.poll(async () => (await told())?.data, { timeout: 10_000 }).toMatchObject({ phase: 'adjourned' })
  const before = await told()
  expect(before?.data).not.toHaveProperty('atKiosks')
  await show(true, 1)
  await expect.poll(async () => (await told())?.data, { timeout: 10_000 }).toHaveProperty('atKiosks', true)
  expect((await told())?.revision).toBeGreaterThan(before?.revision ?? 0)
  await show(false, 2)
  await expect.poll(async () => (await told())?.data, { timeout: 10_000 }).not.toHaveProperty('atKiosks')
})

it('a console that asks whenever it hears of sittings has in the end what the displays have', async () => {
  const cms = await startCms()
  const staff = await signedIn(cms, 'clerk', 'approver')
  const [startsAt, endsAt] = [0, 60].map((minutes) => new Date(Date.now() + minutes * 60_000).toISOString())
  const plan = { ...PLAN, startsAt, endsAt, targets: { displayIds: [], groups: [] } }
  const sitting = SittingView.parse((await cms.call('POST', '/api/sittings', { as: staff, body: plan })).body)
  const headers = 'cookie' in staff ? { cookie: staff.cookie } : {}
  const socket: Socket<ToConsole, FromConsole> = io(`${cms.url}/console`, {
    transports: ['websocket'],
    extraHeaders: headers,
  })
  onTestFinished(() => void socket.close())
  await new Promise<void>((connected) => socket.once('connect', connected))
  let last: unknown = null
  socket.on('changed', (topic) => {
    if (topic !== 'sittings') return
    void cms.call('GET', `/api/feeds/${sitting.id}/snapshot`, { as: staff }).then(({ status, body }) => {
      if (status === 200) last = FeedSnapshot.parse(body).data
    })
  })
  const body = { step: { kind: 'open' }, version: 0 }
  expect((await cms.call('POST', `/api/sittings/${sitting.id}/steps`, { as: staff, body })).status).toBe(200)
  await expect.poll(() => last, { timeout: 10_000 }).toMatchObject({ phase: 'inSession' })
})
