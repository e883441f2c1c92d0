import type { lookup } from 'node:dns'
import { Agent } from 'node:http'
import { connect, type LookupFunction } from 'node:net'
import { afterEach, expect, it, vi } from 'vitest'
import { ENTRY_ASK, LIST, playlistOf, source, studio } from '../testing/studio.ts'

const OUTSIDE = '133.242.0.1'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Names that answer what they are given here, one answer after the other, the last one for ever. */
function names(answers: Record<string, string[][]>) {
  const asked: string[] = []
  const resolve = (name: string, _options: unknown, done: (err: null, found: unknown) => void): void => {
    const left = answers[name] ?? []
    const found = (left.length > 1 ? left.shift() : left[0]) ?? []
    asked.push(name)
    done(
      null,
      found.map((address) => ({ address, family: 4 })),
    )
  }
  return { asked, resolve: resolve as unknown as typeof lookup }
}

/** The internet as far as these tests need it: whatever address a connection goes to, this machine answers. */
function internet(): { reached: unknown[] } {
  const reached: unknown[] = []
  vi.spyOn(Agent.prototype, 'createConnection').mockImplementation((options) => {
    const { host, port, lookup: judge } = options as { host: string; port: number; lookup?: LookupFunction }
    const everythingHere: LookupFunction = (name, how, done) => {
      if (judge === undefined) throw new Error(`${name} is not judged`)
      judge(name, how, (err, found) => {
        if (err !== null) return done(err, '')
        reached.push(found)
        done(null, [{ address: '127.0.0.1', family: 4 }])
      })
    }
    return connect({ host, port, lookup: everythingHere })
  })
  return { reached }
}

it.each(['127.0.0.1', '10.1.2.3', '169.254.169.254', '::1'])(
  'connects to the address that it judged, and not at all when the name has turned to %s since',
  async (inside) => {
    const { asked: requests, entry } = await studio((req, res) => {
      res.setHeader('connection', 'close')
      playlistOf(`${LIST}#EXTINF:1,\n1.ts\n`)(req, res)
    })
    const stream = new URL(entry)
    stream.hostname = 'council.example'
    const { asked, resolve } = names({ 'council.example': [[OUTSIDE], [inside]] })
    const { reached } = internet()
    const { ask } = source({ resolve, privateHosts: new Set() })
    expect(await ask(stream.href, ENTRY_ASK)).toMatchObject({ kind: 'playlist' })
    // One look-up for one connection: nothing is asked a second time between judging and connecting.
    expect({ asked, reached }).toEqual({
      asked: ['council.example'],
      reached: [[{ address: OUTSIDE, family: 4 }]],
    })
    const segment = { ...ENTRY_ASK, of: new URL('1.ts', stream).href }
    expect(await ask(stream.href, segment)).toMatchObject({
      kind: 'refused',
      fault: 'inside',
      detail: `council.example leads to the private address ${inside}`,
    })
    expect(requests).toHaveLength(1)
    expect(reached).toHaveLength(1)
  },
)

it('connects to none of a name’s addresses when one of them is inside', async () => {
  const { asked: requests, entry } = await studio(playlistOf(LIST))
  const stream = entry.replace('127.0.0.1', 'council.example')
  const { resolve } = names({ 'council.example': [[OUTSIDE, '192.168.0.1']] })
  internet()
  expect(await source({ resolve, privateHosts: new Set() }).ask(stream, ENTRY_ASK)).toMatchObject({
    kind: 'refused',
    fault: 'inside',
    detail: expect.stringContaining('private address 192.168.0.1'),
  })
  expect(requests).toEqual([])
})

it.each([
  ['an address', 'http://10.0.0.1/live.m3u8', 'private address'],
  ['a name', 'http://inside.example/live.m3u8', 'private address 10.0.0.9'],
  ['a host that was named for another stream', 'http://encoder.example/live.m3u8', 'private host encoder.example'],
])('is not led into the network by way of others outside: to %s', async (_what, last, why) => {
  const { asked: requests, entry } = await studio((req, res) => {
    const { port } = new URL(`http://${req.headers.host}`)
    const next: Record<string, string> = {
      '/live/index.m3u8': `http://second.example:${port}/2`,
      '/2': `http://third.example:${port}/3`,
      '/3': last,
    }
    res.writeHead(302, { location: next[req.url ?? ''] }).end()
  })
  const first = entry.replace('127.0.0.1', 'first.example')
  const { resolve } = names({
    'first.example': [[OUTSIDE]],
    'second.example': [[OUTSIDE]],
    'third.example': [[OUTSIDE]],
    'inside.example': [['10.0.0.9']],
  })
  internet()
  const { ask } = source({ resolve, privateHosts: new Set(['encoder.example']) })
  const detail = expect.stringContaining(why)
  expect(await ask(first, ENTRY_ASK)).toMatchObject({ kind: 'refused', fault: 'address', detail })
  expect(requests).toEqual(['/live/index.m3u8', '/2', '/3'])
})

it('is led three times and no further', async () => {
  const { asked: requests, entry } = await studio((_req, res) => res.writeHead(302, { location: '/again' }).end())
  expect(await source().ask(entry, ENTRY_ASK)).toMatchObject({
    kind: 'unreachable',
    detail: expect.stringContaining('answered 302'),
  })
  expect(requests).toHaveLength(4)
})
