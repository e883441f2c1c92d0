import { expect, it, onTestFinished } from 'vitest'
import { isInstalled } from '../run-tool.ts'
import type { Heard } from './heard.ts'
import { recordPart } from './record-part.ts'
import { type AskStream, relayDoor } from './relay-door.ts'
import { type Segment, segmentsOf } from './segments.ts'

const FORGETS = { load: async () => [], save: () => undefined }

function doorTo(ask: AskStream) {
  const door = relayDoor(ask)
  onTestFinished(door.close)
  return door
}

it('opens to those who know its path, and hands on what the relay says', async () => {
  const door = doorTo(async (streamId, { of }) => {
    if (streamId !== '議場') return { kind: 'gone' }
    if (of === null) return { kind: 'playlist', text: '#EXTM3U\n' }
    return of === 'refused' ? { kind: 'refused' } : { kind: 'gone' }
  })
  const stream = door.follow('議場', FORGETS)
  const url = new URL((await stream.next()).url)
  expect(url.hostname).toBe('127.0.0.1')
  expect(await (await fetch(url)).text()).toBe('#EXTM3U\n')
  const [, secret = ''] = url.pathname.split('/')
  const statusOf = async (path: string) => (await fetch(new URL(path, url))).status
  expect(await statusOf(url.pathname.replace(secret, `${secret.slice(1)}x`))).toBe(404)
  expect(await statusOf(url.pathname.replace('index.m3u8', 'passwd'))).toBe(404)
  expect(await statusOf('/')).toBe(404)
  expect(await statusOf('part?of=refused')).toBe(502)
  expect(await statusOf('part?of=old')).toBe(404)
  expect((await fetch((await door.follow('other', FORGETS).next()).url)).status).toBe(404)
  stream.close()
  expect((await fetch(url)).status).toBe(404)
})

it('tells the next program what those before it were not given, and no program the same twice', async () => {
  let [first, listed] = [7, 3]
  const list = () => {
    const segments = Array.from({ length: listed }, (_, i) => `#EXTINF:1,\npart?of=${(first + i) % 8}\n`)
    return `#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n${segments.join('')}`
  }
  const door = doorTo(async (_streamId, { of }) => {
    if (of === null) return { kind: 'playlist', text: list() }
    return { kind: 'part', status: 200, body: Buffer.from(of), contentType: 'video/mp2t', contentRange: null }
  })
  const stream = door.follow('議場', FORGETS)
  const run = await stream.next()
  expect(run.from).toBe('edge')
  const textOf = async (url: string, path = '') => (await fetch(new URL(path, url))).text()
  expect(await textOf(run.url)).toBe(list())
  await textOf(run.url, 'part?of=7')
  await textOf(run.url, 'part?of=0')
  expect(await textOf(run.url)).toBe(list())
  const next = await stream.next()
  expect(next.from).toBe('next')
  expect((await fetch(run.url)).status).toBe(404)
  expect(await textOf(next.url)).toContain('#EXT-X-MEDIA-SEQUENCE:9\n#EXTINF:1,\npart?of=1\n')
  // The encoder uses its names again.
  first += 8
  listed = 2
  expect(await textOf(next.url)).toBe(list())
  expect((await door.follow('議場', FORGETS).next()).from).toBe('edge')
})

it('goes on where another follower of the stream had come, which was noted as it went', async () => {
  const list = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\npart?of=0\n#EXTINF:1,\npart?of=1\n'
  const door = doorTo(async (_streamId, { of }) => {
    if (of === null) return { kind: 'playlist', text: list }
    return { kind: 'part', status: 200, body: Buffer.from(of), contentType: 'video/mp2t', contentRange: null }
  })
  const textOf = async (url: string, path = '') => (await fetch(new URL(path, url))).text()
  let noted: readonly Segment[] = []
  const heard: Heard = {
    load: async () => noted,
    save: (segments) => {
      noted = segments
    },
  }
  const first = await door.follow('議場', heard).next()
  await textOf(first.url)
  await textOf(first.url, 'part?of=0')
  await expect.poll(() => noted).toEqual([{ sequence: 0, address: 'part?of=0', offset: 0 }])
  const other = await door.follow('議場', heard).next()
  expect(other.from).toBe('next')
  expect(segmentsOf(await textOf(other.url)).map(({ sequence }) => sequence)).toEqual([1])
})

it('is closed before anybody asked for it', async () => {
  await expect(relayDoor(async () => ({ kind: 'gone' })).close()).resolves.toBeUndefined()
})

it('records nothing of a stream that the relay refuses, nor of files that a playlist names', async ({ skip }) => {
  skip(!(await isInstalled('ffmpeg')), 'ffmpeg is not installed')
  const refused = doorTo(async () => ({ kind: 'refused' }))
  const hostile = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'
  const leading = doorTo(async () => ({ kind: 'playlist', text: hostile }))
  const heard: unknown[] = []
  for (const door of [refused, leading]) {
    const of = { run: await door.follow('a', FORGETS).next(), output: '/dev/null', latencyMs: () => 0 }
    const end = await recordPart('ffmpeg', of, (progress) => heard.push(progress), new AbortController().signal)
    expect(end).toBe('streamEnded')
  }
  expect(heard).toEqual([])
})
