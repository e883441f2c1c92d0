import type { lookup } from 'node:dns'
import { createServer, type RequestListener } from 'node:http'
import { gzipSync } from 'node:zlib'
import { expect, it, onTestFinished } from 'vitest'
import { isPrivateAddress } from './addresses.ts'
import { carefulGetter } from './careful-get.ts'

const LIMITS = { maxBytes: 10_000, timeoutMs: 5000, signal: new AbortController().signal }

async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener)
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return new URL(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`)
}

function getter(options: { privateHosts?: string[]; resolve?: typeof lookup; onBytes?: (count: number) => void } = {}) {
  const { privateHosts = ['127.0.0.1'], ...rest } = options
  const made = carefulGetter({ userAgent: 'Akari/test', privateHosts: new Set(privateHosts), ...rest })
  onTestFinished(made.close)
  return made
}

/** Resolves every name to these addresses. */
function resolvingTo(...addresses: string[]): typeof lookup {
  const resolve = (_name: string, _options: unknown, done: (err: null, found: unknown) => void) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  return resolve as unknown as typeof lookup
}

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '::1',
  '::ffff:10.0.0.1',
  'fd00::1',
  'fe80::1',
  '64:ff9b::a00:1',
  '64:ff9b:1::a00:1',
  '::ffff:0:10.0.0.1',
  '2002:a00:1::',
  '2001:0:a00:1::f5ff:fffe',
  'fec0::1',
  'ff02::1',
  '3fff::1',
  '5f00::1',
  '192.88.99.1',
  'nonsense',
])('calls %s private', (address) => {
  expect(isPrivateAddress(address)).toBe(true)
})

it.each(['8.8.8.8', '172.32.0.1', '133.242.0.1', '2001:200::1', '2400::1', '2a00:1450::1'])(
  'calls %s public',
  (address) => {
    expect(isPrivateAddress(address)).toBe(false)
  },
)

it('refuses addresses inside, written or resolved, without ever connecting', async () => {
  let asked = 0
  const url = await serve((_req, res) => {
    asked += 1
    res.end('secret')
  })
  await expect(getter({ privateHosts: [] }).get(url, LIMITS)).rejects.toThrow('private address')
  const named = new URL(`http://metadata.example:${url.port}/`)
  const rebinding = getter({ privateHosts: [], resolve: resolvingTo('8.8.8.8', '127.0.0.1') })
  await expect(rebinding.get(named, LIMITS)).rejects.toThrow('private address 127.0.0.1')
  const mapped = new URL(`http://[::ffff:127.0.0.1]:${url.port}/`)
  await expect(getter({ privateHosts: [] }).get(mapped, LIMITS)).rejects.toThrow('private address')
  expect(asked).toBe(0)
})

it('reaches a private address only under the very name that was allowed', async () => {
  const url = await serve((_req, res) => res.end('hello'))
  expect(await getter().get(url, LIMITS)).toMatchObject({ status: 'fresh' })
  const other = getter({ privateHosts: ['127.0.0.1'], resolve: resolvingTo('127.0.0.1') })
  await expect(other.get(new URL(`http://other.example:${url.port}/`), LIMITS)).rejects.toThrow('private address')
})

