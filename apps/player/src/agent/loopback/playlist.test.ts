import { describe, expect, it } from 'vitest'
import { rewritePlaylist } from './playlist.ts'

const base = new URL('http://studio.example/live/a/index.m3u8')
const mapped = (url: URL) => (url.origin === base.origin ? `/at${url.pathname}${url.search}` : null)

describe('rewritePlaylist', () => {
  it('maps relative, rooted and absolute addresses, and leaves tags and blank lines alone', () => {
    const text =
      '#EXTM3U\r\n#EXT-X-TARGETDURATION:1\r\n\r\n1.ts\r\n../b/2.ts?x=1\r\n/3.ts\r\nhttp://studio.example/4.ts'
    expect(rewritePlaylist(text, base, mapped)).toBe(
      '#EXTM3U\n#EXT-X-TARGETDURATION:1\n\n/at/live/a/1.ts\n/at/live/b/2.ts?x=1\n/at/3.ts\n/at/4.ts',
    )
  })

  it('maps every URI attribute, not the words that look like one', () => {
    const text = '#EXT-X-KEY:METHOD=AES-128,URI="k",KEYFORMAT="identity"\n#EXT-X-MEDIA:NAME="URI",URI="s.m3u8"'
    expect(rewritePlaylist(text, base, mapped)).toBe(
      '#EXT-X-KEY:METHOD=AES-128,URI="/at/live/a/k",KEYFORMAT="identity"\n#EXT-X-MEDIA:NAME="URI",URI="/at/live/a/s.m3u8"',
    )
  })

  it.each([
    'https://studio.example/1.ts',
    '//other.example/1.ts',
    'data:video/mp2t;base64,AA',
    '#EXT-X-MAP:URI="file:///etc/passwd"',
  ])('refuses the whole playlist for %s', (line) => {
    expect(rewritePlaylist(`#EXTM3U\n${line}\n`, base, mapped)).toBe(null)
  })
})
