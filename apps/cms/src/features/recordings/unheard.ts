/** A segment by its number in the stream (EXT-X-MEDIA-SEQUENCE) and its address, as a playlist of ours names it. */
export type Listed = { sequence: number; address: string }

const SEQUENCE = /^#EXT-X-MEDIA-SEQUENCE:\s*(\d{1,15})\s*$/m
/** What is said of one segment alone. */
const OF_ONE =
  /^#(?:EXTINF|EXT-X-(?:BITRATE|DATERANGE|DISCONTINUITY|GAP|PART|PRELOAD-HINT|PROGRAM-DATE-TIME|RENDITION-REPORT)(?![A-Z-]))/

/** The segments of a media playlist in their order; none of one that lists variants, or ranges of a file. */
export function segmentsOf(text: string): Listed[] {
  if (/^#EXT-X-(?:BYTERANGE|STREAM-INF|MEDIA):/m.test(text)) return []
  const first = Number(SEQUENCE.exec(text)?.[1] ?? 0)
  return addressesOf(text).map((address, i) => ({ sequence: first + i, address }))
}

/** The playlist from the first segment on after the last of those that were heard; keys and maps stay. */
export function unheard(text: string, wasHeard: (segment: Listed) => boolean): string {
  const segments = segmentsOf(text)
  const last = segments.findLast(wasHeard)
  if (last === undefined) return text
  let sequence = segments[0]?.sequence ?? 0
  const lines = text.split('\n').filter((line) => {
    if (sequence > last.sequence) return true
    if (isAddress(line)) {
      sequence += 1
      return false
    }
    return !OF_ONE.test(line)
  })
  return lines.join('\n').replace(SEQUENCE, `#EXT-X-MEDIA-SEQUENCE:${last.sequence + 1}`)
}

function addressesOf(text: string): string[] {
  return text
    .split('\n')
    .filter(isAddress)
    .map((line) => line.trim())
}

function isAddress(line: string): boolean {
  return line.trim() !== '' && !line.startsWith('#')
}
