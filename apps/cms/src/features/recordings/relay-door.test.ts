import { expect, it, onTestFinished } from 'vitest'
import { isInstalled } from '../run-tool.ts'
import { recordPart } from './record-part.ts'
import { type AskStream, relayDoor } from './relay-door.ts'

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
  const url = new URL(await door.urlOf('議場'))
  expect(url.hostname).toBe('127.0.0.1')
  expect(await (await fetch(url)).text()).toBe('#EXTM3U\n')
  const [, secret = ''] = url.pathname.split('/')
  const statusOf = async (path: string) => (await fetch(new URL(path, url))).status
  expect(await statusOf(url.pathname.replace(secret, `${secret.slice(1)}x`))).toBe(404)
  expect(await statusOf(url.pathname.replace('index.m3u8', 'passwd'))).toBe(404)
  expect(await statusOf('/')).toBe(404)
  expect(await statusOf('part?of=refused')).toBe(502)
  expect(await statusOf('part?of=old')).toBe(404)
  expect((await fetch(await door.urlOf('other'))).status).toBe(404)
})

it('is closed before anybody asked for it', async () => {
  await expect(relayDoor(async () => ({ kind: 'gone' })).close()).resolves.toBeUndefined()
})

it.skipIf(!(await isInstalled('ffmpeg')))(
  'records nothing of a stream that the relay refuses, nor of files that a playlist names (needs ffmpeg)',
  async () => {
    const refused = doorTo(async () => ({ kind: 'refused' }))
    const hostile = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n'
    const leading = doorTo(async () => ({ kind: 'playlist', text: hostile }))
    const heard: unknown[] = []
    for (const door of [refused, leading]) {
      const of = { url: await door.urlOf('a'), output: '/dev/null', latencyMs: () => 0 }
      const end = await recordPart('ffmpeg', of, (progress) => heard.push(progress), new AbortController().signal)
      expect(end).toBe('streamEnded')
    }
    expect(heard).toEqual([])
  },
)
