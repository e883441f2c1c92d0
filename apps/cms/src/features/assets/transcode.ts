import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import texts from './assets.texts.json' with { type: 'json' }
import { runTool, words } from '../run-tool.ts'
import { videoInput, type VideoType } from './video.ts'

/** The longest and shortest side of the largest glass, in pixels. */
export type Sides = { long: number; short: number }
const HOURS_MS = 6 * 3_600_000
const LIMITS = { memoryMiB: 6144, cpuSeconds: 12 * 3600, fileMiB: 4096 }
const FRAMES_PER_SECOND = 60

/**
 * Makes an MP4 that every browser plays (H.264 4:2:0, AAC, index first), no larger than the largest glass, at most 60 frames a
 * second, without metadata. Tells per cent as it goes. Throws AppError with the sentence for staff; the input stays.
 */
export async function transcode(
  ffmpeg: string,
  film: { input: string; mediaType: VideoType; output: string; durationMs: number | null; sides: Sides },
  tell: (percent: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { sides } = film
  const before = words('-v error -nostdin -y -threads 1')
  const streams = words('-map 0:v:0 -map 0:a:0? -map_metadata -1 -map_chapters -1')
  const video = words('-c:v libx264 -preset medium -crf 20 -pix_fmt yuv420p -threads 1')
  const rest = words('-c:a aac -b:a 160k -ac 2 -movflags +faststart -progress pipe:1 -f mp4')
  const picture = ['-vf', fitting(sides), '-fpsmax', String(FRAMES_PER_SECOND)]
  const input = videoInput(film.input, film.mediaType)
  const options = [...before, ...input, ...streams, ...picture, ...video, ...rest, film.output]
  const hear = progressReader(film.durationMs, tell)
  const ran = await runTool(ffmpeg, options, { timeoutMs: HOURS_MS, limits: LIMITS, signal, hear })
  switch (ran.end) {
    case 'done':
      return
    case 'cancelled':
      throw new AppError('media-refused', sentence(texts.jobCancelled))
    case 'missing':
      throw new AppError('media-refused', sentence(texts.ffmpegGone))
    case 'tooSlow':
      throw new AppError('media-refused', sentence(texts.transcodeTooSlow))
    case 'failed': {
      const full = /No space left/i.test(ran.stderr)
      throw new AppError('media-refused', sentence(full ? texts.diskFull : texts.transcodeFailed))
    }
  }
}

/** Even sides (4:2:0 needs them), the long one along the film's long one, never larger than the film. */
function fitting({ long, short }: Sides): string {
  const width = `if(gte(iw,ih),min(iw,${long}),min(iw,${short}))`
  const height = `if(gte(iw,ih),min(ih,${short}),min(ih,${long}))`
  return `scale=w='${width}':h='${height}':force_original_aspect_ratio=decrease:force_divisible_by=2,setsar=1`
}

/** ffmpeg writes `out_time_us=…` twice a second. */
function progressReader(durationMs: number | null, tell: (percent: number) => void): (text: string) => void {
  return (text) => {
    const last = [...text.matchAll(/out_time_us=(\d+)/g)].at(-1)?.[1]
    if (last === undefined || durationMs === null || durationMs === 0) return
    tell(Math.min(99, Math.floor(Number(last) / durationMs / 10)))
  }
}
