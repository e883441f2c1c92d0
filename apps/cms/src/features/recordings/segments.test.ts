import { expect, it } from 'vitest'
import { cutPlaylist, segmentsOf } from './segments.ts'

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

const RANGES = `#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:4
#EXT-X-MAP:URI="part?of=a",BYTERANGE="50@0"
#EXTINF:2.000,
#EXT-X-BYTERANGE:100@50
part?of=a
#EXTINF:2.000,
#EXT-X-BYTERANGE:70
part?of=a
#EXTINF:2.000,
#EXT-X-BYTERANGE:80
part?of=a
`

it('numbers segments as the stream does, and tells where it becomes another', () => {
  expect(segmentsOf(LIVE)).toEqual([
    { sequence: 7, address: 'part?of=7', offset: 0, isOther: false },
    { sequence: 8, address: 'part?of=8', offset: 0, isOther: true },
    { sequence: 9, address: 'part?of=9', offset: 0, isOther: false },
  ])
  expect(segmentsOf('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\npart?of=a\n')).toEqual([])
})

it('knows ranges of one file by where they begin, also where they say only how long they are', () => {
  expect(segmentsOf(RANGES).map(({ sequence, offset }) => [sequence, offset])).toEqual([
    [4, 50],
    [5, 150],
    [6, 220],
  ])
})

it('begins with a segment, and keeps what holds for the rest', () => {
  expect(cutPlaylist(LIVE, 9, null)).toBe(`#EXTM3U
#EXT-X-VERSION:6
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:9
#EXT-X-DISCONTINUITY-SEQUENCE:3
#EXT-X-KEY:METHOD=AES-128,URI="part?of=key"
#EXT-X-PROGRAM-DATE-TIME:2026-11-29T01:00:04.000Z
#EXTINF:2.000,
part?of=9
`)
  expect(segmentsOf(cutPlaylist(LIVE, 10, null))).toEqual([])
})

it('ends for good before another', () => {
  const cut = cutPlaylist(LIVE, 7, 8)
  expect(segmentsOf(cut)).toEqual(segmentsOf(LIVE).slice(0, 1))
  expect(cut).toMatch(/part\?of=7\n#EXT-X-ENDLIST\n$/)
  expect(cut).not.toContain('DISCONTINUITY\n')
})

it('leaves ranges where they are when those before them are left out', () => {
  expect(cutPlaylist(RANGES, 5, null)).toBe(`#EXTM3U
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:5
#EXT-X-MAP:URI="part?of=a",BYTERANGE="50@0"
#EXTINF:2.000,
#EXT-X-BYTERANGE:70@150
part?of=a
#EXTINF:2.000,
#EXT-X-BYTERANGE:80@220
part?of=a
`)
})

it('numbers what was left out where the stream does not number', () => {
  const cut = cutPlaylist('#EXTM3U\n#EXTINF:1,\npart?of=a\n#EXTINF:1,\npart?of=b\n', 1, null)
  expect(segmentsOf(cut)).toEqual([{ sequence: 1, address: 'part?of=b', offset: 0, isOther: false }])
})
