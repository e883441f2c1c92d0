import { z } from 'zod'

/**
 * A segment by its number in the stream (EXT-X-MEDIA-SEQUENCE), its address as a playlist of ours names it, and the byte of what is
 * there that it begins with: 0 but for ranges of a file.
 */
export const Segment = z.object({ sequence: z.int().nonnegative(), address: z.string(), offset: z.int().nonnegative() })
export type Segment = z.infer<typeof Segment>
/** `isOther`: its pictures or its sound are of another kind than those before (EXT-X-DISCONTINUITY). */
export type Listed = Segment & { isOther: boolean }

const SEQUENCE = /^#EXT-X-MEDIA-SEQUENCE:\s*(\d{1,15})\s*$/m
const RANGE = /^#EXT-X-BYTERANGE:\s*(\d{1,15})(?:@(\d{1,15}))?\s*$/
/** What is said of one segment alone. */
const OF_ONE =
  /^#(?:EXTINF|EXT-X-(?:BITRATE|BYTERANGE|DATERANGE|DISCONTINUITY|GAP|PART|PRELOAD-HINT|PROGRAM-DATE-TIME|RENDITION-REPORT)(?![A-Z-]))/

/** `of`: the segment that alone it speaks of; null where it holds for all that follow. */
type Line = { text: string; of: number | null }

/** The segments of a media playlist in their order; none of one that lists variants. */
export function segmentsOf(text: string): Listed[] {
  return read(text).segments
}

/**
 * The playlist from one segment on and before another, which is where it ends for good; keys and maps stay. Both by their number.
 */
export function cutPlaylist(text: string, from: number, before: number | null): string {
  const { lines, first } = read(text)
  const kept = lines.filter(({ of }) => of === null || (of >= from && (before === null || of < before)))
  if (before !== null) kept.push({ text: '#EXT-X-ENDLIST', of: null })
  const list = kept.map((line) => `${line.text}\n`).join('')
  const numbered = `#EXT-X-MEDIA-SEQUENCE:${Math.max(first, from)}`
  return SEQUENCE.test(list) ? list.replace(SEQUENCE, numbered) : list.replace('#EXTM3U', `#EXTM3U\n${numbered}`)
}

function read(text: string): { lines: Line[]; segments: Listed[]; first: number } {
  const first = Number(SEQUENCE.exec(text)?.[1] ?? 0)
  const segments: Listed[] = []
  if (/^#EXT-X-(?:STREAM-INF|MEDIA):/m.test(text)) return { lines: [], segments, first }
  let sequence = first
  let isOther = false
  let range: { offset: number; end: number } | null = null
  let lastEnd = 0
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line): Line => {
      const said = RANGE.exec(line)
      if (said !== null) {
        // Without a beginning of its own it begins where the one before ends, which may be left out.
        const offset = said[2] === undefined ? lastEnd : Number(said[2])
        range = { offset, end: offset + Number(said[1]) }
        return { text: `#EXT-X-BYTERANGE:${said[1]}@${offset}`, of: sequence }
      }
      if (line.trim() === '#EXT-X-DISCONTINUITY') isOther = true
      if (line.trim() === '' || line.startsWith('#')) return { text: line, of: OF_ONE.test(line) ? sequence : null }
      segments.push({ sequence, address: line.trim(), offset: range?.offset ?? 0, isOther })
      lastEnd = range?.end ?? 0
      range = null
      isOther = false
      return { text: line, of: sequence++ }
    })
  return { lines, segments, first }
}
