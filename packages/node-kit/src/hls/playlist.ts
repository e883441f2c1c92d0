import { PlaylistFault } from './playlist-fault.ts'

/** What a relay must know of a playlist to hand it on; the rest is the player's affair. */
export type Playlist =
  /** Lists variants and renditions; `first` is the first variant as it is written there. */
  { kind: 'master'; first: string | null } | MediaPlaylist

export type MediaPlaylist = {
  kind: 'media'
  targetMs: number
  /** Media sequence number after the last segment listed, and how many parts of that one are there already. */
  next: { sequence: number; parts: number }
  /** The last segment as it is written there; null where it is a range of a file, or there is none. */
  newest: string | null
  /** Unix time of the end of what is listed; null where the stream does not say. */
  endsAtMs: number | null
  isOver: boolean
}

const MOST_CHARACTERS = 1024 * 1024
const MOST_VARIANTS = 100
const LONGEST_TARGET_SECONDS = 60
const DECIMAL = String.raw`(\d{1,9}(?:\.\d{0,9})?|\.\d{1,9})`
const EXTINF = new RegExp(`^#EXTINF:\\s*${DECIMAL}\\s*(?:,|$)`)
const TARGET = new RegExp(`^#EXT-X-TARGETDURATION:\\s*${DECIMAL}\\s*$`)
const PART_DURATION = new RegExp(`\\bDURATION=${DECIMAL}(?:,|$)`)
const SKIPPED = /^#EXT-X-SKIP:.*\bSKIPPED-SEGMENTS=(\d{1,9})/
const SEQUENCE = /^#EXT-X-MEDIA-SEQUENCE:\s*(\d{1,15})\s*$/

/**
 * Reads and judges an HLS playlist (RFC 8216 and its second edition, draft-pantos-hls-rfc8216bis). Throws PlaylistFault for what
 * is none, is too large, whose durations cannot be true, or whose own clock goes back.
 */
export function readPlaylist(text: string): Playlist {
  if (text.length > MOST_CHARACTERS) throw new PlaylistFault('tooLarge', `more than ${MOST_CHARACTERS} characters`)
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  if (lines[0]?.trim() !== '#EXTM3U') throw new PlaylistFault('noPlaylist', 'does not begin with #EXTM3U')
  if (lines.some((line) => line.startsWith('#EXT-X-DEFINE'))) {
    throw new PlaylistFault('unknownTag', 'EXT-X-DEFINE is not known here')
  }
  return lines.some((line) => /^#EXT-X-(?:STREAM-INF|MEDIA):/.test(line)) ? readMaster(lines) : readMedia(lines)
}

function readMaster(lines: readonly string[]): Playlist {
  const named = lines.filter((line) => line.trim() !== '' && (!line.startsWith('#') || /\bURI="/.test(line)))
  if (named.length > MOST_VARIANTS) throw new PlaylistFault('tooLarge', `names ${named.length} streams`)
  return { kind: 'master', first: named.find((line) => !line.startsWith('#'))?.trim() ?? null }
}

function readMedia(lines: readonly string[]): MediaPlaylist {
  const targetSeconds = Number(valueOf(lines, TARGET))
  if (!(targetSeconds > 0 && targetSeconds <= LONGEST_TARGET_SECONDS)) {
    throw new PlaylistFault('durations', 'EXT-X-TARGETDURATION is missing, or not between 1 and 60 s')
  }
  // Encoders round as they like; twice as long as the longest is no rounding.
  const longest = Math.max(2 * targetSeconds, targetSeconds + 1)
  const first = Number(valueOf(lines, SEQUENCE) ?? 0) + Number(valueOf(lines, SKIPPED) ?? 0)
  const clock = streamClock(targetSeconds * 1000)
  const inRanges = lines.some((line) => line.startsWith('#EXT-X-BYTERANGE'))
  let segments = 0
  let parts = 0
  let sum = 0
  for (const line of lines) {
    if (line.startsWith('#EXT-X-PROGRAM-DATE-TIME:')) clock.says(line.slice(line.indexOf(':') + 1).trim())
    else if (line.startsWith('#EXT-X-PART:')) {
      clock.partPasses(durationOf(PART_DURATION, line, longest))
      parts += 1
    } else if (line.startsWith('#EXTINF')) {
      const seconds = durationOf(EXTINF, line, longest)
      sum += seconds
      segments += 1
      parts = 0
      clock.segmentPasses(seconds)
    }
  }
  if (segments > 0 && sum === 0) throw new PlaylistFault('durations', 'segments without any length')
  return {
    kind: 'media',
    targetMs: targetSeconds * 1000,
    next: { sequence: first + segments, parts },
    newest: inRanges ? null : (lines.findLast((line) => line.trim() !== '' && !line.startsWith('#'))?.trim() ?? null),
    endsAtMs: clock.endsAtMs(),
    isOver: lines.some((line) => line.trim() === '#EXT-X-ENDLIST'),
  }
}

function valueOf(lines: readonly string[], pattern: RegExp): string | undefined {
  for (const line of lines) {
    const found = pattern.exec(line)
    if (found !== null) return found[1]
  }
  return undefined
}

function durationOf(pattern: RegExp, line: string, longest: number): number {
  const seconds = Number(pattern.exec(line)?.[1])
  if (!(seconds <= longest)) throw new PlaylistFault('durations', `a segment of ${line.slice(0, 40)}`)
  return seconds
}

/**
 * Follows EXT-X-PROGRAM-DATE-TIME through a playlist, which dates the segment after it; parts belong to the segment that ends
 * after them. A date may be off by a segment, not more, from what the durations before it add up to.
 */
function streamClock(toleranceMs: number) {
  let atMs: number | null = null
  let partsMs = 0
  return {
    says: (text: string): void => {
      const said = Date.parse(text)
      if (Number.isNaN(said)) throw new PlaylistFault('clock', 'EXT-X-PROGRAM-DATE-TIME is no time')
      if (atMs !== null && said < atMs - toleranceMs) {
        throw new PlaylistFault('clock', `goes back by ${Math.round((atMs - said) / 1000)} s`)
      }
      atMs = said
    },
    partPasses: (seconds: number): void => {
      partsMs += seconds * 1000
    },
    segmentPasses: (seconds: number): void => {
      if (atMs !== null) atMs += seconds * 1000
      partsMs = 0
    },
    endsAtMs: (): number | null => (atMs === null ? null : atMs + partsMs),
  }
}
