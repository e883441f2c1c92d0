import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { isInstalled, words } from '../run-tool.ts'
import { partFile } from './part-files.ts'
import { putTogether } from './put-together.ts'

const SECONDS = 4
const HZ = 8_000
const H264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p'
const MONO = '-c:a aac -ar 44100 -ac 1'
const run = promisify(execFile)

/** A part of four seconds: a colour and a tone, or neither, and how they are coded. */
type Made = { colour?: 'red' | 'blue'; fps?: number; hertz?: number; soundFromSeconds?: number; coded: string }

beforeEach(async ({ skip }) => skip(!(await isInstalled('ffmpeg')), 'ffmpeg is not installed'))

async function filmOf(...made: Made[]) {
  const folder = await mkdtemp(join(tmpdir(), 'akari-parts-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const pictures: string[] = []
  for (const [i, { colour, fps = 20, hertz, soundFromSeconds = 0, coded }] of made.entries()) {
    const picture = colour === undefined ? [] : ['-f', 'lavfi', '-i', `color=${colour}:s=320x180:r=${fps}`]
    const late = ['-itsoffset', String(soundFromSeconds), '-f', 'lavfi', '-i']
    const sound = hertz === undefined ? [] : [...late, `sine=f=${hertz}:d=${SECONDS - soundFromSeconds}`]
    const path = join(folder, partFile(i + 1))
    await run('ffmpeg', [
      ...words('-v error'),
      ...picture,
      ...sound,
      ...words(`-t ${SECONDS} ${coded} -f matroska`),
      path,
    ])
    pictures.push(...(await marks(path)))
  }
  const job = { folder, title: '定例会', parts: [], chaptersOf: async () => [] }
  const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }
  const film = await putTogether(tools, job, () => undefined, new AbortController().signal)
  if (!film.ok) throw new Error(film.problem)
  const { stderr } = await run('ffmpeg', [...words('-v error -i'), film.path, ...words('-vsync drop -f null -')])
  expect(stderr).toBe('')
  return { path: film.path, pictures }
}

/** A mark of each picture, in order. */
async function marks(path: string): Promise<string[]> {
  const asked = ['-v', 'error', '-i', path, ...words('-map 0:v? -vsync passthrough -f framemd5 -')]
  const { stdout } = await run('ffmpeg', asked).catch(() => ({ stdout: '' }))
  return stdout.split('\n').flatMap((line) => (/^\d/.test(line) ? (line.split(',').at(-1) ?? '').trim() : []))
}

/** What is seen in the middle of each second. */
async function colours(path: string): Promise<string[]> {
  const asked = [...words('-v error -i'), path, ...words('-vf scale=1:1,fps=1 -f rawvideo -pix_fmt rgb24 -')]
  const { stdout } = await run('ffmpeg', asked, { encoding: 'buffer' })
  return Array.from({ length: stdout.length / 3 }, (_, i) => {
    const [red = 0, green = 0, blue = 0] = stdout.subarray(3 * i, 3 * i + 3)
    return Math.max(red, green, blue) < 40 ? 'black' : red > blue ? 'red' : 'blue'
  })
}

/** What is heard in the middle of each second, to the nearest 20 Hz; 0 is silence. */
async function tones(path: string): Promise<number[]> {
  const asked = [
    ...words('-v error -i'),
    path,
    ...words(`-map 0:a -af aresample=async=1:first_pts=0 -ar ${HZ} -ac 1 -f s16le -`),
  ]
  const { stdout } = await run('ffmpeg', asked, { encoding: 'buffer', maxBuffer: 16 * 1024 * 1024 })
  const seconds = Math.round(stdout.length / 2 / HZ)
  return Array.from({ length: seconds }, (_, second) => {
    const from = second * HZ + HZ / 4
    const samples = Array.from({ length: HZ / 2 }, (_each, i) => stdout.readInt16LE(2 * (from + i)))
    if (Math.max(...samples) < 200) return 0
    const rises = samples.filter((sample, i) => sample >= 0 && (samples[i - 1] ?? 0) < 0).length
    return 20 * Math.round((2 * rises) / 20)
  })
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

it('keeps the sound of later parts where the first has none, and the pictures as they are', async () => {
  const silent = { colour: 'red', coded: H264 } as const
  const { path, pictures } = await filmOf(silent, { ...silent, hertz: 440, coded: `${H264} ${MONO}` })
  expect(await tones(path)).toEqual([...times(4, 0), ...times(4, 440)])
  expect(await marks(path)).toEqual(pictures)
})

it('is silent for as long as a part in the middle is, and heard again behind it', async () => {
  const heard = { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` } as const
  const { path, pictures } = await filmOf(heard, { colour: 'red', coded: H264 }, { ...heard, hertz: 880 })
  expect(await tones(path)).toEqual([...times(4, 440), ...times(4, 0), ...times(4, 880)])
  expect(await marks(path)).toEqual(pictures)
})

it('has no sound where no part has any', async () => {
  const { path } = await filmOf({ colour: 'red', coded: H264 }, { colour: 'blue', coded: H264 })
  const { stdout } = await run('ffprobe', [...words('-v error -show_entries stream=codec_type -of csv=p=0'), path])
  expect(stdout.trim()).toBe('video')
})

it('plays 44.1 kHz in mono and 48 kHz in stereo at their own pitch, also what is heard late', async () => {
  const stereo = `${H264} -c:a aac -ar 48000 -ac 2`
  const { path, pictures } = await filmOf(
    { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` },
    { colour: 'red', hertz: 880, soundFromSeconds: 2, coded: stereo },
  )
  expect(await tones(path)).toEqual([...times(4, 440), 0, 0, ...times(2, 880)])
  expect(await marks(path)).toEqual(pictures)
})

it.for([
  ['from H.264 to HEVC', '-c:v libx265 -preset ultrafast -pix_fmt yuv420p -x265-params log-level=error', 20],
  ['to another pixel format and rate', '-c:v libx264 -preset ultrafast -pix_fmt yuv422p', 25],
  [
    'to another profile',
    '-c:v libx264 -preset ultrafast -profile:v high -x264-params cabac=1:8x8dct=1 -pix_fmt yuv420p',
    20,
  ],
] as const)('shows every picture of a stream that goes %s', async ([, coded, fps]) => {
  const { path } = await filmOf(
    { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` },
    { colour: 'blue', fps, hertz: 880, coded: `${coded} ${MONO}` },
  )
  expect(await colours(path)).toEqual([...times(4, 'red'), ...times(4, 'blue')])
  expect(await marks(path)).toHaveLength(SECONDS * (20 + fps))
  expect(await tones(path)).toEqual([...times(4, 440), ...times(4, 880)])
  const { stdout } = await run('ffprobe', [
    ...words('-v error -select_streams v -show_entries stream=codec_name -of csv=p=0'),
    path,
  ])
  expect(stdout.trim()).toBe('h264')
})

it('is black for as long as there is no picture', async () => {
  const seen = { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` } as const
  const { path } = await filmOf({ hertz: 880, coded: MONO }, seen)
  expect(await colours(path)).toEqual([...times(4, 'black'), ...times(4, 'red')])
  expect(await tones(path)).toEqual([...times(4, 880), ...times(4, 440)])
})
