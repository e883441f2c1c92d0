import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { RecordingView } from '@akari/protocol'
import { pino } from 'pino'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { putTogether } from '../../apps/cms/src/features/recordings/put-together.ts'
import { type Recorder, startRecorder } from '../../apps/cms/src/features/recordings/recorder.ts'
import { NOTHING_YET } from '../../apps/cms/src/features/recordings/stored-recording.ts'
import { startCms } from '../../apps/cms/src/testing/running-cms.ts'
import { growingHls, type GrownSegment } from '../support/growing-hls.ts'
import { coloursIn, leaps, picturesIn, placesIn, tonesIn } from '../support/film-seen.ts'
import { madeSegments, type Recipe, withoutFfmpeg } from '../support/made-hls.ts'
import { recordedSitting } from '../support/recorded-sitting.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const SLOW = { timeout: 150_000 }

/** A sitting that is recorded from a stream of these segments. */
async function sittingOf(segments: readonly GrownSegment[], shape: { inOneFile?: boolean } = {}) {
  const stream = await growingHls(segments, shape)
  onTestFinished(stream.close)
  const cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } })
  const api = async (method: string, path: string, body?: unknown) =>
    (await cms.call(method, `/api${path}`, { as: cms.local, body })).body
  const sitting = await recordedSitting(api, stream.url)
  await sitting.step({ kind: 'open' })
  return {
    ...sitting,
    encoder: stream.encoder,
    asked: stream.asked,
    /** Ends the recording; gives it with its film. */
    film: async () => {
      const [recording] = await sitting.list()
      await api('POST', `/recordings/${recording?.id ?? ''}/end`, {})
      const ready = await sitting.until(({ state }) => state === 'ready')
      const sha256 = ready.film?.sha256 ?? ''
      return { ready, path: join(cms.dataDir, 'files', sha256.slice(0, 2), sha256) }
    },
  }
}

async function segmentsOf(recipe: Partial<Recipe> & Pick<Recipe, 'seconds'>): Promise<GrownSegment[]> {
  const folder = await temporaryFolder('segments')
  onTestFinished(() => folder.remove())
  const made = await madeSegments(folder.path, { video: 'testsrc2=s=320x180', audio: 'sine=f=440', ...recipe })
  return made.map((body) => ({ body }))
}

/** A stream that becomes another one. */
const inOrder = (before: readonly GrownSegment[], after: readonly GrownSegment[]): GrownSegment[] => [
  ...before,
  ...after.map((segment, i) => ({ ...segment, isOther: i === 0 })),
]

const recorded = (parts: number, ms: number) => (recording: RecordingView) =>
  recording.isRunning && recording.parts.length >= parts && (recording.parts.at(-1)?.durationMs ?? 0) >= ms

