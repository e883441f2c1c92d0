import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PlaylistFault } from './playlist-fault.ts'
import { readPlaylist } from './playlist.ts'

const media = (...lines: string[]) => ['#EXTM3U', '#EXT-X-TARGETDURATION:2', ...lines, ''].join('\n')

function faultOf(text: string): string {
  try {
    readPlaylist(text)
  } catch (err) {
    if (err instanceof PlaylistFault) return err.fault
    throw err
  }
  return 'none'
}

describe('a playlist that is read', () => {
  it('says how far it is, when that was, and whether it is over', () => {
    const text = media(
      '#EXT-X-MEDIA-SEQUENCE:70',
      '#EXT-X-PROGRAM-DATE-TIME:2026-11-28T10:00:00.000+09:00',
      '#EXTINF:2.0,',
      '70.ts',
      '#EXT-X-DISCONTINUITY',
      '#EXTINF:1.5,a title, with a comma',
      '71.ts',
    )
    const expected = {
      kind: 'media',
      targetMs: 2000,
      next: { sequence: 72, parts: 0 },
      newest: '71.ts',
      endsAtMs: Date.parse('2026-11-28T10:00:03.500+09:00'),
    }
    expect(readPlaylist(text)).toEqual({ ...expected, isOver: false })
    expect(readPlaylist(`${text}#EXT-X-ENDLIST\r\n`)).toEqual({ ...expected, isOver: true })
  })

  it('counts the parts of a segment that is still being made, and segments that a delta leaves out', () => {
    const text = media(
      '#EXT-X-MEDIA-SEQUENCE:10',
      '#EXT-X-SKIP:SKIPPED-SEGMENTS=3',
      '#EXT-X-PROGRAM-DATE-TIME:2026-11-28T10:00:00Z',
      '#EXT-X-PART:DURATION=1.0,URI="13.0"',
      '#EXTINF:2.0,',
      '13.ts',
      '#EXT-X-PART:DURATION=0.5,URI="14.0",INDEPENDENT=YES',
      '#EXT-X-PART:DURATION=0.5,URI="14.1"',
      '#EXT-X-PRELOAD-HINT:TYPE=PART,URI="14.2"',
    )
    expect(readPlaylist(text)).toMatchObject({
      next: { sequence: 14, parts: 2 },
      endsAtMs: Date.parse('2026-11-28T10:00:03Z'),
    })
  })

  it('is told from a list of variants, of which the first is known', () => {
    const text =
      '#EXTM3U\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x",URI="a.m3u8"\n#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n'
    expect(readPlaylist(text)).toEqual({ kind: 'master', first: 'v.m3u8' })
  })

  it('knows every segment and nothing else, whatever stands between', () => {
    const noise = fc.constantFrom('', '# a comment', '#EXT-X-BITRATE:800', '#EXT-X-GAP', '#EXT-X-BYTERANGE:10@0')
    const segment = fc.tuple(fc.array(noise, { maxLength: 3 }), fc.integer({ min: 1, max: 2000 }))
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 30 }), fc.nat(1_000_000), (segments, first) => {
        const lines = segments.flatMap(([between, ms], i) => [
          ...between,
          `#EXTINF:${(ms / 1000).toFixed(3)},`,
          `${i}.ts`,
        ])
        const read = readPlaylist(media(`#EXT-X-MEDIA-SEQUENCE:${first}`, ...lines))
        expect(read).toMatchObject({ next: { sequence: first + segments.length, parts: 0 }, endsAtMs: null })
      }),
    )
  })
})

describe('a playlist that is refused', () => {
  it.each([
    ['a page', '<!doctype html><title>404</title>', 'noPlaylist'],
    ['nothing', '', 'noPlaylist'],
    ['one without end', `#EXTM3U\n${'#EXTINF:1,\na.ts\n'.repeat(100_000)}`, 'tooLarge'],
    ['one of countless variants', `#EXTM3U\n${'#EXT-X-STREAM-INF:BANDWIDTH=1\nv.m3u8\n'.repeat(101)}`, 'tooLarge'],
    ['one without a longest segment', '#EXTM3U\n#EXTINF:1,\na.ts\n', 'durations'],
    ['one whose segments last for hours', '#EXTM3U\n#EXT-X-TARGETDURATION:86400\n', 'durations'],
    ['a segment longer than the longest', media('#EXTINF:9.0,', 'a.ts'), 'durations'],
    ['a segment that ends before it begins', media('#EXTINF:-1.0,', 'a.ts'), 'durations'],
    ['a segment of no number', media('#EXTINF:NaN,', 'a.ts'), 'durations'],
    ['segments of nothing', media('#EXTINF:0,', 'a.ts', '#EXTINF:0.0,', 'b.ts'), 'durations'],
    ['a part longer than the longest', media('#EXT-X-PART:DURATION=60,URI="p"'), 'durations'],
    ['a clock that is none', media('#EXT-X-PROGRAM-DATE-TIME:yesterday', '#EXTINF:2,', 'a.ts'), 'clock'],
    [
      'a clock that goes back',
      media(
        '#EXT-X-PROGRAM-DATE-TIME:2026-11-28T10:00:00Z',
        '#EXTINF:2,',
        'a.ts',
        '#EXT-X-PROGRAM-DATE-TIME:2026-11-28T09:59:00Z',
        '#EXTINF:2,',
        'b.ts',
      ),
      'clock',
    ],
    ['addresses with variables', media('#EXT-X-DEFINE:NAME="h",VALUE="x"', '#EXTINF:2,', '{$h}/a.ts'), 'unknownTag'],
  ])('is %s', (_what, text, fault) => {
    expect(faultOf(text)).toBe(fault)
  })

  it('is said in a word, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(faultOf(text)).toBe('noPlaylist')
        expect(faultOf(`#EXTM3U\n${text}`)).not.toBe('none')
      }),
    )
  })
})
