import { expect, test } from 'vitest'
import { signPlaylist } from './live-sign.ts'
import { trackFor } from './live-tracks.ts'

const track = (lang?: string, isDefault = false) => ({ default: isDefault, ...(lang === undefined ? {} : { lang }) })

test('a reader gets the nearest language there is, however its tag is written', () => {
  const tracks = [track('jpn'), track('en-GB'), track('zh-CN')]
  expect([trackFor(tracks, 'ja'), trackFor(tracks, 'ja-x-easy'), trackFor(tracks, 'zh-Hans')]).toEqual([0, 0, 2])
  expect(trackFor(tracks, 'ko')).toBe(1)
})

test('without a language that one reads it is the one that the stream offers, or none', () => {
  expect(trackFor([track('fr'), track(undefined, true)], 'ja')).toBe(1)
  expect(trackFor([track('fr')], 'ja')).toBeNull()
})

const BASE = new URL('http://127.0.0.1:7000/live/s/index.m3u8')
const signed = (attributes: string) => `#EXTM3U\n#EXT-X-MEDIA:${attributes}\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n`

test('who signs is found by the language of a rendition of pictures', () => {
  expect(signPlaylist(signed('TYPE=VIDEO,GROUP-ID="v",NAME="手話",LANGUAGE="jsl",URI="at/sign.m3u8"'), BASE)).toBe(
    'http://127.0.0.1:7000/live/s/at/sign.m3u8',
  )
  expect(signPlaylist(signed('TYPE=AUDIO,LANGUAGE="jsl",URI="a.m3u8"'), BASE)).toBeNull()
  expect(signPlaylist(signed('TYPE=VIDEO,LANGUAGE="ja",URI="a.m3u8"'), BASE)).toBeNull()
  expect(signPlaylist(signed('TYPE=VIDEO,LANGUAGE="jsl",URI="https://example.com/a.m3u8"'), BASE)).toBeNull()
  expect(signPlaylist('<html>', BASE)).toBeNull()
})
