import { createLogger, pause as realPause } from '@akari/node-kit'
import { expect, it, onTestFinished, vi } from 'vitest'
import { sourceMonitor } from '../source-monitor.ts'
import { settableClock } from '../testing/clock.ts'
import { KEY, sentTelegram, startDmdataServer, telegramFrame } from '../testing/dmdata-server.ts'
import { rememberingIngest } from '../testing/ingest.ts'
import { dmdataApi } from './api.ts'
import { startDmdataLink } from './link.ts'

const CLASSIFICATIONS = ['eew.warning', 'telegram.weather']

type Options = {
  key?: string
  silentMs?: number
  connect?: boolean
  places?: number
  sent?: ReturnType<typeof sentTelegram>[]
}

async function rig(options: Options = {}) {
  const server = await startDmdataServer(options.places === undefined ? {} : { places: options.places })
  server.archive.push(...(options.sent ?? []))
  const clock = settableClock('2026-09-07T14:00:00Z')
  const into = rememberingIngest()
  const gaps: { from: Date; to: Date }[] = []
  const waits: number[] = []
  const monitor = sourceMonitor({
    id: 'dmdata',
    kind: 'dmdata',
    label: 'test',
    now: clock.now,
    rhythm: { lateMs: 150_000, silentMs: 600_000 },
  })
  const link = startDmdataLink({
    api: dmdataApi({
      apiUrl: server.apiUrl,
      dataUrl: server.apiUrl,
      key: options.key ?? KEY,
      classifications: CLASSIFICATIONS,
    }),
    endpoints: server.endpoints,
    classifications: CLASSIFICATIONS,
    weatherOffices: ['気象庁本庁'],
    silentMs: options.silentMs ?? 5000,
    ingest: into.ingest,
    monitor,
    onEewGap: (from, to) => gaps.push({ from, to }),
    now: clock.now,
    pause: (ms, signal) => {
      waits.push(ms)
      return realPause(20, signal)
    },
    random: () => 1,
    log: createLogger('test', { level: 'silent' }),
  })
  onTestFinished(link.close)
  if (options.connect !== false) await vi.waitFor(() => expect(server.sockets).toHaveLength(2))
  return { server, clock, into, gaps, waits, monitor, link }
}

it('asks for a ticket for each line with key, classifications and drills, and holds one line in each region', async () => {
  const { server, monitor } = await rig()
  const posts = server.asked.filter(({ method }) => method === 'POST')
  expect(posts.map(({ url }) => url)).toEqual(['/v2/socket', '/v2/socket'])
  expect(server.asked[0]?.body).toEqual({
    classifications: CLASSIFICATIONS,
    types: ['!VXSE44'],
    test: 'including',
    appName: 'Akari',
    formatMode: 'raw',
  })
  expect([server.region('tokyo').length, server.region('osaka').length]).toEqual([1, 1])
  await vi.waitFor(() => expect(monitor.view()).toMatchObject({ state: 'ok', links: [{ up: true }, { up: true }] }))
})

it('answers every ping with its own id', async () => {
  const { server } = await rig()
  server.send({ type: 'ping', pingId: 'p-1' })
  server.send({ type: 'ping', pingId: 'p-2' })
  for (const { frames } of server.sockets) {
    await vi.waitFor(() =>
      expect(frames).toEqual([
        { type: 'pong', pingId: 'p-1' },
        { type: 'pong', pingId: 'p-2' },
      ]),
    )
  }
})

it('takes a telegram that comes over both lines once', async () => {
  const { server, into, monitor } = await rig()
  server.send(telegramFrame('a', '<Report>雨</Report>'))
  server.send(telegramFrame('b', '<Report>風</Report>'))
  server.send(telegramFrame('a', '<Report>雨</Report>'))
  await vi.waitFor(() => expect(into.taken).toHaveLength(2))
  server.send({ type: 'ping', pingId: 'after' })
  await vi.waitFor(() => expect(server.sockets.every(({ frames }) => frames.length === 1)).toBe(true))
  expect(into.taken.map(({ text }) => JSON.parse(text))).toEqual([
    telegramFrame('a', '<Report>雨</Report>'),
    telegramFrame('b', '<Report>風</Report>'),
  ])
  expect(monitor.view()).toMatchObject({ telegrams: 2, lagMs: 0 })
})

