import { execFile, spawnSync } from 'node:child_process'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** Whether this machine can make streams; the reason why it cannot is what a test that skips says. */
export const withoutFfmpeg = spawnSync('ffmpeg', ['-version']).status === 0 ? null : 'no ffmpeg on this machine'

const FPS = 20
const ENCODED = {
  h264: `-c:v libx264 -preset ultrafast -sc_threshold 0 -pix_fmt yuv420p`,
  h265: `-c:v libx265 -preset ultrafast -pix_fmt yuv420p -x265-params log-level=error:scenecut=0`,
} as const

const SOUND = { mono: '-ar 44100 -ac 1', stereo: '-ar 48000 -ac 2' } as const

export interface Recipe {
  /** A source of ffmpeg's lavfi, such as `color=black:s=320x180`; null: sound alone. */
  video: string | null
  /** Such as `sine=f=440`; null: none. */
  audio: string | null
  seconds: number
  codec?: keyof typeof ENCODED
  /** 44.1 kHz unless told otherwise; in stereo at 48. */
  sound?: keyof typeof SOUND
  /** Each begins with a whole picture. */
  segmentSeconds?: number
}

/** Segments of MPEG-TS, made by ffmpeg in a folder of this name. */
export async function madeSegments(
  folder: string,
  { video, audio, seconds, codec = 'h264', sound = 'mono', segmentSeconds = 1 }: Recipe,
): Promise<Buffer[]> {
  await mkdir(folder, { recursive: true })
  const inputs = [video === null ? null : `${video}:r=${FPS}`, audio].filter((source) => source !== null)
  const whole = FPS * segmentSeconds
  await promisify(execFile)('ffmpeg', [
    ...words('-loglevel error'),
    ...inputs.flatMap((source) => ['-f', 'lavfi', '-i', source]),
    ...words(`-t ${seconds}`),
    ...(video === null ? [] : words(`${ENCODED[codec]} -g ${whole} -keyint_min ${whole}`)),
    ...(audio === null ? [] : words(`-c:a aac -b:a 48k ${SOUND[sound]}`)),
    ...words(`-f segment -segment_time ${segmentSeconds} -segment_format mpegts`),
    join(folder, '%04d.ts'),
  ])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts')).toSorted()
  return await Promise.all(names.map((name) => readFile(join(folder, name))))
}

/** A live list over segments of one second that were begun at `startedMs` (Unix): the last six of those that are there. */
export function madePlaylist(
  count: number,
  { startedMs, nameOf, head = '' }: { startedMs: number; nameOf: (index: number) => string; head?: string },
): string {
  const there = Math.min(count, LISTED + Math.floor((Date.now() - startedMs) / 1000))
  const first = Math.max(0, there - LISTED)
  const lines = Array.from({ length: there - first }, (_, i) => {
    const at = new Date(startedMs + (first + i - LISTED) * 1000).toISOString()
    return `#EXT-X-PROGRAM-DATE-TIME:${at}\n#EXTINF:1.000,\n${nameOf(first + i)}\n`
  })
  return `#EXTM3U\n#EXT-X-VERSION:6\n#EXT-X-TARGETDURATION:1\n#EXT-X-MEDIA-SEQUENCE:${first}\n${head}${lines.join('')}`
}

const LISTED = 6

function words(line: string): string[] {
  return line.split(' ')
}
