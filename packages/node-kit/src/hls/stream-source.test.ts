import { expect, it } from 'vitest'
import { ENTRY_ASK, LIST, playlistOf, source, studio } from '../testing/studio.ts'
import { streamAsk, type StreamAsk } from './stream-address.ts'

/** What a rewritten playlist asks for. */
function asksIn(text: string): StreamAsk[] {
  const references = text.match(/part\?of=[^"\n]+/g) ?? []
  return references.flatMap((reference) => {
    const [file = '', search = ''] = reference.split('?')
    return streamAsk(file, search, undefined) ?? []
  })
}

it('gives every address of a playlist one of ours, from which the same bytes come', async () => {
  const { entry, origin, asked } = await studio((req, res) => {
    if (req.url === '/live/index.m3u8') {
      return playlistOf(`${LIST}#EXT-X-KEY:METHOD=AES-128,URI="/key?a=%2F+b"\n#EXTINF:1,\nseg/1.ts?v=2\n`)(req, res)
    }
    return res.writeHead(200, { 'content-type': 'video/mp2t' }).end(`bytes of ${req.url}`)
  })
  const { ask } = source()
  const list = await ask(entry, ENTRY_ASK)
  if (list.kind !== 'playlist') throw new Error(list.kind)
  expect(list.text).not.toContain(origin)
  for (const part of asksIn(list.text)) {
    expect(await ask(entry, part)).toMatchObject({ kind: 'part', status: 200, contentType: 'video/mp2t' })
  }
  expect(asked).toEqual(['/live/index.m3u8', '/key?a=%2F+b', '/live/seg/1.ts?v=2'])
})

it('passes on ranges, and asks for news as low-latency players do without touching what is signed', async () => {
  const seen: (string | undefined)[] = []
  const { entry } = await studio((req, res) => {
    seen.push(req.url, req.headers.range)
    if (req.headers.range === undefined) return playlistOf(LIST)(req, res)
    return res.writeHead(206, { 'content-range': 'bytes 2-4/10', 'content-type': 'video/mp4' }).end('234')
  })
  const { ask } = source()
  await ask(`${entry}?sig=a%2Bb+c`, { ...ENTRY_ASK, directives: { _HLS_msn: '7', _HLS_part: '1' } })
  const part = await ask(entry, { of: new URL('/a.mp4', entry).href, directives: {}, range: 'bytes=2-4' })
  expect(part).toMatchObject({ status: 206, contentRange: 'bytes 2-4/10', body: Buffer.from('234') })
  expect(seen).toEqual(['/live/index.m3u8?sig=a%2Bb+c&_HLS_msn=7&_HLS_part=1', undefined, '/a.mp4', 'bytes=2-4'])
})

it('follows the stream to where it is sent, and then to what is named there, but to no other server', async () => {
  const segments = await studio((_req, res) => res.writeHead(200, { 'content-type': 'video/mp2t' }).end('x'))
  const lists = await studio(playlistOf(`${LIST}#EXTINF:1,\n${segments.origin}/1.ts\n`))
  const { entry } = await studio((_req, res) => res.writeHead(302, { location: lists.entry }).end())
  const { ask } = source()
  const of = `${segments.origin}/1.ts`
  expect(await ask(entry, { ...ENTRY_ASK, of })).toMatchObject({ kind: 'gone' })
  expect(await ask(entry, ENTRY_ASK)).toMatchObject({ kind: 'playlist' })
  expect(await ask(entry, { ...ENTRY_ASK, of })).toMatchObject({ kind: 'part' })
  expect(await ask(lists.entry, { ...ENTRY_ASK, of })).toMatchObject({ kind: 'gone' })
})

it.each([
  ['a device inside the network', 'http://10.0.0.1/admin'],
  ['this machine by another name', 'http://[::ffff:127.0.0.1]:9/1.ts'],
  ['a file', 'file:///etc/passwd'],
  ['bytes in the address', 'data:video/mp2t;base64,AA'],
  ['a name and a password', 'http://me:secret@127.0.0.1/1.ts'],
])('refuses the whole of a playlist that names %s, and asks for nothing of it', async (_what, reference) => {
  const { entry, asked } = await studio(playlistOf(`${LIST}#EXTINF:1,\n1.ts\n#EXT-X-MAP:URI="${reference}"\n`))
  expect(await source().ask(entry, ENTRY_ASK)).toMatchObject({ kind: 'refused', fault: 'address' })
  expect(asked).toHaveLength(1)
})

it('asks no address inside the network that nobody named', async () => {
  const { entry, asked } = await studio(playlistOf(LIST))
  expect(await source({ privateHosts: new Set() }).ask(entry, ENTRY_ASK)).toMatchObject({
    kind: 'refused',
    fault: 'inside',
    detail: expect.stringContaining('private address'),
  })
  expect(asked).toEqual([])
})

it('says what else is wrong with a stream, and never rejects', async () => {
  const { entry } = await studio((req, res) => {
    const url = req.url ?? ''
    if (url.endsWith('/page.m3u8')) return res.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (url.endsWith('/page.ts')) return res.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    if (url.endsWith('/master')) return playlistOf('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\nmaster\n')(req, res)
    if (url.endsWith('/500')) return res.writeHead(500).end()
    if (url.endsWith('/cut')) return res.writeHead(200, { 'content-length': 9 }).write('half', () => res.destroy())
    if (url.endsWith('/endless.m3u8')) return res.writeHead(200).end('#EXTM3U\n'.padEnd(2 * 1024 * 1024, '#\n'))
    return res.writeHead(410).end()
  })
  const { ask } = source()
  const of = (file: string) => ask(entry, { ...ENTRY_ASK, of: new URL(file, entry).href })
  expect(await of('page.m3u8')).toMatchObject({ kind: 'refused', fault: 'noPlaylist' })
  expect(await of('page.ts')).toMatchObject({ kind: 'refused', fault: 'noMedia' })
  expect(await of('master')).toMatchObject({ kind: 'refused', fault: 'recursive' })
  expect(await of('endless.m3u8')).toMatchObject({ kind: 'refused', fault: 'tooLarge' })
  expect(await of('500')).toMatchObject({ kind: 'unreachable' })
  expect(await of('cut')).toMatchObject({ kind: 'unreachable' })
  expect(await of('none.ts')).toMatchObject({ kind: 'gone' })
  expect(await ask('http://127.0.0.1:9/', ENTRY_ASK)).toMatchObject({ kind: 'unreachable' })
})

it.each([
  ['a device inside the network', 'http://10.0.0.1/live/index.m3u8'],
  ['an IPv6 address that means one', 'http://[::ffff:10.0.0.1]/live/index.m3u8'],
  ['the metadata of a cloud', 'http://169.254.169.254/latest'],
  ['a file', 'file:///etc/passwd'],
])('is not led to %s, neither by the stream nor by what it names', async (_what, location) => {
  const { entry, asked } = await studio((req, res) => {
    if (req.url?.endsWith('/list.m3u8') === true) return playlistOf(`${LIST}#EXTINF:1,\n1.ts\n`)(req, res)
    return res.writeHead(302, { location }).end()
  })
  const { ask } = source()
  const of = (file: string) => ask(entry, { ...ENTRY_ASK, of: new URL(file, entry).href })
  expect(await ask(entry, ENTRY_ASK)).toMatchObject({ kind: 'refused', fault: 'address' })
  expect(await of('list.m3u8')).toMatchObject({ kind: 'playlist' })
  expect(await of('1.ts')).toMatchObject({ kind: 'refused', fault: 'address' })
  expect(asked).toHaveLength(3)
})

it('refuses durations that cannot be true and clocks that go back, and stops reading what has no end', async () => {
  const at = (time: string) => `#EXT-X-PROGRAM-DATE-TIME:2026-11-30T${time}Z\n`
  const { entry } = await studio((req, res) => {
    if (req.url?.endsWith('/long') === true) return playlistOf(`${LIST}#EXTINF:3600,\n1.ts\n`)(req, res)
    if (req.url?.endsWith('/back') === true) {
      const back = `${LIST}${at('01:00:00')}#EXTINF:1,\n1.ts\n${at('00:00:00')}#EXTINF:1,\n2.ts\n`
      return playlistOf(back)(req, res)
    }
    const block = Buffer.alloc(1024 * 1024, '#\n')
    res.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' })
    const more = (): void => {
      while (!res.destroyed && res.write(block));
    }
    res.on('drain', more)
    return more()
  })
  const { ask } = source()
  const of = (file: string) => ask(entry, { ...ENTRY_ASK, of: new URL(file, entry).href })
  expect(await of('long')).toMatchObject({ kind: 'refused', fault: 'durations' })
  expect(await of('back')).toMatchObject({ kind: 'refused', fault: 'clock' })
  expect(await of('endless')).toMatchObject({ kind: 'unreachable' })
})