it('goes on over one line when the other dies, and comes back with a new ticket', async () => {
  const { server, into, gaps, monitor } = await rig()
  for (const { ws } of server.region('tokyo')) ws.terminate()
  server.send(telegramFrame('while', '<Report/>'), server.region('osaka'))
  await vi.waitFor(() => expect(into.taken).toHaveLength(1))
  await vi.waitFor(() => expect(server.region('tokyo')).toHaveLength(1))
  expect(server.asked.filter(({ method }) => method === 'POST')).toHaveLength(3)
  expect(new Set(server.sockets.map(({ id }) => id))).toEqual(new Set([3, server.region('osaka')[0]?.id]))
  expect(gaps).toEqual([])
  expect(monitor.alarms()).toEqual([])
})

it('cuts off a half-open line, frees its place, and connects again', async () => {
  const { server } = await rig({ silentMs: 150 })
  const [frozen] = server.region('tokyo')
  server.freeze('tokyo')
  const beat = setInterval(() => server.send({ type: 'ping', pingId: 'p' }, server.region('osaka')), 40)
  onTestFinished(() => clearInterval(beat))
  await vi.waitFor(() => expect(server.removed).toContain(frozen?.id), 3000)
  await vi.waitFor(() => expect(server.region('tokyo').some(({ id }) => id !== frozen?.id)).toBe(true), 3000)
})

it('alarms while no line is up, and notes the gap that no telegram of an earthquake warning can fill', async () => {
  const { server, clock, gaps, monitor, into } = await rig()
  server.answers.refuseWith = { status: 503, message: 'Service unavailable.' }
  clock.pass({ seconds: 30 })
  for (const { ws } of server.sockets) ws.terminate()
  await vi.waitFor(() => expect(monitor.alarms()).toMatchObject([{ kind: 'link-lost' }]))
  expect(monitor.view()).toMatchObject({ state: 'late', links: [{ up: false }, { up: false }] })
  clock.pass({ seconds: 60 })
  server.answers.refuseWith = null
  await vi.waitFor(() => expect(gaps).toHaveLength(1))
  expect(gaps[0]).toEqual({ from: new Date('2026-09-07T14:00:00Z'), to: new Date('2026-09-07T14:01:30Z') })
  expect(monitor.alarms()).toEqual([])
  expect(into.taken).toEqual([])
})

it('waits longer after each failure, by its share of chance, and longer still for a refused key', async () => {
  const down = await rig({ connect: false, places: 0 })
  await vi.waitFor(() => expect(down.waits.length).toBeGreaterThan(11))
  expect(down.waits.slice(0, 4)).toEqual([1000, 1000, 2000, 2000])
  expect(down.waits.at(-1)).toBeLessThanOrEqual(60_000)
  const refused = await rig({ connect: false, key: 'wrong' })
  await vi.waitFor(() => expect(refused.waits.length).toBeGreaterThan(1))
  expect(refused.waits.slice(0, 2)).toEqual([60_000, 60_000])
  expect(refused.monitor.view().lastError?.message).toContain('401 Authentication failed.')
})

it('reports an error frame, and hangs up only when it says so', async () => {
  const { server, monitor } = await rig()
  const [before] = server.region('osaka')
  server.send({ type: 'error', error: 'Something small.', code: 4641, close: false }, server.region('osaka'))
  await vi.waitFor(() => expect(monitor.view().lastError?.message).toContain('4641 Something small.'))
  expect(server.region('osaka')).toEqual([before])
  server.send({ type: 'error', error: 'The contract was changed.', code: 4891, close: true }, server.region('osaka'))
  await vi.waitFor(() => expect(server.region('osaka')[0]?.id).toBeGreaterThan(2))
})

