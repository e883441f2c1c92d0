import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { expect, it, onTestFinished } from 'vitest'
import { sourceMonitor } from '../source-monitor.ts'
import { settableClock } from '../testing/clock.ts'
import { startFeedServer } from '../testing/feed-server.ts'
import { rememberingIngest } from '../testing/ingest.ts'
import { openJmaPull } from './jma-pull.ts'

const RAIN = '20260907135754_0_VPWW55_130000.xml'
const LANDSLIDE = '20260907135801_0_VPWW56_130000.xml'
const CHIBA = '20260907135755_0_VPWW55_120000.xml'
const FORECAST = '20260907135756_0_VPFD51_130000.xml'
const RIVER = '20260907135757_0_VXKO61_400000.xml'
const QUAKE = '20260907135758_0_VXSE51_270000.xml'
const SNAPSHOT = '20260907135000_0_VPWS50_010000.xml'
const OLDER_SNAPSHOT = '20260907134000_0_VPWS50_010000.xml'

async function rig(options: { budgetBytes?: number } = {}) {
  const clock = settableClock('2026-09-07T14:00:20Z')
  const server = await startFeedServer()
  const folder = await mkdtemp(join(tmpdir(), 'akari-jma-'))
  const into = rememberingIngest()
  const monitor = sourceMonitor({
    id: 'jma',
    kind: 'jma-pull',
    label: server.origin,
    now: clock.now,
    rhythm: { lateMs: 150_000, silentMs: 600_000 },
  })
  const open = async () => {
    const pull = await openJmaPull({
      feedUrl: new URL(`${server.origin}/xml/feed/`),
      offices: ['130000'],
      budgetBytes: options.budgetBytes ?? 1_000_000,
      timeZone: 'Asia/Tokyo',
      userAgent: 'Akari/test',
      statePath: join(folder, 'jma.json'),
      ingest: into.ingest,
      monitor,
      now: clock.now,
      log: createLogger('test', { level: 'silent' }),
    })
    onTestFinished(pull.close)
    return pull
  }
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const quiet = { name: '20260907100000_0_VPWW55_120000.xml', updated: clock.ago(300) }
  for (const name of ['extra', 'regular', 'extra_l', 'regular_l']) server.feed(name, [quiet], clock.ago(1))
  for (const name of ['eqvol', 'eqvol_l']) server.feed(name, [], clock.ago(1))
  return { clock, server, into, monitor, open, quiet, statePath: join(folder, 'jma.json') }
}

it('fetches what concerns the place by name alone, each telegram once, the newest first', async () => {
  const { clock, server, into, monitor, open, quiet } = await rig()
  const pull = await open()
  await pull.poll()
  const wanted = [RAIN, LANDSLIDE, CHIBA, FORECAST, RIVER].map((name, index) => ({
    name,
    updated: clock.ago(5 - index),
  }))
  server.feed('extra', [quiet, ...wanted], clock.ago(0))
  server.feed('eqvol', [{ name: QUAKE, updated: clock.ago(1) }], clock.ago(0))
  clock.pass({ minutes: 1 })
  await pull.poll()
  expect(new Set(into.names())).toEqual(new Set([RAIN, LANDSLIDE, RIVER, QUAKE]))
  expect(into.names().indexOf(RIVER)).toBeLessThan(into.names().indexOf(RAIN))
  await pull.poll()
  expect(into.taken).toHaveLength(4)
  expect(server.times(`/xml/data/${CHIBA}`) + server.times(`/xml/data/${FORECAST}`)).toBe(0)
  expect(monitor.view()).toMatchObject({ state: 'ok', telegrams: 4, errors: 0 })
})

it('says who it is, asks for gzip, and does not fetch an unchanged feed again', async () => {
  const { server, open } = await rig()
  const pull = await open()
  await pull.poll()
  await pull.poll()
  const [first, second] = server.asked.filter(({ path }) => path === '/xml/feed/extra.xml')
  expect(first?.headers).toMatchObject({ 'user-agent': 'Akari/test', 'accept-encoding': 'gzip' })
  expect(second?.status).toBe(304)
})

