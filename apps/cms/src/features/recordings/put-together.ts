import { readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RecordedPart, RecordingChapter, RecordingProblem } from '@akari/protocol'
import { runTool } from '../run-tool.ts'
import { ffmetadata } from './chapters.ts'
import { lastOf } from './ffmpeg-progress.ts'
import { partFile } from './recorder.ts'

const PROBE_MS = 60_000
const HOURS_MS = 6 * 3_600_000
const LIMITS = { memoryMiB: 4096, cpuSeconds: 6 * 3600, fileMiB: 256 * 1024 }

type Tools = { ffmpeg: string; ffprobe: string }
type Made =
  | { ok: true; path: string; parts: RecordedPart[]; chapters: RecordingChapter[] }
  | { ok: false; problem: RecordingProblem }

/**
 * Makes one MP4 of the parts in `folder`, copied as they are, with chapters. `chaptersOf` works them out once it is known how long each
 * part truly is. What was cut off by a crash is read as far as it goes.
 */
export async function putTogether(
  tools: Tools,
  job: {
    folder: string
    title: string
    parts: readonly RecordedPart[]
    chaptersOf: (parts: readonly RecordedPart[]) => Promise<RecordingChapter[]>
  },
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<Made> {
  const there = new Set(await readdir(job.folder).catch(() => []))
  const parts: RecordedPart[] = []
  for (const part of job.parts.filter(({ number }) => there.has(partFile(number)))) {
    const durationMs = await lengthOf(tools, join(job.folder, partFile(part.number)), signal)
    if (durationMs !== null) parts.push({ ...part, durationMs })
  }
  const totalMs = parts.reduce((sum, { durationMs }) => sum + durationMs, 0)
  if (totalMs === 0) return { ok: false, problem: 'nothingRecorded' }
  const list = parts.map(({ number, durationMs }) => `file ${partFile(number)}\nduration ${durationMs}ms\n`).join('')
  await writeFile(join(job.folder, 'parts.txt'), `ffconcat version 1.0\n${list}`)
  const chapters = await job.chaptersOf(parts)
  await writeFile(join(job.folder, 'chapters.txt'), ffmetadata(job.title, chapters, totalMs))
  const inputs = words(
    '-v error -nostdin -y -f concat -protocol_whitelist file -i parts.txt -f ffmetadata -i chapters.txt',
  )
  const output = words(
    '-map 0 -map_metadata 1 -map_chapters 1 -c copy -movflags +faststart -progress pipe:1 -f mp4 film.mp4',
  )
  const ran = await runTool(tools.ffmpeg, [...inputs, ...output], {
    timeoutMs: HOURS_MS,
    limits: LIMITS,
    cwd: job.folder,
    signal,
    hear: (text) => {
      const done = lastOf(text, 'out_time_us')
      if (done !== null) tell(Math.min(99, Math.floor(done / totalMs / 10)))
    },
  })
  if (ran.end === 'missing') return { ok: false, problem: 'noFfmpeg' }
  if (/No space left/i.test(ran.stderr)) return { ok: false, problem: 'diskFull' }
  return ran.end === 'done'
    ? { ok: true, path: join(job.folder, 'film.mp4'), parts, chapters }
    : { ok: false, problem: 'unreadable' }
}

/** In milliseconds; null where there is nothing to be played. A file without its end is copied once, which finds it. */
async function lengthOf(tools: Tools, path: string, signal: AbortSignal): Promise<number | null> {
  const known = await probed(tools.ffprobe, path)
  if (known !== null) return known
  const whole = `${path}.whole`
  const copy = [...words('-v error -nostdin -y -protocol_whitelist file -f matroska -i'), path]
  const ran = await runTool(tools.ffmpeg, [...copy, ...words('-map 0 -c copy -f matroska'), whole], {
    timeoutMs: HOURS_MS,
    limits: LIMITS,
    signal,
  })
  if (ran.end !== 'done') return null
  await rename(whole, path)
  return probed(tools.ffprobe, path)
}

async function probed(ffprobe: string, path: string): Promise<number | null> {
  const asked = words('-v error -protocol_whitelist file -f matroska -show_entries format=duration -of csv=p=0')
  const ran = await runTool(ffprobe, [...asked, path], { timeoutMs: PROBE_MS })
  const seconds = ran.end === 'done' ? Number.parseFloat(ran.stdout) : Number.NaN
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : null
}

function words(text: string): string[] {
  return text.split(' ')
}
