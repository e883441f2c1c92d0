import { rename, rm, stat, utimes } from 'node:fs/promises'
import type { RecordingProblem } from '@akari/protocol'
import { runTool, words } from '../run-tool.ts'
import { lastOf, saysFull } from './ffmpeg-says.ts'
import type { PartFilm, Tools } from './part-film.ts'

const DAY_MS = 24 * 3_600_000
const LIMITS = { memoryMiB: 6144, cpuSeconds: 48 * 3600, fileMiB: 256 * 1024 }
const SOUND_HZ = 48_000
const BLACK_FPS = 25

type Frame = { width: number; height: number }
/** What parts must be coded anew in to make one film. `asIs`: they are alike already, or there is nothing of it in any of them. */
export type Common = { picture: Frame | 'asIs'; sound: 'aac' | 'asIs' }

/** What films of one recording need to have in common and have not. */
export function commonOf(films: readonly PartFilm[]): Common {
  const pictures = new Set(films.map(({ sizes, picture }) => [sizes.join(), picture].join(' ')))
  const sameSize = films.every(({ sizes }) => sizes.length <= 1)
  return {
    picture: pictures.size <= 1 && sameSize ? 'asIs' : frameOf(films),
    sound: new Set(films.map(({ sound }) => sound)).size <= 1 ? 'asIs' : 'aac',
  }
}

/** The smallest frame that every picture fits into; even, because 4:2:0 needs that. */
function frameOf(films: readonly PartFilm[]): Frame {
  const sizes = films.flatMap(({ sizes: each }) => each.map((size) => size.split('x').map(Number)))
  const most = (side: 0 | 1) => Math.max(2, ...sizes.map((size) => size[side] ?? 0))
  return { width: 2 * Math.ceil(most(0) / 2), height: 2 * Math.ceil(most(1) / 2) }
}

/**
 * Codes a part anew, H.264 in a frame that all pictures have in common and AAC, and puts it in the place of the old one once it is
 * whole. What others have and it has not becomes black and silence. Gives what kept it from that, or null.
 */
export async function evenOut(
  tools: Tools,
  { path, film }: { path: string; film: PartFilm },
  common: Common,
  tell: (doneMs: number) => void,
  signal: AbortSignal,
): Promise<RecordingProblem | null> {
  const made = `${path}.even`
  const ran = await runTool(
    tools.ffmpeg,
    [
      ...words('-v error -nostdin -y -threads 2 -protocol_whitelist file -f matroska -i'),
      path,
      ...streams(film, common),
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

/** Picture before sound in every part: they are joined by their place. */
function streams({ picture, sound, durationMs }: PartFilm, common: Common): string[] {
  const seconds = (durationMs / 1000).toFixed(3)
  const lavfi = (source: string) => [...words(`-f lavfi -t ${seconds} -i`), source]
  const blank: string[][] = []
  const mapped: string[] = []
  const coded: string[] = []
  if (common.picture === 'asIs') {
    mapped.push(...words('-map 0:v:0?'))
    coded.push(...words('-c:v copy'))
  } else {
    const { width, height } = common.picture
    const into = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1,setsar=1`
    if (picture === '') blank.push(lavfi(`color=black:s=${width}x${height}:r=${BLACK_FPS}`))
    mapped.push('-map', `${picture === '' ? blank.length : 0}:v:0`)
    coded.push('-vf', into, ...words('-c:v libx264 -preset veryfast -crf 21 -pix_fmt yuv420p -threads 2'))
  }
  if (common.sound === 'asIs') {
    mapped.push(...words('-map 0:a:0?'))
    coded.push(...words('-c:a copy'))
  } else {
    // Where nothing was heard for a while there is silence, so that what comes after it stays in its place.
    const filled = `aresample=${SOUND_HZ}:async=1:first_pts=0,apad=whole_dur=${durationMs}ms`
    if (sound === '') blank.push(lavfi(`anullsrc=r=${SOUND_HZ}:cl=stereo`))
    mapped.push('-map', `${sound === '' ? blank.length : 0}:a:0`)
    coded.push('-af', filled, ...words(`-c:a aac -b:a 128k -ar ${SOUND_HZ} -ac 2`))
  }
  return [...blank.flat(), ...mapped, ...coded]
}
