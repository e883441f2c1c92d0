import { hlsServer } from './hls-server.ts'

export type GrownSegment = {
  body: Buffer
  /** What the playlist says of its length; a second unless told otherwise. */
  seconds?: number
  /** Its pictures are of another kind than those before. */
  isOther?: boolean
  /** It does not come before the encoder is told to write. */
  isHeld?: boolean
}

export interface GrowingHls {
  url: string
  /** `writes`: a segment more each second; `still`: nothing new; `gone`: 404, and nothing new. */
  encoder: (state: 'writes' | 'still' | 'gone') => void
  /** How often somebody asked for the playlist. */
  asked: () => number
  close: () => Promise<void>
}

const LISTED = 6

/**
 * A live stream of these segments, six of which are there at first; each a file, or with `inOneFile` a range of one that grows.
 * Loopback alone.
 */
export async function growingHls(
  segments: readonly GrownSegment[],
  { inOneFile = false }: { inOneFile?: boolean } = {},
): Promise<GrowingHls> {
  let state: 'writes' | 'still' | 'gone' = 'writes'
  let there = LISTED
  let isReleased = false
  let asked = 0
  const timer = setInterval(() => {
    const isHeld = segments[there]?.isHeld === true && !isReleased
    if (state === 'writes' && !isHeld) there = Math.min(segments.length, there + 1)
  }, 1_000)
  const server = await hlsServer(({ pathname }) => {
    if (pathname === '/live.m3u8') asked += 1
    if (state === 'gone') return null
    if (pathname === '/live.m3u8') return listOf(segments, there, inOneFile ? rangeIn : fileOf)
    if (pathname === '/all.ts') return Buffer.concat(segments.slice(0, there).map(({ body }) => body))
    return segments[Number(/^\/(\d+)\.ts$/.exec(pathname)?.[1] ?? Number.NaN)]?.body ?? null
  })
  return {
    url: `${server.origin}/live.m3u8`,
    encoder: (next) => {
      state = next
      isReleased = next === 'writes'
    },
    asked: () => asked,
    close: async () => {
      clearInterval(timer)
      await server.close()
    },
  }
}

type NameOf = (segments: readonly GrownSegment[], index: number, isFirst: boolean) => string

const fileOf: NameOf = (_segments, index) => `${index}.ts`

/** Only the first that is listed says where it begins. */
const rangeIn: NameOf = (segments, index, isFirst) => {
  const before = segments.slice(0, index).reduce((sum, { body }) => sum + body.length, 0)
  const at = isFirst ? `@${before}` : ''
  return `#EXT-X-BYTERANGE:${segments[index]?.body.length ?? 0}${at}\nall.ts`
}

function listOf(segments: readonly GrownSegment[], there: number, nameOf: NameOf): string {
  const first = Math.max(0, there - LISTED)
  const lines = segments.slice(first, there).map(({ seconds = 1, isOther = false }, i) => {
    const mark = isOther ? '#EXT-X-DISCONTINUITY\n' : ''
    return `${mark}#EXTINF:${seconds.toFixed(3)},\n${nameOf(segments, first + i, i === 0)}\n`
  })
  return `#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n${lines.join('')}`
}