it('reads the long feeds and the newest snapshot at the start, and the regular feed every five minutes', async () => {
  const { clock, server, into, open } = await rig()
  server.feed('extra_l', [{ name: RAIN, updated: clock.ago(200) }], clock.ago(1))
  server.feed(
    'regular',
    [OLDER_SNAPSHOT, SNAPSHOT].map((name, i) => ({ name, updated: clock.ago(20 - i * 10) })),
    clock.ago(1),
  )
  const pull = await open()
  await pull.poll()
  expect(into.names()).toEqual([RAIN, SNAPSHOT])
  for (let minute = 0; minute < 5; minute += 1) {
    clock.pass({ minutes: 1 })
    await pull.poll()
  }
  expect(server.times('/xml/feed/regular.xml')).toBe(2)
  expect(server.times('/xml/feed/extra_l.xml')).toBe(1)
})

it('takes the newest snapshot from the long feed when the short one has none, and no forecasts with it', async () => {
  const { clock, server, into, open } = await rig()
  server.feed(
    'regular_l',
    [
      { name: SNAPSHOT, updated: clock.ago(30) },
      { name: RIVER, updated: clock.ago(40) },
    ],
    clock.ago(1),
  )
  await (await open()).poll()
  expect(into.names()).toEqual([SNAPSHOT])
})

it('fills a gap from the long feeds, and is not complete before they were written after it', async () => {
  const { clock, server, into, monitor, open } = await rig()
  const pull = await open()
  await pull.poll()
  clock.pass({ minutes: 30 })
  await pull.poll()
  expect(server.asked.filter(({ path }) => path === '/xml/feed/extra_l.xml')).toHaveLength(2)
  expect(monitor.view().state).toBe('late')
  expect(monitor.completeAt()?.toISOString()).toBe('2026-09-07T14:00:20.000Z')
  clock.pass({ minutes: 1 })
  server.feed('extra_l', [{ name: LANDSLIDE, updated: clock.ago(25) }], clock.ago(0))
  server.feed('eqvol_l', [], clock.ago(0))
  await pull.poll()
  expect(into.names()).toEqual([LANDSLIDE])
  expect(monitor.view().state).toBe('ok')
})

it('notices a short feed that was cut off, but takes a quiet hour for one', async () => {
  const { clock, server, monitor, open } = await rig()
  server.feed('extra', [{ name: CHIBA, updated: clock.ago(1) }], clock.ago(0))
  const pull = await open()
  await pull.poll()
  clock.pass({ minutes: 1 })
  server.feed('eqvol', [{ name: QUAKE, updated: clock.ago(0.5) }], clock.ago(0))
  await pull.poll()
  expect(monitor.view().state).toBe('ok')
  expect(server.times('/xml/feed/eqvol_l.xml')).toBe(2)
  clock.pass({ minutes: 1 })
  server.feed('extra', [{ name: RAIN, updated: clock.ago(0.2) }], clock.ago(0))
  await pull.poll()
  expect(server.times('/xml/feed/extra_l.xml')).toBe(2)
  expect(monitor.view().state).toBe('late')
})

it('remembers across a restart what it has fetched, and forgets names that no feed lists any more', async () => {
  const { clock, server, into, open, quiet, statePath } = await rig()
  server.feed('extra', [quiet, { name: RAIN, updated: clock.ago(1) }], clock.ago(0))
  const before = await open()
  await before.poll()
  await before.close()
  const pull = await open()
  await pull.poll()
  expect(into.names()).toEqual([RAIN])
  server.feed('extra', [quiet], clock.ago(0))
  clock.pass({ minutes: 60 * 24 * 11 })
  await pull.poll()
  const [json = ''] = (await readFile(statePath, 'utf8')).split('\n')
  expect(JSON.parse(json).seen).toEqual({})
})

it('tries a telegram again that could not be fetched or stored, though the feed stays the same', async () => {
  const { clock, server, into, monitor, open, quiet } = await rig()
  const pull = await open()
  await pull.poll()
  server.put(`/xml/data/${RAIN}`, { status: 503, body: '' })
  server.feed('extra', [quiet, { name: RAIN, updated: clock.ago(1) }], clock.ago(0))
  await pull.poll()
  expect(into.taken).toEqual([])
  server.put(`/xml/data/${RAIN}`, 'ok')
  into.trouble.next = 1
  await pull.poll()
  await pull.poll()
  expect(into.names()).toEqual([RAIN])
  expect(monitor.view()).toMatchObject({ errors: 2, telegrams: 1 })
})

