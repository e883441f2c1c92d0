import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode } from '@akari/node-kit'
import type { RecordedPart, RecordingChapter, RecordingProblem } from '@akari/protocol'
import { runTool, words } from '../run-tool.ts'
import { ffmetadata } from './chapters.ts'
import { type Common, commonOf, evenOut } from './even-out.ts'
import { lastOf, saysFull } from './ffmpeg-says.ts'
import { partFile, partNumbers } from './part-files.ts'
import { type PartFilm, readPart, type Tools } from './part-film.ts'

const HOURS_MS = 6 * 3_600_000
const LIMITS = { memoryMiB: 4096, cpuSeconds: 6 * 3600, fileMiB: 256 * 1024 }
const FILM = 'film.mp4'
/** Of the whole; coding anew takes hours, copying minutes. */
const EVENING_PERCENT = 90

type Job = {
  folder: string
  title: string
  parts: readonly RecordedPart[]
  /** Works them out once it is known how long each part truly is. */
  chaptersOf: (parts: readonly RecordedPart[]) => Promise<RecordingChapter[]>
}
type Made =
  | { ok: true; path: string; parts: RecordedPart[]; chapters: RecordingChapter[] }
  | { ok: false; problem: RecordingProblem }
type Found = { part: RecordedPart; film: PartFilm }

/**
 * Makes one MP4 of the parts in the folder of a recording, with chapters. They are copied as they are, or coded anew where the stream
 * changed its picture or its sound on the way. What was cut off by a crash is read as far as it goes. Without success the parts stay.
 */
export async function putTogether(
  tools: Tools,
  job: Job,
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<Made> {
  return make(tools, job, tell, signal).catch((err: unknown): Made => {
    if (faultCode(err) === 'ENOSPC') return { ok: false, problem: 'noRoomToJoin' }
    throw err
  })
}

/** Gives back the room of a film that came to nothing; the parts stay. */
export async function dropFilm(folder: string): Promise<void> {
  await rm(join(folder, FILM), { force: true })
}

async function make(tools: Tools, job: Job, tell: (percent: number) => void, signal: AbortSignal): Promise<Made> {
  const found = await partsIn(tools, job, signal)
  const parts = found.map(({ part }) => part)
  const totalMs = parts.reduce((sum, { durationMs }) => sum + durationMs, 0)
  if (totalMs === 0) return { ok: false, problem: 'nothingRecorded' }
  const common = commonOf(found.map(({ film }) => film))
  const isAlike = common.picture === 'asIs' && common.sound === 'asIs'
  if (!isAlike) {
    const told = (doneMs: number) => tell(Math.floor((doneMs / totalMs) * EVENING_PERCENT))
    const problem = await evenAll(tools, { folder: job.folder, found, common }, told, signal)
    if (problem !== null) return { ok: false, problem }
  }
  const list = parts.map(({ number, durationMs }) => `file ${partFile(number)}\nduration ${durationMs}ms\n`).join('')
  await writeFile(join(job.folder, 'parts.txt'), `ffconcat version 1.0\n${list}`)
  const chapters = await job.chaptersOf(parts)
  await writeFile(join(job.folder, 'chapters.txt'), ffmetadata(job.title, chapters, totalMs))
  const inputs = words(
    '-v error -nostdin -y -f concat -protocol_whitelist file -i parts.txt -f ffmetadata -i chapters.txt',
  )
  const output = words('-map 0 -map_metadata 1 -map_chapters 1 -c copy -movflags +faststart -progress pipe:1 -f mp4')
  const before = isAlike ? 0 : EVENING_PERCENT
  const ran = await runTool(tools.ffmpeg, [...inputs, ...output, FILM], {
    timeoutMs: HOURS_MS,
    limits: LIMITS,
    cwd: job.folder,
    signal,
    hear: (text) => {
      const doneMs = (lastOf(text, 'out_time_us') ?? 0) / 1000
      tell(Math.min(99, Math.floor(before + (doneMs / totalMs) * (100 - before))))
    },
  })
  if (ran.end === 'missing') return { ok: false, problem: 'noFfmpeg' }
  if (saysFull(ran.stderr)) return { ok: false, problem: 'noRoomToJoin' }
  return ran.end === 'done'
    ? { ok: true, path: join(job.folder, FILM), parts, chapters }
    : { ok: false, problem: 'unreadable' }
}

/** Every part that there is, those included that a server wrote and died before it noted them. */
async function partsIn(tools: Tools, job: Job, signal: AbortSignal): Promise<Found[]> {
  const noted = new Map(job.parts.map((part) => [part.number, part]))
  const found: Found[] = []
  for (const number of await partNumbers(job.folder)) {
    const path = join(job.folder, partFile(number))
    const film = await readPart(tools, path, signal)
    if (film === null) continue
    const { durationMs } = film
    const startedAt = noted.get(number)?.startedAt ?? (await startOf(path, durationMs))
    found.push({ part: { number, startedAt, durationMs }, film })
  }
  return found
}

/** It was written to the end that it has. */
async function startOf(path: string, durationMs: number): Promise<string> {
  const { mtimeMs } = await stat(path)
  return new Date(mtimeMs - durationMs).toISOString()
}

async function evenAll(
  tools: Tools,
  { folder, found, common }: { folder: string; found: readonly Found[]; common: Common },
  tell: (doneMs: number) => void,
  signal: AbortSignal,
): Promise<RecordingProblem | null> {
  let beforeMs = 0
  for (const { part, film } of found) {
    const path = join(folder, partFile(part.number))
    const problem = await evenOut(tools, { path, film }, common, (doneMs) => tell(beforeMs + doneMs), signal)
    if (problem !== null) return problem
    beforeMs += part.durationMs
  }
  return null
}
