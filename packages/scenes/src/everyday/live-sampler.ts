import type { LiveSample } from './live-content.ts'

const WIDTH = 16
const HEIGHT = 9

/** Reads a small grey copy of a picture, and how much sound came with it; costs a millisecond. */
export function liveSampler(video: HTMLVideoElement): (nowMs: number) => LiveSample {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return (nowMs) => ({ nowMs, pixels: pen === null ? null : pixelsOf(pen, video), soundBytes: soundBytesOf(video) })
}

function pixelsOf(pen: CanvasRenderingContext2D, video: HTMLVideoElement): readonly number[] | null {
  // A page that nobody sees draws no frames.
  if (document.hidden || video.videoWidth === 0) return null
  pen.drawImage(video, 0, 0, WIDTH, HEIGHT)
  const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT)
  return Array.from({ length: WIDTH * HEIGHT }, (_, n) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * n, 4 * n + 3)
    return Math.round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
  })
}

/** Chromium's own count; a stream without sound counts none. */
function soundBytesOf(video: HTMLVideoElement): number | null {
  if (!('webkitAudioDecodedByteCount' in video)) return null
  const bytes = video.webkitAudioDecodedByteCount
  return typeof bytes === 'number' && bytes > 0 ? bytes : null
}