it('follows no redirects unless it is told to', async () => {
  const url = await serve((_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
  await expect(getter().get(url, LIMITS)).rejects.toThrow('answered 302')
})

it.each([
  ['http://10.0.0.1/', 'private address'],
  ['http://127.0.0.2/', 'private address'],
  ['http://inside.example/', 'private address 10.0.0.9'],
  ['file:///etc/passwd', 'file: is not fetched'],
  ['gopher://example.org/', 'gopher: is not fetched'],
  ['http://me:secret@example.org/', 'leads to no address'],
  ['http://[', 'leads to no address'],
])('judges %s like a first address when it is redirected there', async (location, why) => {
  const url = await serve((_req, res) => res.writeHead(302, { location }).end())
  const wary = getter({ resolve: resolvingTo('10.0.0.9') })
  await expect(wary.get(url, { ...LIMITS, redirects: 3 })).rejects.toThrow(why)
})

it('takes what is secret nowhere but where it is meant for', async () => {
  const told: unknown[] = []
  const elsewhere = await serve((req, res) => {
    told.push(['elsewhere', req.headers['x-key']])
    res.end('there')
  })
  const url = await serve((req, res) => {
    told.push([req.url, req.headers['x-key']])
    if (req.url === '/here') return res.end('here')
    return res.writeHead(307, { location: req.url === '/away' ? elsewhere.href : '/here' }).end()
  })
  const limits = { ...LIMITS, redirects: 1, secretHeaders: { 'x-key': 'secret' } }
  await getter().get(new URL('/away', url), limits)
  await getter().get(new URL('/', url), limits)
  expect(told).toEqual([
    ['/away', 'secret'],
    ['elsewhere', undefined],
    ['/', 'secret'],
    ['/here', 'secret'],
  ])
})

it('walks no circle of redirects', async () => {
  const url = await serve((_req, res) => res.writeHead(302, { location: '/' }).end())
  await expect(getter().get(url, { ...LIMITS, redirects: 3 })).rejects.toThrow('answered 302')
})

it('keeps the query of an address out of what it says, and hears how long it is to wait', async () => {
  const url = await serve((_req, res) => res.writeHead(429, { 'retry-after': '120' }).end())
  const failed = await getter()
    .get(new URL('/feed?key=secret', url), LIMITS)
    .catch((err: unknown) => err)
  expect(failed).toMatchObject({ message: `${url.host}/feed: answered 429`, retryAfterMs: 120_000 })
})

it('stops at the size, whether it comes plain or swells while unpacking', async () => {
  const url = await serve((req, res) => {
    if (req.url === '/plain') return res.end(Buffer.alloc(20_000))
    return res.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)))
  })
  await expect(getter().get(new URL('/plain', url.href), LIMITS)).rejects.toThrow('more than 10000 bytes')
  await expect(getter().get(new URL('/bomb', url.href), LIMITS)).rejects.toThrow('more than 10000 bytes')
})

it('counts what came over the line, not what it unpacked to', async () => {
  const packed = gzipSync(Buffer.alloc(9000))
  const url = await serve((_req, res) => res.writeHead(200, { 'content-encoding': 'gzip' }).end(packed))
  let counted = 0
  const got = await getter({ onBytes: (count) => (counted += count) }).get(url, LIMITS)
  expect(got.status === 'fresh' && got.body.byteLength).toBe(9000)
  expect(counted).toBe(packed.byteLength)
})

it('gives up on a server that never finishes', async () => {
  const url = await serve((_req, res) => res.write('begun'))
  await expect(getter().get(url, { ...LIMITS, timeoutMs: 100 })).rejects.toThrow('no answer in time')
})

it('takes no «it has not changed» from whoever was asked for all of it', async () => {
  const url = await serve((_req, res) => res.writeHead(304).end())
  await expect(getter().get(url, LIMITS)).rejects.toThrow('answered 304')
  await expect(getter().get(url, LIMITS, { etag: null, lastModified: null })).rejects.toThrow('answered 304')
})

it('asks with both validators, and takes 304 for an answer', async () => {
  const url = await serve((req, res) => {
    const same =
      req.headers['if-none-match'] === '"a"' && req.headers['if-modified-since'] === 'Mon, 07 Sep 2026 14:00:00 GMT'
    res.writeHead(same ? 304 : 200, { etag: '"a"', 'last-modified': 'Mon, 07 Sep 2026 14:00:00 GMT' }).end()
  })
  const first = await getter().get(url, LIMITS)
  expect(await getter().get(url, LIMITS, first.status === 'fresh' ? first.validators : undefined)).toEqual({
    status: 'not-modified',
  })
})
