/** What of the picture and the sound is known at a look; sampled about once a second while the picture moves. */
export interface LiveSample {
  nowMs: number
  /** Lightness of the small copy's pixels, 0 to 255; null where the picture cannot be read. */
  pixels: readonly number[] | null
  /** Bytes of sound decoded since the element was made; null where the browser does not count them, or there is no sound. */
  soundBytes: number | null
}

/** What has been the same for how long; all times monotonic milliseconds. */
export interface LiveContent {
  last: LiveSample
  blackSinceMs: number | null
  sameSinceMs: number
  /** Since when, and with how many bytes then, the sound is silence. */
  quietSinceMs: number | null
}

export type ContentTrouble = 'black' | 'frozen' | 'silent'

/** Darker than this everywhere is black: studio black is 16, and encoders add a little. */
const BLACK = 28
const BLACK_AFTER_MS = 4000
/** A camera's picture is never the same for so long; a slide is. */
const FROZEN_AFTER_MS = 30_000
const SILENT_AFTER_MS = 60_000
/** Silence in AAC takes 6 bytes a frame, 13 in stereo, which are 609 a second at 48 kHz; a hall with nobody speaking takes ten times as many. */
const SILENT_BYTES_PER_S = 1000

export function newLiveContent(sample: LiveSample): LiveContent {
  return { last: sample, blackSinceMs: null, sameSinceMs: sample.nowMs, quietSinceMs: null }
}

/** What the stream shows and says, judged by what it is and not by whether it moves: `troubles` are those of this moment. */
export function lookAtContent(
  content: LiveContent,
  sample: LiveSample,
): { content: LiveContent; troubles: readonly ContentTrouble[] } {
  const { last } = content
  const { nowMs, pixels } = sample
  const isBlack = pixels !== null && pixels.every((lightness) => lightness < BLACK)
  const isSame = pixels !== null && pixels.join() === last.pixels?.join()
  const blackSinceMs = isBlack ? (content.blackSinceMs ?? nowMs) : null
  const sameSinceMs = isSame ? content.sameSinceMs : nowMs
  const quietSinceMs = isQuiet(last, sample) ? (content.quietSinceMs ?? last.nowMs) : null
  const troubles: ContentTrouble[] = []
  if (blackSinceMs !== null && nowMs - blackSinceMs >= BLACK_AFTER_MS) troubles.push('black')
  else if (nowMs - sameSinceMs >= FROZEN_AFTER_MS) troubles.push('frozen')
  if (quietSinceMs !== null && nowMs - quietSinceMs >= SILENT_AFTER_MS) troubles.push('silent')
  return { content: { last: sample, blackSinceMs, sameSinceMs, quietSinceMs }, troubles }
}

function isQuiet(last: LiveSample, { nowMs, soundBytes }: LiveSample): boolean {
  if (soundBytes === null || last.soundBytes === null || nowMs <= last.nowMs) return false
  const bytes = soundBytes - last.soundBytes
  // Fewer than before: another element counts anew.
  return bytes >= 0 && (bytes * 1000) / (nowMs - last.nowMs) < SILENT_BYTES_PER_S
}
