import { z } from 'zod'
import { isInstalled, runTool } from '../run-tool.ts'

export type VideoType = 'video/mp4' | 'video/webm' | 'video/quicktime' | 'video/x-matroska'

export type VideoOutcome =
  | ({ ok: true; probed: true; poster: boolean } & Seen)
  /** No ffprobe on this machine: nobody looked inside. */
  | { ok: true; probed: false }
  | { ok: false; reason: 'videoUndecodable' | 'videoWithoutPicture' | 'tooSlow' }
  | { ok: false; reason: 'videoCodec'; codec: string }

/** What a look inside finds. `playable`: browsers play the file as it is; `heavy`: larger or faster than any display shows. */
export type Seen = { width: number; height: number; durationMs: number | null; playable: boolean; heavy: boolean }

export type VideoTools = {
  /**
   * Looks at a video and writes a frame of it as PNG to `posterPath` where ffmpeg is installed. A kind that displays cannot
   * play is refused unless `converts`.
   */
  examine: (path: string, mediaType: VideoType, posterPath: string, converts: boolean) => Promise<VideoOutcome>
  /** Which of the programs are here? */
  installed: () => Promise<{ ffprobe: boolean; converter: boolean }>
}

/** What Chromium plays without a licence from elsewhere. */
const PLAYABLE = new Set(['h264', 'vp8', 'vp9', 'av1'])
/** 4:2:0 with 8 bits: anything else is decoded by few browsers, and by no graphics chip. */
const PLAYABLE_PIXELS = new Set(['yuv420p', 'yuvj420p', 'yuva420p'])
const MAX_SIDES = { long: 3840, short: 2160 }
const MAX_RATE = 61
const PROBE_MS = 20_000
/** A day of the council has ten gigabytes. */
const READ_MS = 600_000

const Probe = z.object({
  streams: z.array(
    z.object({
      codec_name: z.string(),
      width: z.int().positive(),
      height: z.int().positive(),
      pix_fmt: z.string().default('yuv420p'),
      avg_frame_rate: z.string().default('0/0'),
    }),
  ),
  format: z.object({ duration: z.coerce.number().nonnegative().optional() }).default({}),
})

/** ffprobe and ffmpeg by name or path. They only ever see the container that the first bytes promised, and only files. */
export function videoTools(commands: { ffprobe: string; ffmpeg: string; converter: string }): VideoTools {
  return {
    examine: async (path, mediaType, posterPath, converts) => {
      const input = videoInput(path, mediaType)
      const probe = await probed(commands.ffprobe, input, mediaType)
      if ('outcome' in probe) return probe.outcome
      const { codec, seen } = probe
      if (!PLAYABLE.has(codec) && !converts) return { ok: false, reason: 'videoCodec', codec }
      const whole = await readThrough(commands.ffmpeg, input)
      if (whole !== null) return whole
      const poster = await takeFrame(commands.ffmpeg, input, seen.durationMs, posterPath)
      if (poster === 'undecodable') return { ok: false, reason: 'videoUndecodable' }
      return { ok: true, probed: true, ...seen, poster: poster === 'taken' }
    },
    installed: async () => ({
      ffprobe: await isInstalled(commands.ffprobe),
      converter: await isInstalled(commands.converter),
    }),
  }
}

/** How ffmpeg is told to open a file: as this container and nothing else, and without following it to other places. */
export function videoInput(path: string, mediaType: VideoType): string[] {
  const format = mediaType === 'video/mp4' || mediaType === 'video/quicktime' ? 'mov' : 'matroska'
  return ['-protocol_whitelist', 'file', '-f', format, '-i', path]
}

async function probed(
  ffprobe: string,
  input: readonly string[],
  mediaType: VideoType,
): Promise<{ outcome: VideoOutcome } | { codec: string; seen: Seen }> {
  const entries = 'stream=codec_name,width,height,pix_fmt,avg_frame_rate:format=duration'
  const options = ['-v', 'error', '-select_streams', 'v:0', '-show_entries', entries, '-of', 'json']
  const ran = await runTool(ffprobe, [...options, ...input], { timeoutMs: PROBE_MS })
  if (ran.end === 'missing') return { outcome: { ok: true, probed: false } }
  if (ran.end === 'tooSlow') return { outcome: { ok: false, reason: 'tooSlow' } }
  const parsed = ran.end === 'done' ? Probe.safeParse(JSON.parse(ran.stdout)) : null
  if (parsed === null || !parsed.success) return { outcome: { ok: false, reason: 'videoUndecodable' } }
  const [stream] = parsed.data.streams
  if (stream === undefined) return { outcome: { ok: false, reason: 'videoWithoutPicture' } }
  const { codec_name: codec, width, height, pix_fmt: pixels, avg_frame_rate: rate } = stream
  const { duration } = parsed.data.format
  const container = mediaType === 'video/mp4' || mediaType === 'video/webm'
  const [long, short] = [Math.max(width, height), Math.min(width, height)]
  const seen = {
    width,
    height,
    durationMs: duration === undefined ? null : Math.round(duration * 1000),
    playable: container && PLAYABLE.has(codec) && PLAYABLE_PIXELS.has(pixels),
    heavy: long > MAX_SIDES.long || short > MAX_SIDES.short || perSecond(rate) > MAX_RATE,
  }
  return { codec, seen }
}

/** `30000/1001` → 29.97. */
function perSecond(rate: string): number {
  const [frames = 0, seconds = 0] = rate.split('/').map(Number)
  return seconds === 0 ? 0 : frames / seconds
}

/** Reads every packet without decoding: a file that was cut off shows itself only at its end. */
async function readThrough(ffmpeg: string, input: readonly string[]): Promise<VideoOutcome | null> {
  const reading = ['-v', 'error', '-xerror', ...input, '-map', '0:v:0', '-c', 'copy', '-f', 'null', '-']
  const ran = await runTool(ffmpeg, reading, { timeoutMs: READ_MS })
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
  const ran = await runTool(ffmpeg, ['-v', 'error', ...from, ...input, ...frame], { timeoutMs: PROBE_MS })
  if (ran.end === 'missing' || ran.end === 'tooSlow') return 'none'
  return ran.end === 'done' ? 'taken' : 'undecodable'
}
