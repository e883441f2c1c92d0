import { mkdir, readdir } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { signAlertState, signKeyManifest } from '@akari/node-kit'
import type { Programme } from '@akari/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Agent } from '../agent.ts'
import { agentFor, paired, stateOf, temporaryFolder, until } from '../testing/agent-under-test.ts'
import { CmsPeer } from '../testing/cms-peer.ts'
import { someAlert, someFile, someProgramme } from '../testing/samples.ts'

const [poster, notice] = [someFile('poster'), someFile('notice')]
const PATIENCE = { timeout: 15_000 }
const BOMB = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))

let peer: CmsPeer
/** Another host, to which the CMS would like the player to turn. */
let elsewhere: Server
let visits = 0
let outer: string
let agent: Agent
/** Of the newest good programme. */
let revision = 100

beforeAll(async () => {
  elsewhere = createServer((_req, res) => {
    visits += 1
    res.end('{}')
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  peer = new CmsPeer()
  peer.files.set(poster.ref.sha256, poster.content)
  await peer.up()
  outer = await temporaryFolder()
  await mkdir(join(outer, 'data'))
  agent = await agentFor(peer, join(outer, 'data'))
  await paired(agent, peer)
  peer.issue('live', peer.sign('live', 10, [someAlert()]))
  peer.publish(someProgramme(revision, [poster.ref]))
  await until(agent, ({ programme, alerts }) => programme?.revision === revision && alerts.live?.state.revision === 10)
})
afterAll(async () => {
  await agent.close()
  await peer.down()
  elsewhere.closeAllConnections()
  await new Promise((resolve) => elsewhere.close(resolve))
})

type Harm = { what: string; do: () => void; told: RegExp }

/** A programme that is newer than the good one, with something wrong in it. */
const programme = (change: (good: Programme) => unknown) => (): void => {
  peer.files.set(notice.ref.sha256, notice.content)
  peer.publish(change(someProgramme(revision + 1, [notice.ref])) as Programme)
}
const withText = (from: string, to: string) => (good: Programme) => JSON.parse(JSON.stringify(good).replace(from, to))

/** Another answer at this address, and a reason to ask. */
const answer = (path: string, send: (res: ServerResponse) => void) => (): void => {
  peer.instead = (url, res) => {
    if (!url.startsWith(path)) return false
    send(res)
    return true
  }
  if (![PROGRAMME, FILES].includes(path)) return peer.wish({})
  peer.files.set(notice.ref.sha256, notice.content)
  peer.publish(someProgramme(revision + 1, [notice.ref]))
}
const json = (text: string) => (res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'application/json' }).end(text)
const page = (res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'text/html' }).end('<script>parent.location="//elsewhere"</script>')
const redirect = (res: ServerResponse) => {
  const address = elsewhere.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  res.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end()
}
const bomb = (res: ServerResponse) =>
  void res.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end(BOMB)
const endless = (res: ServerResponse) => {
  res.writeHead(200, { 'content-type': 'application/json' })
  const pour = (): void => {
    while (!res.destroyed && res.write(' '.repeat(64 * 1024)));
    if (!res.destroyed) res.once('drain', pour)
  }
  pour()
}
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const PROGRAMME = '/api/player/programme'
const FILES = '/api/player/files/'
const ALERTS = '/api/player/alerts'
const forged = (live: unknown) => json(JSON.stringify({ live, drill: peer.envelopes.drill }))
const stranger = new CmsPeer()

