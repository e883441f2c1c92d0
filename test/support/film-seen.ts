import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { GrownSegment } from './growing-hls.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HZ = 8_000
const MOST_BYTES = 64 * 1024 * 1024

/** A mark of each picture of a film, in order. */
export async function picturesIn(path: string): Promise<string[]> {
  const text = (await ffmpeg(path, '-map 0:v -vsync passthrough -f framemd5')).toString()
  return text.split('\n').flatMap((line) => (/^\d/.test(line) ? (line.split(',').at(-1) ?? '').trim() : []))
}

/** Which pictures of a stream are in a film, by their place in the stream; of a stream that becomes another one, `kinds` are both. */
export async function placesIn(path: string, ...kinds: (readonly GrownSegment[])[]): Promise<number[]> {
  const folder = await temporaryFolder('pictures')
  try {
    const places = new Map<string, number>()
    for (const segments of kinds) {
      const whole = join(folder.path, 'whole.ts')
      await writeFile(whole, Buffer.concat(segments.map(({ body }) => body)))
      for (const picture of await picturesIn(whole)) places.set(picture, places.size)
    }
    return (await picturesIn(path)).map((picture) => places.get(picture) ?? Number.NaN)
  } finally {
    await folder.remove()
  }
}

/** Where a film does not go on with the next picture of the stream. */
export function leaps(places: readonly number[]): [number, number][] {
  return places.slice(1).flatMap((place, i) => {
    const before = places[i] ?? Number.NaN
    return place === before + 1 ? [] : ([[before, place]] as [number, number][])
  })
}

/** What colour each picture of a film is. */
export async function coloursIn(path: string): Promise<('black' | 'red' | 'blue')[]> {
  const pixels = await ffmpeg(path, '-vf scale=1:1 -vsync passthrough -f rawvideo -pix_fmt rgb24')
  return Array.from({ length: pixels.length / 3 }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = pixels.subarray(3 * i, 3 * i + 3)
    return Math.max(red, green, blue) < 40 ? 'black' : red > blue ? 'red' : 'blue'
  })
}

/** What is heard in the middle of each second of a film, to the nearest 20 Hz; 0 is silence. */
export async function tonesIn(path: string): Promise<number[]> {
  const sound = await ffmpeg(path, `-map 0:a -af aresample=async=1:first_pts=0 -ar ${HZ} -ac 1 -f s16le`)
  return Array.from({ length: Math.round(sound.length / 2 / HZ) }, (_, second) => {
    const from = second * HZ + HZ / 4
    const samples = Array.from({ length: HZ / 2 }, (_each, i) => sound.readInt16LE(2 * (from + i)))
    if (Math.max(...samples) < 200) return 0
    const rises = samples.filter((sample, i) => sample >= 0 && (samples[i - 1] ?? 0) < 0).length
    return 20 * Math.round((2 * rises) / 20)
  })
}

async function ffmpeg(path: string, asked: string): Promise<Buffer> {
  const args = ['-v', 'error', '-i', path, ...asked.split(' '), '-']
  return (await promisify(execFile)('ffmpeg', args, { encoding: 'buffer', maxBuffer: MOST_BYTES })).stdout
}