it('takes a telegram that cannot be read for an answer, and says so', async () => {
  const { clock, server, into, monitor, open, quiet } = await rig()
  server.put(`/xml/data/${RAIN}`, 'broken')
  server.feed('extra', [quiet, { name: RAIN, updated: clock.ago(1) }], clock.ago(0))
  const pull = await open()
  await pull.poll()
  await pull.poll()
  expect(into.names()).toEqual([RAIN])
  expect(monitor.view().lastError?.message).toContain('not a telegram')
})

it('never follows a feed to another host', async () => {
  const { clock, server, into, monitor, open } = await rig()
  const other = await startFeedServer()
  other.put(`/xml/data/${RAIN}`, 'from elsewhere')
  server.feed('extra', [{ name: RAIN, updated: clock.ago(1), href: `${other.origin}/xml/data/${RAIN}` }], clock.ago(0))
  await (await open()).poll()
  expect([...into.taken, ...other.asked]).toEqual([])
  expect(monitor.view().lastError?.message).toContain('another host')
})

it.each([
  ['a DOCTYPE', '<!DOCTYPE feed [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom"/>'],
  ['another document', '<html xmlns="http://www.w3.org/1999/xhtml"/>'],
  ['a torn feed', '<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-09-07T14:00:00Z</updated><entry>'],
  [
    'an entry without a link',
    '<feed xmlns="http://www.w3.org/2005/Atom"><updated>2026-09-07T14:00:00Z</updated><entry><id>a</id><updated>2026-09-07T14:00:00Z</updated></entry></feed>',
  ],
])('refuses %s in place of a feed and goes on with the others', async (_what, body) => {
  const { clock, server, into, monitor, open } = await rig()
  server.put('/xml/feed/extra.xml', body)
  server.feed('eqvol', [{ name: QUAKE, updated: clock.ago(1) }], clock.ago(0))
  await (await open()).poll()
  expect(into.names()).toEqual([QUAKE])
  expect(monitor.view()).toMatchObject({ lastHeardAt: null, state: 'failing' })
})

it('is late when nothing answers, and failing when that lasts', async () => {
  const { clock, server, monitor, open } = await rig()
  const pull = await open()
  await pull.poll()
  await server.close()
  clock.pass({ minutes: 1 })
  await pull.poll()
  expect(monitor.view().state).toBe('late')
  clock.pass({ minutes: 10 })
  await pull.poll()
  expect(monitor.view().state).toBe('failing')
})

it('alarms at 80 % of the bytes for a day, spends the rest on the short feeds only, and starts anew at midnight in Japan', async () => {
  const { clock, server, monitor, open, quiet } = await rig({ budgetBytes: 40_000 })
  const noise = (size: number) => Array.from({ length: size }, () => Math.random().toString(36)).join('')
  const pull = await open()
  await pull.poll()
  expect(monitor.alarms()).toEqual([])
  server.put(`/xml/data/${RAIN}`, noise(4500))
  server.feed('extra', [quiet, { name: RAIN, updated: clock.ago(1) }], clock.ago(0))
  clock.pass({ minutes: 1 })
  await pull.poll()
  expect(monitor.alarms()).toMatchObject([{ kind: 'byte-budget' }])
  expect(monitor.view()).toMatchObject({ byteBudget: 40_000 })
  server.put(`/xml/data/${LANDSLIDE}`, noise(2000))
  server.feed('extra', [quiet, { name: LANDSLIDE, updated: clock.ago(1) }], clock.ago(0))
  await pull.poll()
  const regular = server.times('/xml/feed/regular.xml')
  clock.pass({ minutes: 6 })
  await pull.poll()
  expect(server.times('/xml/feed/regular.xml')).toBe(regular)
  expect(server.times('/xml/feed/extra.xml')).toBe(4)
  clock.pass({ minutes: 60 })
  await pull.poll()
  expect(monitor.alarms()).toEqual([])
})