it('counts the hourly line test as a heartbeat, never as a telegram, and misses it', async () => {
  const { server, clock, into, monitor } = await rig()
  const head = {
    type: 'VXSE42',
    author: 'RJTD',
    time: '2026-09-07T15:00:00.000Z',
    designation: null,
    test: true,
    xml: true,
  }
  clock.pass({ minutes: 90 })
  server.send(telegramFrame('beat', '<Report/>', { classification: 'eew.warning', head }))
  server.send(telegramFrame('news', '<Report/>'))
  await vi.waitFor(() => expect(into.taken).toHaveLength(1))
  clock.pass({ minutes: 90 })
  expect(monitor.alarms()).toEqual([])
  clock.pass({ minutes: 40 })
  expect(monitor.alarms()).toMatchObject([{ kind: 'heartbeat-missing' }])
})

it('survives frames that are none, and tries again when a telegram cannot be stored', async () => {
  const { server, into, monitor } = await rig()
  server.send('{not json')
  server.send({ type: 'data', id: 'torn' })
  into.trouble.next = 2
  server.send(telegramFrame('good', '<Report/>'))
  await vi.waitFor(() => expect(into.taken).toHaveLength(1))
  expect(server.sockets).toHaveLength(2)
  expect(monitor.view().errors).toBeGreaterThanOrEqual(4)
})

it('closes without leaving a connection behind', async () => {
  const { server, link } = await rig()
  await link.close()
  await vi.waitFor(() => expect(server.sockets).toEqual([]))
})

it('reads at its start what was sent in the last day, oldest first, of the kinds and the office that concern the place', async () => {
  const { into, server, monitor } = await rig({
    sent: [
      sentTelegram('e', 'VPWW55', '2026-09-07T13:50:00.000Z'),
      sentTelegram('d', 'VPWW55', '2026-09-07T13:40:00.000Z', '大阪管区気象台'),
      sentTelegram('c', 'VPFD51', '2026-09-07T12:00:00.000Z'),
      sentTelegram('b', 'VXKO70', '2026-09-07T06:00:00.000Z', '関東地方整備局 気象庁本庁'),
      sentTelegram('a', 'VPWW56', '2026-09-06T13:59:00.000Z'),
    ],
  })
  await vi.waitFor(() => expect(monitor.view().state).toBe('ok'))
  expect(into.taken.map(({ text }) => text)).toEqual(['<Report>b</Report>', '<Report>e</Report>'])
  expect(server.asked.filter(({ url }) => url.startsWith('/v1/')).map(({ url }) => url)).toEqual(['/v1/b', '/v1/e'])
})

it('fills a gap from the list, each telegram once, and is not complete before', async () => {
  const { server, clock, into, monitor } = await rig()
  await vi.waitFor(() => expect(monitor.view().state).toBe('ok'))
  server.send(telegramFrame('known', '<Report/>'))
  await vi.waitFor(() => expect(into.taken).toHaveLength(1))
  server.answers.refuseWith = { status: 503, message: 'Service unavailable.' }
  server.answers.refuseLists = true
  clock.pass({ seconds: 90 })
  for (const { ws } of server.sockets) ws.terminate()
  await vi.waitFor(() => expect(monitor.alarms()).toHaveLength(1))
  server.archive.push(
    sentTelegram('missed', 'VTSE41', '2026-09-07T14:01:10.000Z'),
    sentTelegram('known', 'VPWW55', '2026-09-07T14:00:00.000Z'),
  )
  server.answers.refuseWith = null
  await vi.waitFor(() => expect(monitor.view().lastError?.message).toContain('403 Insufficient scope'))
  expect(monitor.view().state).toBe('late')
  server.answers.refuseLists = false
  await vi.waitFor(() => expect(into.taken.at(-1)?.text).toBe('<Report>missed</Report>'))
  expect(into.taken).toHaveLength(2)
  await vi.waitFor(() => expect(monitor.view().state).toBe('ok'))
})
