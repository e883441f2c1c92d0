import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLogger } from '@akari/node-kit'
import { expect, it, onTestFinished } from 'vitest'
import { sourceMonitor } from '../source-monitor.ts'
import { settableClock } from '../testing/clock.ts'
import { atomFeed, startFeedServer } from '../testing/feed-server.ts'
import { rememberingIngest } from '../testing/ingest.ts'
import { openCapPoll } from './cap-poll.ts'

const CAP = '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>1</identifier></alert>'

async function rig(options: { path?: string; privateHosts?: string[] } = {}) {
  const server = await startFeedServer()
  const clock = settableClock('2026-09-07T14:00:00Z')
  const into = rememberingIngest()
  const folder = await mkdtemp(join(tmpdir(), 'akari-cap-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const alerts: string[] = []
  const rhythm = { lateMs: 150_000, silentMs: 600_000 }
  const monitor = sourceMonitor({ id: 'cap-1', kind: 'cap-poll', label: 'test', now: clock.now, rhythm })
  const poll = await openCapPoll({
    url: new URL(options.path ?? '/cap', server.origin),
    privateHosts: options.privateHosts ?? ['127.0.0.1'],
    userAgent: 'Akari/test',
    statePath: join(folder, 'cap-1.json'),
    ingest: into.ingest,
    monitor,
    onAlerts: async (ids) => void alerts.push(...ids),
    now: clock.now,
    log: createLogger('test', { level: 'silent' }),
  })
  onTestFinished(poll.close)
  return { server, clock, into, monitor, alerts, ...poll }
}

it('takes a single CAP file when it changes, and only then', async () => {
  const { server, into, alerts, monitor, poll } = await rig()
  server.put('/cap', CAP)
  await poll()
  await poll()
  expect(server.asked.map(({ status }) => status)).toEqual([200, 304])
  expect(into.taken).toHaveLength(1)
  expect(alerts).toEqual(['alert-1'])
  server.put('/cap', CAP.replace('>1<', '>2<'))
  await poll()
  expect(into.taken).toHaveLength(2)
  expect(monitor.view()).toMatchObject({ state: 'ok', errors: 0 })
})

it('takes a CAP file in an encoding that no feed has', async () => {
  const { server, into, poll } = await rig()
  server.put('/cap', {
    body: Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${CAP}<!-- caf\u00e9 -->`, 'latin1'),
  })
  await poll()
  expect(into.taken).toHaveLength(1)
})

it('takes each message of an Atom feed once, and again when the feed says that it changed', async () => {
  const { server, into, poll } = await rig()
  const entry = (name: string, updated: string) => ({ name, updated })
  server.put('/xml/data/a.cap', `${CAP}<!-- a -->`)
  server.put('/xml/data/b.cap', `${CAP}<!-- b -->`)
  server.put(
    '/cap',
    atomFeed(
      server.origin,
      [entry('b.cap', '2026-09-07T13:00:00Z'), entry('a.cap', '2026-09-07T12:00:00Z')],
      '2026-09-07T13:00:00Z',
    ),
  )
  await poll()
  await poll()
  expect(into.names()).toEqual(['/xml/data/a.cap', '/xml/data/b.cap'])
  server.put('/cap', atomFeed(server.origin, [entry('b.cap', '2026-09-07T13:30:00Z')], '2026-09-07T13:30:00Z'))
  await poll()
  expect(into.names().at(-1)).toBe('/xml/data/b.cap')
  expect(into.taken).toHaveLength(3)
})

it('never fetches what a feed names on another host', async () => {
  const { server, into, monitor, poll } = await rig()
  const other = await startFeedServer()
  other.put('/secret', CAP)
  server.put(
    '/cap',
    atomFeed(
      server.origin,
      [{ name: 'x', updated: '2026-09-07T13:00:00Z', href: `${other.origin}/secret` }],
      '2026-09-07T13:00:00Z',
    ),
  )
  await poll()
  expect([...other.asked, ...into.taken]).toEqual([])
  expect(monitor.view().lastError?.message).toContain('not the feed')
})

it('refuses a private address that nobody allowed', async () => {
  const { server, monitor, poll } = await rig({ privateHosts: [] })
  await poll()
  expect(server.asked).toEqual([])
  expect(monitor.view()).toMatchObject({ state: 'failing', lastHeardAt: null })
})

it('tries again what could not be fetched, though the feed stays the same, and takes a refusal for an answer', async () => {
  const { server, into, monitor, poll } = await rig()
  server.put(
    '/cap',
    atomFeed(server.origin, [{ name: 'a.cap', updated: '2026-09-07T13:00:00Z' }], '2026-09-07T13:00:00Z'),
  )
  await poll()
  expect(monitor.view().lastError?.message).toContain('answered 404')
  server.put('/xml/data/a.cap', 'broken')
  await poll()
  await poll()
  expect(into.taken).toHaveLength(1)
  expect(monitor.view().lastError?.message).toContain('not a telegram')
})
