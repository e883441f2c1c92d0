import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { beforeAll, expect, it, onTestFinished } from 'vitest'
import { certificate, type Certified } from '../testing/certificate.ts'
import { ENTRY_ASK, LIST, playlistOf, source, studio } from '../testing/studio.ts'

const HOUR_MS = 3_600_000
const authority = certificate({ name: 'the authority of this test' })

beforeAll(() => {
  const before = getCACertificates()
  setDefaultCACertificates([...before, authority.cert])
  return () => setDefaultCACertificates(before)
})

/** A server of a stream with this certificate, over TLS. */
async function encoder(certified: Certified): Promise<string> {
  const server = createServer({ cert: certified.cert, key: certified.key }, playlistOf(LIST))
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return `https://127.0.0.1:${port}/live.m3u8`
}

it('plays a stream whose certificate was issued by somebody known', async () => {
  const entry = await encoder(certificate({ issuer: authority }))
  expect(await source().ask(entry, ENTRY_ASK)).toMatchObject({ kind: 'playlist' })
})

it.each([
  ['is signed by itself', 'certificateUnknown', () => certificate()],
  [
    'was issued by nobody known',
    'certificateUnknown',
    () => certificate({ issuer: certificate({ name: 'a stranger' }) }),
  ],
  [
    'has expired',
    'certificateExpired',
    () => certificate({ issuer: authority, fromMs: Date.now() - 2 * HOUR_MS, untilMs: Date.now() - HOUR_MS }),
  ],
  [
    'is not valid yet',
    'certificateEarly',
    () => certificate({ issuer: authority, fromMs: Date.now() + HOUR_MS, untilMs: Date.now() + 2 * HOUR_MS }),
  ],
  ['is that of another server', 'certificateName', () => certificate({ issuer: authority, address: '192.0.2.7' })],
])('says of a server whose certificate %s: %s', async (_what, fault, made) => {
  const { ask } = source()
  const detail = expect.not.stringContaining('use-system-ca')
  expect(await ask(await encoder(made()), ENTRY_ASK)).toMatchObject({ kind: 'unreachable', fault, detail })
})

it('says so where the server does not speak TLS', async () => {
  const { entry } = await studio(playlistOf(LIST))
  const answer = await source().ask(entry.replace('http:', 'https:'), ENTRY_ASK)
  expect(answer).toMatchObject({ kind: 'unreachable', fault: 'noTls' })
})

it('says what else keeps a server from being reached', async () => {
  const { ask } = source({ timeoutMs: 200 })
  const silent = await studio(() => {})
  expect(await ask(silent.entry, ENTRY_ASK)).toMatchObject({ fault: 'noAnswer', detail: 'no answer in time' })
  expect(await ask('http://127.0.0.1:9/live.m3u8', ENTRY_ASK)).toMatchObject({ fault: 'notAccepting' })
  const outside = source({
    resolve: ((name: string, _how: unknown, done: (err: Error) => void) =>
      done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }))) as never,
  })
  expect(await outside.ask('https://live.council.example/a.m3u8', ENTRY_ASK)).toMatchObject({ fault: 'nameUnknown' })
})
