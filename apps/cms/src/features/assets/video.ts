import { spawn } from 'node:child_process'
import { faultCode } from '@akari/node-kit'
import { z } from 'zod'

export type VideoOutcome =
  | { ok: true; probed: true; width: number; height: number; durationMs: number | null; poster: boolean }
  /** No ffprobe on this machine: nobody looked inside. */
  | { ok: true; probed: false }
  | { ok: false; reason: 'videoUndecodable' | 'videoWithoutPicture' | 'tooSlow' }
  | { ok: false; reason: 'videoCodec'; codec: string }

export type VideoTools = {
  /** Looks at a video and writes a frame of it as PNG to `posterPath` where ffmpeg is installed. */
  examine: (path: string, mediaType: 'video/mp4' | 'video/webm', posterPath: string) => Promise<VideoOutcome>
}

/** What Chromium plays without a licence from elsewhere. */
const PLAYABLE = new Set(['h264', 'vp8', 'vp9', 'av1'])
const PROBE_MS = 20_000
const READ_MS = 120_000

const Probe = z.object({
  streams: z.array(z.object({ codec_name: z.string(), width: z.int().positive(), height: z.int().positive() })),
  format: z.object({ duration: z.coerce.number().nonnegative().optional() }).default({}),
})

/** ffprobe and ffmpeg by name or path. They only ever see the container that the first bytes promised, and only files. */
export function videoTools(commands: { ffprobe: string; ffmpeg: string }): VideoTools {
  return {
    examine: async (path, mediaType, posterPath) => {
      const input = ['-protocol_whitelist', 'file', '-f', mediaType === 'video/mp4' ? 'mov' : 'matroska', '-i', path]
      const probe = await probed(commands.ffprobe, input)
      if (probe.outcome !== null) return probe.outcome
      const whole = await readThrough(commands.ffmpeg, input)
      if (whole !== null) return whole
      const { width, height, durationMs } = probe
      const poster = await takeFrame(commands.ffmpeg, input, durationMs, posterPath)
      if (poster === 'undecodable') return { ok: false, reason: 'videoUndecodable' }
      return { ok: true, probed: true, width, height, durationMs, poster: poster === 'taken' }
    },
  }
}

type Probed = { outcome: VideoOutcome } | { outcome: null; width: number; height: number; durationMs: number | null }

async function probed(ffprobe: string, input: readonly string[]): Promise<Probed> {
  const entries = 'stream=codec_name,width,height:format=duration'
  const options = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', entries, '-of', 'json']
  const ran = await run(ffprobe, [...options, ...input], PROBE_MS)
  if (ran.end === 'missing') return { outcome: { ok: true, probed: false } }
  if (ran.end === 'tooSlow') return { outcome: { ok: false, reason: 'tooSlow' } }
  const parsed = ran.end === 'done' ? Probe.safeParse(JSON.parse(ran.stdout)) : null
  if (parsed === null || !parsed.success) return { outcome: { ok: false, reason: 'videoUndecodable' } }
  const [stream] = parsed.data.streams
  if (stream === undefined) return { outcome: { ok: false, reason: 'videoWithoutPicture' } }
  if (!PLAYABLE.has(stream.codec_name)) {
    return { outcome: { ok: false, reason: 'videoCodec', codec: stream.codec_name } }
  }
  const { duration } = parsed.data.format
  const durationMs = duration === undefined ? null : Math.round(duration * 1000)
  return { outcome: null, width: stream.width, height: stream.height, durationMs }
}

/** Reads every packet without decoding: a file that was cut off shows itself only at its end. */
async function readThrough(ffmpeg: string, input: readonly string[]): Promise<VideoOutcome | null> {
  const ran = await run(
    ffmpeg,
    ['-v', 'error', '-xerror', ...input, '-map', '0:v:0', '-c', 'copy', '-f', 'null', '-'],
    READ_MS,
  )
  if (ran.end === 'missing') return null
  if (ran.end === 'tooSlow') return { ok: false, reason: 'tooSlow' }
  if (ran.end === 'failed' || ran.stderr.includes('ended prematurely')) return { ok: false, reason: 'videoUndecodable' }
  return null
}

/** One frame from a second in (from the start of a shorter video): the very first one is often black. */
async function takeFrame(
  ffmpeg: string,
  input: readonly string[],
  durationMs: number | null,
  posterPath: string,
): Promise<'taken' | 'none' | 'undecodable'> {
  const from = durationMs !== null && durationMs > 2000 ? ['-ss', '1'] : []
  const frame = ['-map', '0:v:0', '-frames:v', '1', '-f', 'image2', '-c:v', 'png', '-update', '1', '-y', posterPath]
  const ran = await run(ffmpeg, ['-v', 'error', ...from, ...input, ...frame], PROBE_MS)
  if (ran.end === 'missing' || ran.end === 'tooSlow') return 'none'
  return ran.end === 'done' ? 'taken' : 'undecodable'
}

type Ran = { end: 'done' | 'failed' | 'missing' | 'tooSlow'; stdout: string; stderr: string }

/** Runs to the end or to the deadline; keeps at most 64 KiB of what it says. */
function run(command: string, args: readonly string[], timeoutMs: number): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: timeoutMs, killSignal: 'SIGKILL' })
    const said = { stdout: '', stderr: '' }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        if (said[stream].length < 65_536) said[stream] += text
      })
    }
    child.once('error', (error) => {
      if (faultCode(error) === 'ENOENT') resolve({ end: 'missing', ...said })
      else reject(error)
    })
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve({ end: 'tooSlow', ...said })
      else resolve({ end: code === 0 ? 'done' : 'failed', ...said })
    })
  })
}