describe('a recording of a stream that has its troubles', SLOW, () => {
  beforeEach(({ skip }) => skip(withoutFfmpeg !== null, withoutFfmpeg ?? ''))

  it('has every picture once when the stream dies in the middle and comes back', async () => {
    const segments = await segmentsOf({ seconds: 90 })
    const { encoder, until, film } = await sittingOf(segments)
    await until(recorded(1, 4_000))
    encoder('gone')
    const away = await until(({ problem, isRunning }) => problem === 'streamAway' && !isRunning)
    expect(away.parts).toHaveLength(1)
    encoder('writes')
    await until(recorded(2, 4_000))
    const { ready, path } = await film()
    expect(ready.parts).toHaveLength(2)
    expect(leaps(await placesIn(path, segments))).toEqual([])
  })

  it('has no picture twice when the playlist stays and nothing new is in it', async () => {
    const segments = await segmentsOf({ seconds: 90 })
    const { asked, encoder, until, film, list } = await sittingOf(segments)
    await until(recorded(1, 4_000))
    encoder('still')
    const away = await until(({ problem, isRunning }) => problem === 'streamAway' && !isRunning)
    const before = asked()
    await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(before + 4)
    expect((await list())[0]?.parts).toEqual(away.parts)
    encoder('writes')
    await until(recorded(2, 4_000))
    const { ready, path } = await film()
    expect(ready.parts).toHaveLength(2)
    expect(leaps(await placesIn(path, segments))).toEqual([])
  })

  it('goes on behind a segment that is far longer than its stream allows', async () => {
    const plain = await segmentsOf({ seconds: 90 })
    const segments = plain.map((segment, i) => (i === 16 ? { ...segment, seconds: 3600, isHeld: true } : segment))
    const { encoder, until, film } = await sittingOf(segments)
    // All that comes before it is recorded.
    await until(({ problem, isRunning }) => problem === 'streamAway' && !isRunning)
    encoder('writes')
    await until(recorded(2, 4_000))
    const { path } = await film()
    // What lies in the window with it is refused with it. How much has left the window when the stream
    // is asked for again is chance; from there on every picture is there.
    const [[before, after] = [], ...more] = leaps(await placesIn(path, segments))
    expect([before, more]).toEqual([16 * 20 - 1, []])
    expect([17, 18, 19, 20, 21, 22].map((segment) => segment * 20)).toContain(after)
  })

  it('keeps a part that a server wrote and did not note before it died', async () => {
    const stream = await growingHls(await segmentsOf({ seconds: 60 }))
    onTestFinished(stream.close)
    const folder = await temporaryFolder('parts')
    onTestFinished(() => folder.remove())
    const log = pino({ level: 'silent' })
    const door = {
      next: async () => ({ url: stream.url, from: 'edge' as const, hasChanged: () => false }),
      close: () => undefined,
    }
    const deps = { ffmpeg: 'ffmpeg', folder: folder.path, stream: door, latencyMs: () => 0, log }
    const durationOf = (recorder: Recorder) => recorder.read().parts.at(-1)?.durationMs ?? 0
    const dying = startRecorder(deps, NOTHING_YET)
    await expect.poll(() => durationOf(dying)).toBeGreaterThan(3_000)
    await dying.stop()
    const unnoted = await stat(join(folder.path, 'part-001.mkv'))
    const next = startRecorder(deps, NOTHING_YET)
    await expect.poll(() => durationOf(next)).toBeGreaterThan(3_000)
    await next.stop()
    const { parts } = next.read()
    expect(parts.map(({ number }) => number)).toEqual([2])
    expect(await stat(join(folder.path, 'part-001.mkv'))).toEqual(unnoted)
    const job = { folder: folder.path, title: '定例会', parts, chaptersOf: async () => [] }
    const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }
    const made = await putTogether(tools, job, () => undefined, new AbortController().signal)
    if (!made.ok) throw new Error(made.problem)
    expect(made.parts.map(({ number }) => number)).toEqual([1, 2])
    const [first] = made.parts
    const endedMs = Date.parse(first?.startedAt ?? '') + (first?.durationMs ?? 0)
    expect(Math.abs(endedMs - unnoted.mtimeMs)).toBeLessThan(10)
    expect((await picturesIn(made.path)).length).toBeGreaterThan(2 * 3 * 20)
  })

  it('has every picture once when the segments of a stream are ranges of one file', async () => {
    const segments = await segmentsOf({ seconds: 90 })
    const { encoder, until, film } = await sittingOf(segments, { inOneFile: true })
    await until(recorded(1, 4_000))
    encoder('gone')
    await until(({ problem, isRunning }) => problem === 'streamAway' && !isRunning)
    encoder('writes')
    await until(recorded(2, 4_000))
    const { path } = await film()
    expect(leaps(await placesIn(path, segments))).toEqual([])
  })

  it('has every picture as it was, and the sound in its place, when a stream changes its sound', async () => {
    const before = await segmentsOf({ seconds: 12 })
    const after = await segmentsOf({ seconds: 60, video: 'testsrc=s=320x180', audio: 'sine=f=880', sound: 'stereo' })
    const { until, film } = await sittingOf(inOrder(before, after))
    await until(recorded(2, 4_000))
    const { path } = await film()
    const places = await placesIn(path, before, after)
    expect(leaps(places)).toEqual([])
    const change = places.indexOf(12 * 20) / 20
    const tones = await tonesIn(path)
    const heard = [tones.lastIndexOf(440) + 1, tones.indexOf(880)].map((second) => Math.abs(second - change))
    expect(new Set(tones)).toEqual(new Set([440, 880]))
    expect(Math.max(...heard)).toBeLessThanOrEqual(1)
  })

  it('loses nothing of a stream that changes its codec', async () => {
    const before = await segmentsOf({ seconds: 12, video: 'color=red:s=320x180' })
    const after = await segmentsOf({ seconds: 60, video: 'color=blue:s=320x180', audio: 'sine=f=880', codec: 'h265' })
    const { until, film } = await sittingOf(inOrder(before, after))
    await until(recorded(2, 4_000))
    const { ready, path } = await film()
    const colours = await coloursIn(path)
    const change = colours.indexOf('blue')
    expect(change).toBeGreaterThan(0)
    expect(change % 20).toBe(0)
    expect(new Set(colours.slice(change))).toEqual(new Set(['blue']))
    expect(Math.abs(colours.length / 20 - ready.durationMs / 1000)).toBeLessThan(1)
    const tones = await tonesIn(path)
    expect(Math.abs(tones.indexOf(880) - change / 20)).toBeLessThanOrEqual(1)
  })

  it('makes one film of one size of a stream that changes its size', async () => {
    const small = await segmentsOf({ seconds: 16 })
    const large = await segmentsOf({ seconds: 60, video: 'testsrc2=s=640x480' })
    const { until, film } = await sittingOf(inOrder(small, large))
    await until(recorded(2, 4_000))
    const { ready, path } = await film()
    const asked = [
      '-v',
      'error',
      '-select_streams',
      'v:0',
      '-show_entries',
      'frame=width,height',
      '-of',
      'csv=p=0:s=x',
      path,
    ]
    const { stdout } = await promisify(execFile)('ffprobe', asked)
    const sizes = stdout.match(/\d+x\d+/g) ?? []
    expect(new Set(sizes)).toEqual(new Set(['640x480']))
    expect(Math.abs(sizes.length / 20 - ready.durationMs / 1000)).toBeLessThan(1)
    const decoded = await promisify(execFile)('ffmpeg', ['-v', 'error', '-i', path, '-f', 'null', '-'])
    expect(decoded.stderr).toBe('')
  })
})
