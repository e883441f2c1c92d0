import type { LiveSample } from './live-content.ts'

const COLUMNS = 16
const ROWS = 9
/** Every so many pixels of a line, and every so many lines, are looked at. */
const STRIDE = 4

/**
 * Reads how light each field of a small grid over a picture is, and how much sound came with it; costs about a millisecond.
 * Frames are read as they were decoded: drawn on a canvas, Chromium keeps some 20 MiB of each decoder that was ever drawn so.
 */
export function liveSampler(video: HTMLVideoElement): (nowMs: number) => Promise<LiveSample> {
  let bytes = new Uint8Array()

  async function pixels(): Promise<readonly number[] | null> {
    // A page that nobody sees draws no frames.
    if (document.hidden || video.videoWidth === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return null
    const frame = new VideoFrame(video)
    try {
      // What a graphics processor decoded, or what is finer than a byte, comes as colours.
      const isPlanar = frame.format === 'I420' || frame.format === 'NV12'
      const as: VideoFrameCopyToOptions = isPlanar ? {} : { format: 'RGBX' }
      const size = frame.allocationSize(as)
      if (bytes.length !== size) bytes = new Uint8Array(size)
      const [plane] = await frame.copyTo(bytes, as)
      const { visibleRect } = frame
      if (plane === undefined || visibleRect === null) return null
      const picture = { bytes, ...plane, width: visibleRect.width, height: visibleRect.height }
      return gridOf(picture, isPlanar ? luma : lightness)
    } finally {
      frame.close()
    }
  }

  return async (nowMs) => {
    // A frame that is gone before it is read tells nothing.
    const seen = await pixels().catch(() => null)
    return { nowMs, pixels: seen, soundBytes: soundBytesOf(video) }
  }
}

type Picture = { bytes: Uint8Array; offset: number; stride: number; width: number; height: number }
type PixelReader = (bytes: Uint8Array, line: number, x: number) => number

const luma: PixelReader = (bytes, line, x) => bytes[line + x] ?? 0
const lightness: PixelReader = (bytes, line, x) => {
  const at = line + 4 * x
  return 0.2126 * (bytes[at] ?? 0) + 0.7152 * (bytes[at + 1] ?? 0) + 0.0722 * (bytes[at + 2] ?? 0)
}

/** The mean of each field, 0 to 255. */
function gridOf({ bytes, offset, stride, width, height }: Picture, read: PixelReader): number[] {
  const sums = new Float64Array(COLUMNS * ROWS)
  const counts = new Float64Array(COLUMNS * ROWS)
  for (let y = 0; y < height; y += STRIDE) {
    const row = Math.floor((y * ROWS) / height) * COLUMNS
    for (let x = 0; x < width; x += STRIDE) {
      const field = row + Math.floor((x * COLUMNS) / width)
      sums[field] = (sums[field] ?? 0) + read(bytes, offset + y * stride, x)
      counts[field] = (counts[field] ?? 0) + 1
    }
  }
  return Array.from(sums, (sum, field) => Math.round(sum / Math.max(1, counts[field] ?? 0)))
}

/** Chromium's own count; a stream without sound counts none. */
function soundBytesOf(video: HTMLVideoElement): number | null {
  if (!('webkitAudioDecodedByteCount' in video)) return null
  const bytes = video.webkitAudioDecodedByteCount
  return typeof bytes === 'number' && bytes > 0 ? bytes : null
}
