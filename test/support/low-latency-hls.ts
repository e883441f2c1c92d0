import { setTimeout as pass } from 'node:timers/promises'
import { type HlsServer, hlsServer } from './hls-server.ts'

const PART_MS = 250
const PARTS = 4
const LISTED = 6
/** Of so many segments the parts are listed (RFC 8216bis §6.2.2: three target durations). */
const WITH_PARTS = 3

/**
 * A low-latency stream, written from RFC 8216bis (draft-pantos-hls-rfc8216bis): parts of 250 ms, four to a segment, preload hints, and
 * playlists that are held back until there is the part that is asked for. `/low.m3u8` is that, `/plain.m3u8` the same stream without.
 */
export async function lowLatencyHls(parts: readonly Buffer[]): Promise<HlsServer & { asked: URL[] }> {
  const startedMs = Date.now() - LISTED * PARTS * PART_MS
  const asked: URL[] = []
  /** Until there are so many parts; false where that is too far ahead to wait for. */
  const until = async (count: number): Promise<boolean> => {
    const waitMs = startedMs + count * PART_MS - Date.now()
    if (count > parts.length || waitMs > 3 * PARTS * PART_MS) return false
    if (waitMs > 0) await pass(waitMs)
    return true
  }
  const there = (): number => Math.min(parts.length, Math.floor((Date.now() - startedMs) / PART_MS))
  const server = await hlsServer(async (url) => {
    asked.push(url)
    const { pathname, searchParams } = url
    if (pathname === '/plain.m3u8') return plainList(startedMs, Math.floor(there() / PARTS))
    if (pathname === '/low.m3u8') {
      const segment = searchParams.get('_HLS_msn')
      const part = searchParams.get('_HLS_part')
      const wanted = Number(segment) * PARTS + (part === null ? PARTS : Number(part) + 1)
      return segment === null || (await until(wanted)) ? lowList(startedMs, there()) : null
    }
    const [, kind, number] = /^\/(part|segment)\/(\d+)\.ts$/.exec(pathname) ?? []
    const n = Number(number)
    if (kind === 'part') return (await until(n + 1)) ? (parts[n] ?? null) : null
    if (kind !== 'segment' || (n + 1) * PARTS > there()) return null
    return Buffer.concat(parts.slice(n * PARTS, (n + 1) * PARTS))
  })
  return { ...server, asked }
}

function plainList(startedMs: number, count: number): string {
  const first = Math.max(0, count - LISTED)
  const segments = numbered(first, count).map((n) => `${dateOf(startedMs, n)}${segmentOf(n)}`)
  return `${head(first)}${segments.join('')}`
}

function lowList(startedMs: number, there: number): string {
  const count = Math.floor(there / PARTS)
  const first = Math.max(0, count - LISTED)
  const segments = numbered(first, count).map((n) => {
    const parts = n < count - WITH_PARTS ? '' : partsOf(n * PARTS, (n + 1) * PARTS)
    return `${dateOf(startedMs, n)}${parts}${segmentOf(n)}`
  })
  const control = '#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.75\n#EXT-X-PART-INF:PART-TARGET=0.25\n'
  const going = `${dateOf(startedMs, count)}${partsOf(count * PARTS, there)}`
  return `${head(first)}${control}${segments.join('')}${going}#EXT-X-PRELOAD-HINT:TYPE=PART,URI="part/${there}.ts"\n`
}

const head = (first: number): string =>
  `#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n`
const dateOf = (startedMs: number, segment: number): string =>
  `#EXT-X-PROGRAM-DATE-TIME:${new Date(startedMs + segment * PARTS * PART_MS).toISOString()}\n`
const segmentOf = (n: number): string => `#EXTINF:1.000,\nsegment/${n}.ts\n`
const partsOf = (from: number, to: number): string =>
  numbered(from, to)
    .map((n) => `#EXT-X-PART:DURATION=0.25,INDEPENDENT=YES,URI="part/${n}.ts"\n`)
    .join('')

function numbered(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
}
