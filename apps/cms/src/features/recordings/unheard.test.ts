import { expect, it } from 'vitest'
import { segmentsOf, unheard } from './unheard.ts'

const LIVE = `#EXTM3U
#EXT-X-VERSION:6
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:7
#EXT-X-DISCONTINUITY-SEQUENCE:3
#EXT-X-KEY:METHOD=AES-128,URI="part?of=key"
#EXT-X-PROGRAM-DATE-TIME:2026-11-29T01:00:00.000Z
#EXTINF:2.000,
part?of=7
#EXT-X-DISCONTINUITY
#EXTINF:2.000,
part?of=8
#EXT-X-PROGRAM-DATE-TIME:2026-11-29T01:00:04.000Z
#EXTINF:2.000,
part?of=9
`

it('numbers segments as the stream does', () => {
  expect(segmentsOf(LIVE)).toEqual([
    { sequence: 7, address: 'part?of=7' },
    { sequence: 8, address: 'part?of=8' },
    { sequence: 9, address: 'part?of=9' },
  ])
  expect(segmentsOf('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\npart?of=a\n')).toEqual([])
  expect(segmentsOf('#EXTM3U\n#EXTINF:1,\n#EXT-X-BYTERANGE:9@0\npart?of=a\n')).toEqual([])
})

it('begins after the last segment that was heard, and keeps what holds for the rest', () => {
  expect(unheard(LIVE, ({ sequence }) => sequence === 8)).toBe(`#EXTM3U
#EXT-X-VERSION:6
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:9
#EXT-X-DISCONTINUITY-SEQUENCE:3
#EXT-X-KEY:METHOD=AES-128,URI="part?of=key"
#EXT-X-PROGRAM-DATE-TIME:2026-11-29T01:00:04.000Z
#EXTINF:2.000,
part?of=9
`)
})

it('leaves a playlist of which nothing was heard as it is, and nothing of one that was heard whole', () => {
  expect(unheard(LIVE, () => false)).toBe(LIVE)
  expect(segmentsOf(unheard(LIVE, () => true))).toEqual([])
})
