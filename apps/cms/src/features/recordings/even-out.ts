import { rename, rm, stat, utimes } from 'node:fs/promises'
import type { RecordingProblem } from '@akari/protocol'
import { runTool, words } from '../run-tool.ts'
import { lastOf, saysFull } from './ffmpeg-says.ts'
import type { PartFilm, Tools } from './part-film.ts'

const DAY_MS = 24 * 3_600_000
const LIMITS = { memoryMiB: 6144, cpuSeconds: 48 * 3600, fileMiB: 256 * 1024 }

/** Whether films are of one size and coded alike, so that they make one film as they are. */
export function areAlike(films: readonly PartFilm[]): boolean {
  const shapes = films.map(({ sizes, codec, sound }) => [sizes.join(), codec, sound].join(' '))
  return new Set(shapes).size <= 1 && films.every(({ sizes }) => sizes.length <= 1)
}

/** The smallest frame that every picture fits into; even, because 4:2:0 needs that. */
export function frameOf(films: readonly PartFilm[]): { width: number; height: number } {
  const sizes = films.flatMap(({ sizes: each }) => each.map((size) => size.split('x').map(Number)))
  const most = (side: 0 | 1) => Math.max(2, ...sizes.map((size) => size[side] ?? 0))
  return { width: 2 * Math.ceil(most(0) / 2), height: 2 * Math.ceil(most(1) / 2) }
}

/**
 * Codes a part anew, H.264 and AAC, in a frame that all pictures have in common, and puts it in the place of the old one once it is
 * whole. Gives what kept it from that, or null.
 */
export async function evenOut(
  tools: Tools,
  path: string,
  { width, height }: { width: number; height: number },
  tell: (doneMs: number) => void,
  signal: AbortSignal,
): Promise<RecordingProblem | null> {
  const made = `${path}.even`
  const into = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1,setsar=1`
  const ran = await runTool(
    tools.ffmpeg,
    [
      ...words('-v error -nostdin -y -threads 2 -protocol_whitelist file -f matroska -i'),
      path,
      ...words('-map 0 -vf'),
      into,
      ...words('-c:v libx264 -preset veryfast -crf 21 -pix_fmt yuv420p -threads 2 -c:a aac -b:a 128k -ar 48000 -ac 2'),
      ...words('-progress pipe:1 -f matroska'),
      made,
    ],
    {
      timeoutMs: DAY_MS,
      limits: LIMITS,
      signal,
      hear: (text) => tell((lastOf(text, 'out_time_us') ?? 0) / 1000),
    },
  )
  if (ran.end === 'done') {
    const { atime, mtime } = await stat(path)
    await utimes(made, atime, mtime)
    await rename(made, path)
    return null
  }
  await rm(made, { force: true })
  return saysFull(ran.stderr) ? 'noRoomToJoin' : 'unreadable'
}
