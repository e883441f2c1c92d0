/** The council sample is a loop of equally long segments, published as if it were being recorded now. */
export interface LoopShape {
  segments: number
  segmentSeconds: number
  /** Unix time at which the loop starts over, as it does again and again; that of the epoch unless told otherwise. */
  beginsMs?: number
}

export interface LiveWindow {
  /** Sequence number of the first listed segment; rises by one every `segmentSeconds` of the wall clock. */
  mediaSequence: number
  /** How many times the loop had started over before the first listed segment. */
  discontinuitySequence: number
  segments: LiveSegment[]
}

export interface LiveSegment {
  sequence: number
  /** Position in the loop, from 0. */
  index: number
  /** True where timestamps start over because the loop does. */
  discontinuity: boolean
  startsAtMs: number
}

export const WINDOW_SEGMENTS = 6

/** Which segments a live playlist lists at `nowMs` (Unix time): the last six that are complete. */
export function liveWindow(nowMs: number, loop: LoopShape): LiveWindow {
  const segmentMs = loop.segmentSeconds * 1000
  const complete = Math.floor(nowMs / segmentMs)
  const first = Math.max(0, complete - WINDOW_SEGMENTS)
  const before = loop.segments - (Math.floor((loop.beginsMs ?? 0) / segmentMs) % loop.segments)
  const segments = Array.from({ length: complete - first }, (_, i): LiveSegment => {
    const sequence = first + i
    const index = (sequence + before) % loop.segments
    return { sequence, index, discontinuity: i > 0 && index === 0, startsAtMs: sequence * segmentMs }
  })
  return { mediaSequence: first, discontinuitySequence: Math.floor((first + before) / loop.segments) - 1, segments }
}

/** The sliding media playlist at `nowMs` (RFC 8216 §4.3): no ENDLIST, a discontinuity where the loop starts over. */
export function livePlaylist(nowMs: number, loop: LoopShape): string {
  const { mediaSequence, discontinuitySequence, segments } = liveWindow(nowMs, loop)
  return [
    '#EXTM3U',
    '#EXT-X-VERSION:3',
    `#EXT-X-TARGETDURATION:${Math.ceil(loop.segmentSeconds)}`,
    `#EXT-X-MEDIA-SEQUENCE:${mediaSequence}`,
    `#EXT-X-DISCONTINUITY-SEQUENCE:${discontinuitySequence}`,
    '#EXT-X-INDEPENDENT-SEGMENTS',
    ...segments.flatMap((segment, i) => [
      ...(segment.discontinuity ? ['#EXT-X-DISCONTINUITY'] : []),
      ...(i === 0 || segment.discontinuity
        ? [`#EXT-X-PROGRAM-DATE-TIME:${new Date(segment.startsAtMs).toISOString()}`]
        : []),
      `#EXTINF:${loop.segmentSeconds.toFixed(3)},`,
      segmentUri(segment.index),
    ]),
    '',
  ].join('\n')
}

/** Address of a segment, relative to the playlist. */
export function segmentUri(index: number): string {
  return `segments/${String(index).padStart(3, '0')}.ts`
}