const HARMS: Harm[] = [
  {
    what: 'names a file by a path',
    do: programme(withText(notice.ref.sha256, '../../owned')),
    told: /programme-rejected malformed: /,
  },
  {
    what: 'sends a scene of an unknown kind',
    do: programme(withText('"image"', '"script"')),
    told: /programme-rejected malformed: playlists/,
  },
  {
    what: 'names a media type that is a header',
    do: programme(withText('image/png', 'text/html\\r\\nx: y')),
    told: /programme-rejected malformed: /,
  },
  {
    what: 'puts an older programme in place of the newer',
    do: programme((good) => ({ ...good, revision: revision - 1 })),
    told: /programme-rejected older than/,
  },
  {
    what: 'sends one for another display',
    do: programme((good) => ({ ...good, displayId: 'other' })),
    told: /programme-rejected for another/,
  },
  {
    what: 'leaves a file out of the list',
    do: programme((good) => ({ ...good, files: [] })),
    told: /programme-rejected a scene names/,
  },
  {
    what: 'gives one file two sizes',
    do: programme((good) => ({ ...good, files: [{ ...notice.ref, bytes: 7_000 }] })),
    told: /programme-rejected two sizes/,
  },
  {
    what: 'names a time zone that there is not',
    do: programme((good) => ({ ...good, timeZone: 'Mars/Olympus' })),
    told: /programme-rejected unknown time zone/,
  },
  {
    what: 'wants more than any disk holds',
    do: programme(() => someProgramme(revision + 1, [{ ...notice.ref, bytes: 2 ** 50 }])),
    told: /content-too-large/,
  },
  {
    what: 'sends a page in place of the programme',
    do: answer(PROGRAMME, page),
    told: /cms-answer-refused \/api\/player\/programme: no JSON/,
  },
  {
    what: 'sends the programme elsewhere',
    do: answer(PROGRAMME, redirect),
    told: /cms-answer-refused \/api\/player\/programme: a redirect/,
  },
  {
    what: 'never stops sending the programme',
    do: answer(PROGRAMME, endless),
    told: /cms-answer-refused \/api\/player\/programme: answer too large/,
  },
  {
    what: 'nests the programme a million deep',
    do: answer(PROGRAMME, json(deep(1_000_000))),
    told: /programme-rejected malformed: /,
  },
  {
    what: 'nests the alerts a million deep',
    do: answer(ALERTS, json(deep(1_000_000))),
    told: /alert-poll alert states of an unknown shape/,
  },
  {
    what: 'packs 64 MB of alerts into 64 kB',
    do: answer(ALERTS, bomb),
    told: /cms-answer-refused \/api\/player\/alerts: answer too large/,
  },
  {
    what: 'sends a page in place of the alerts',
    do: answer(ALERTS, page),
    told: /cms-answer-refused \/api\/player\/alerts: no JSON/,
  },
  {
    what: 'sends the alerts elsewhere',
    do: answer(ALERTS, redirect),
    told: /cms-answer-refused \/api\/player\/alerts: a redirect/,
  },
  {
    what: 'asks for alerts that nobody signed',
    do: () => answer(ALERTS, forged({ ...peer.sign('live', 900, []), signature: 'A'.repeat(86) }))(),
    told: /alert-rejected bad-signature/,
  },
  {
    what: 'gives a live alert that the drill key signed',
    do: () => {
      const state = {
        channel: 'live' as const,
        epoch: 9,
        revision: 900,
        issuedAt: new Date().toISOString(),
        alerts: [],
      }
      answer(ALERTS, forged(signAlertState(state, peer.drill.privateKey)))()
    },
    told: /alert-rejected wrong-channel/,
  },
  {
    what: 'gives one that another CMS signed',
    do: () => answer(ALERTS, forged(stranger.sign('live', 900, [])))(),
    told: /alert-rejected wrong-key/,
  },
  {
    what: 'gives keys of another CMS for its own',
    do: () => peer.pushKeys(signKeyManifest(stranger.manifest({ revision: 9 }), stranger.identity.privateKey)),
    told: /keys-rejected wrong-key/,
  },
  {
    what: 'asks for orders that there are not',
    do: answer('/api/player/wishes', json('{"orders":[{"id":"x","kind":"format","expiresInMs":1}]}')),
    told: /wishes-rejected/,
  },
  {
    what: 'sends values that are none',
    do: answer('/api/player/values', json('{"revision":9,"values":{"<b>":1}}')),
    told: /values-rejected/,
  },
  { what: 'sends a page in place of a picture', do: answer(FILES, page), told: /download-failing .*mismatch/ },
  { what: 'sends a picture elsewhere', do: answer(FILES, redirect), told: /download-failing .*interrupted/ },
  { what: 'never stops sending a picture', do: answer(FILES, endless), told: /download-failing .*mismatch.*size/ },
  { what: 'packs 64 MB into a picture', do: answer(FILES, bomb), told: /download-failing .*mismatch.*size/ },
  {
    what: 'sends another picture of the same size',
    do: answer(FILES, (res) => void res.end('noticE')),
    told: /download-failing .*mismatch.*sha256/,
  },
  {
    what: 'sends a part from the middle as if it were the whole',
    do: answer(FILES, (res) => void res.writeHead(206, { 'content-range': 'bytes 3-5/6' }).end('ice')),
    told: /download-failing .*refused.*206/,
  },
]

const told = () => (peer.healths.at(-1)?.faults ?? []).map(({ code, detail }) => `${code} ${detail}`)

it.each(HARMS)('shows nothing of it, writes nothing outside and reports it where a CMS $what', async (harm) => {
  expect(told().filter((line) => harm.told.test(line))).toEqual([])
  harm.do()
  await expect.poll(() => told().some((line) => harm.told.test(line)), PATIENCE).toBe(true)
  const state = await stateOf(agent)
  expect({ revision: state.programme?.revision, files: state.files }).toEqual({
    revision,
    files: [poster.ref.sha256],
  })
  expect(state.alerts.live?.state.alerts.map(({ id }) => id)).toEqual(['quake-1'])
  expect(await readdir(outer)).toEqual(['data'])
  const names = await readdir(join(outer, 'data', 'files'))
  expect(names.filter((name) => !/^[0-9a-f]{64}(\.part)?$/.test(name))).toEqual([])
  expect(names).not.toContain(notice.ref.sha256)
  expect(visits).toBe(0)

  // It means well again, and is obeyed as before.
  peer.instead = null
  revision += 10
  peer.publish(someProgramme(revision, [poster.ref]))
  await until(agent, ({ programme: now }) => now?.revision === revision, PATIENCE.timeout)
  await expect
    .poll(() => told().some((line) => /^(programme-rejected|download-failing|content-too-large)/.test(line)), PATIENCE)
    .toBe(false)
})

it('goes on showing what it has while a CMS gives it a token that would be a header, and logs in with the next', async () => {
  const token = `${'t'.repeat(40)}\r\nx: y`
  answer('/api/player/session', json(JSON.stringify({ token, expiresAt: '2030-01-01T00:00:00Z' })))()
  const asked = peer.requests.length
  peer.expireTokens()
  peer.hangUp()
  await expect
    .poll(() => peer.requests.slice(asked).filter((one) => one.endsWith('/session')).length, PATIENCE)
    .toBeGreaterThan(1)
  expect(await stateOf(agent)).toMatchObject({ link: { state: 'offline' }, programme: { revision } })
  peer.instead = null
  await until(agent, ({ link }) => link.state === 'online', PATIENCE.timeout)
})

it('hangs up on a CMS that sends more at once than any state is, and comes again', async () => {
  const { link } = await stateOf(agent)
  expect(link.state).toBe('online')
  peer.tellFeeds([{ feedId: 'much', data: 'x'.repeat(20 * 1024 * 1024) } as never])
  await until(agent, (now) => now.link.state === 'online' && now.link.since !== link.since, PATIENCE.timeout)
  expect(told().filter((line) => line.startsWith('feeds-rejected'))).toEqual([])
})
