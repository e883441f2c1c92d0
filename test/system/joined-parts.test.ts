import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { partFile } from '../../apps/cms/src/features/recordings/part-files.ts'
import { putTogether } from '../../apps/cms/src/features/recordings/put-together.ts'
import { words } from '../../apps/cms/src/features/run-tool.ts'
import { coloursIn, picturesIn, tonesIn } from '../support/film-seen.ts'
import { withoutFfmpeg } from '../support/made-hls.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SECONDS = 4
const H264 = '-c:v libx264 -preset ultrafast -pix_fmt yuv420p'
const MONO = '-c:a aac -ar 44100 -ac 1'
const run = promisify(execFile)

/** A part of four seconds: a colour and a tone, or neither, and how they are coded. */
type Made = { colour?: 'red' | 'blue'; fps?: number; hertz?: number; soundFromSeconds?: number; coded: string }

beforeEach(({ skip }) => skip(withoutFfmpeg !== null, withoutFfmpeg ?? ''))

async function filmOf(...made: Made[]) {
  const folder = await temporaryFolder('parts')
  onTestFinished(() => folder.remove())
  const pictures: string[] = []
  for (const [i, { colour, fps = 20, hertz, soundFromSeconds = 0, coded }] of made.entries()) {
    const picture = colour === undefined ? [] : ['-f', 'lavfi', '-i', `color=${colour}:s=320x180:r=${fps}`]
    const late = ['-itsoffset', String(soundFromSeconds), '-f', 'lavfi', '-i']
    const sound = hertz === undefined ? [] : [...late, `sine=f=${hertz}:d=${SECONDS - soundFromSeconds}`]
    const path = join(folder.path, partFile(i + 1))
    await run('ffmpeg', [
      ...words('-v error'),
      ...picture,
      ...sound,
      ...words(`-t ${SECONDS} ${coded} -f matroska`),
      path,
    ])
    pictures.push(...(colour === undefined ? [] : await picturesIn(path)))
  }
  const job = { folder: folder.path, title: '定例会', parts: [], chaptersOf: async () => [] }
  const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }
  const film = await putTogether(tools, job, () => undefined, new AbortController().signal)
  if (!film.ok) throw new Error(film.problem)
  const { stderr } = await run('ffmpeg', [...words('-v error -i'), film.path, ...words('-vsync drop -f null -')])
  expect(stderr).toBe('')
  return { path: film.path, pictures }
}

const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value)

it('keeps the sound of later parts where the first has none, and the pictures as they are', async () => {
  const silent = { colour: 'red', coded: H264 } as const
  const { path, pictures } = await filmOf(silent, { ...silent, hertz: 440, coded: `${H264} ${MONO}` })
  expect(await tonesIn(path)).toEqual([...times(4, 0), ...times(4, 440)])
  expect(await picturesIn(path)).toEqual(pictures)
})

it('is silent for as long as a part in the middle is, and heard again behind it', async () => {
  const heard = { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` } as const
  const { path, pictures } = await filmOf(heard, { colour: 'red', coded: H264 }, { ...heard, hertz: 880 })
  expect(await tonesIn(path)).toEqual([...times(4, 440), ...times(4, 0), ...times(4, 880)])
  expect(await picturesIn(path)).toEqual(pictures)
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
  expect(await tonesIn(path)).toEqual([...times(4, 440), 0, 0, ...times(2, 880)])
  expect(await picturesIn(path)).toEqual(pictures)
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
  expect(await coloursIn(path)).toEqual([...times(SECONDS * 20, 'red'), ...times(SECONDS * fps, 'blue')])
  expect(await tonesIn(path)).toEqual([...times(4, 440), ...times(4, 880)])
  const { stdout } = await run('ffprobe', [
    ...words('-v error -select_streams v -show_entries stream=codec_name -of csv=p=0'),
    path,
  ])
  expect(stdout.trim()).toBe('h264')
})

it('is black for as long as there is no picture', async () => {
  const seen = { colour: 'red', hertz: 440, coded: `${H264} ${MONO}` } as const
  const { path } = await filmOf({ hertz: 880, coded: MONO }, seen)
  const colours = await coloursIn(path)
  expect(colours.slice(-SECONDS * 20)).toEqual(times(SECONDS * 20, 'red'))
  // The sound of a part is a little longer than what was asked for, by what its last packet holds.
  expect(colours.slice(0, -SECONDS * 20)).toEqual(times(SECONDS * 25 + 1, 'black'))
  expect(await tonesIn(path)).toEqual([...times(4, 880), ...times(4, 440)])
})
