import { describe, expect, it } from 'vitest'
import { rewritePlaylist } from './rewrite-playlist.ts'

const mapped = (reference: string) => `<${reference}>`

describe('rewritePlaylist', () => {
  it('maps plain lines, and leaves tags and blank lines alone', () => {
    const text = '#EXTM3U\r\n#EXT-X-TARGETDURATION:1\r\n\r\n1.ts\r\n../b/2.ts?x=1\r\n'
    expect(rewritePlaylist(text, mapped)).toBe('#EXTM3U\n#EXT-X-TARGETDURATION:1\n\n<1.ts>\n<../b/2.ts?x=1>\n')
  })

  it('maps every URI attribute, not the words that look like one', () => {
    const text =
      '#EXT-X-KEY:METHOD=AES-128,URI="k",KEYFORMAT="identity"\n#EXT-X-MEDIA:NAME="URI",URI="s.m3u8"\n#EXT-X-PART:DURATION=0.3,URI="p"'
    expect(rewritePlaylist(text, mapped)).toBe(
      '#EXT-X-KEY:METHOD=AES-128,URI="<k>",KEYFORMAT="identity"\n#EXT-X-MEDIA:NAME="URI",URI="<s.m3u8>"\n#EXT-X-PART:DURATION=0.3,URI="<p>"',
    )
  })

  it('counts discontinuities round, however many there were', () => {
    const text = (count: string) => `#EXTM3U\n#EXT-X-DISCONTINUITY-SEQUENCE:${count}\n#EXT-X-DISCONTINUITY\n`
    expect(rewritePlaylist(text('7'), mapped)).toBe(text('7'))
    expect(rewritePlaylist(text('4096'), mapped)).toBe(text('0'))
    expect(rewritePlaylist(text('18446744073709551615'), mapped)).toBe(text('4095'))
  })

  it('makes nothing of a playlist that names what may not be named', () => {
    const refuse = () => {
      throw new Error('no')
    }
    expect(() => rewritePlaylist('#EXTM3U\n#EXT-X-MAP:URI="file:///etc/passwd"\n', refuse)).toThrow('no')
  })
})
