import { execFile } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startCouncilStream } from '@akari/content-samples'
import {
  RecordingsView,
  type RecordingView,
  type SittingInput,
  type SittingStep,
  SittingView,
  StreamView,
} from '@akari/protocol'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { startCms } from '../../testing/running-cms.ts'
import { isInstalled } from '../run-tool.ts'
import { inEveryLanguage } from '../testing/content-samples.ts'
import { UNDO_MS } from './keeper.ts'
import { recordPart } from './record-part.ts'

const hasFfmpeg = (await isInstalled('ffmpeg')) && (await isInstalled('ffprobe'))
const SLOW = { timeout: 60_000 }

const Probed = z.object({
  streams: z.array(z.object({ codec_type: z.string() })),
  chapters: z.array(z.object({ start_time: z.coerce.number(), tags: z.object({ title: z.string() }) })),
  format: z.object({ duration: z.coerce.number() }),
})

/** A running server with the sample's stream, whose sittings are recorded; `later` puts its clock forward. */
async function chamber() {
  // Where its loop starts over there is another part, which is not so within a minute.
  const stream = await startCouncilStream({ port: 0, loopBeginsMs: Date.now() - 12_000 })
  onTestFinished(stream.close)
  let aheadMs = 0
  const now = () => new Date(Date.now() + aheadMs)
  let cms = await startCms(null, { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' }, now })
  const as = cms.local
  const registered = { title: inEveryLanguage('市議会中継'), url: stream.url }
  const { id: streamId } = StreamView.parse((await cms.call('POST', '/api/streams', { as, body: registered })).body)
  const plan: SittingInput = {
    title: { ja: '第4回定例会', en: 'Fourth session' },
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    agenda: [
      { id: 'a1', number: '日程第1', title: { ja: '会議録署名議員の指名' } },
      { id: 'a2', number: '議案第12号', title: { ja: '補正予算' } },
    ],
    speakers: [],
    streamId,
    recordingUrl: null,
    isRecorded: true,
    targets: { displayIds: [], groups: [] },
    opening: 'clerk',
    closing: 'clerk',
    countdownMinutes: 0,
    afterMinutes: 0,
    version: 0,
  }
  const sitting = SittingView.parse((await cms.call('POST', '/api/sittings', { as, body: plan })).body)
  let { version } = sitting.live
  const list = async () => RecordingsView.parse((await cms.call('GET', '/api/recordings', { as: cms.local })).body)
  const settings = async (changes: object) => {
    const { settings: before } = await list()
    const body = { ...before, ...changes }
    return cms.call('PUT', '/api/recording-settings', { as: cms.local, body })
  }
  return {
    call: (method: string, path: string) => cms.call(method, path, { as: cms.local }),
    restart: async (): Promise<void> => {
      cms = await cms.restart()
    },
    dataDir: cms.dataDir,
    stream,
    sitting,
    settings,
    list,
    folder: join(cms.dataDir, 'recordings'),
    later: (ms: number) => {
      aheadMs += ms
    },
    step: async (...steps: SittingStep[]): Promise<void> => {
      for (const step of steps) {
        const body = { step, version }
        const answer = await cms.call('POST', `/api/sittings/${sitting.id}/steps`, { as: cms.local, body })
        version = SittingView.parse(answer.body).live.version
      }
    },
    /** Waits until the recording is as wanted. */
    until: async (wanted: (recording: RecordingView) => boolean): Promise<RecordingView> => {
      let last: RecordingView | undefined
      await expect
        .poll(
          async () => {
            last = (await list()).recordings[0]
            return last !== undefined && wanted(last)
          },
          { timeout: 45_000, interval: 200 },
        )
        .toBe(true)
      if (last === undefined) throw new Error('there is no recording')
      return last
    },
  }
}

async function probe(path: string): Promise<z.infer<typeof Probed>> {
  const asked = ['-v', 'error', '-show_streams', '-show_chapters', '-show_format', '-of', 'json', path]
  const { stdout } = await promisify(execFile)('ffprobe', asked)
  return Probed.parse(JSON.parse(stdout))
}

const recordedMs = (ms: number) => (recording: RecordingView) => recording.isRunning && recording.durationMs >= ms

describe('recording a sitting', SLOW, () => {
  beforeEach(({ skip }) => skip(!hasFfmpeg, 'ffmpeg or ffprobe is not installed'))

  it('makes one film of a sitting with a recess, with a chapter for each item, and puts it into the library', async () => {
    const { call, dataDir, step, until, later, list } = await chamber()
    await step({ kind: 'open' }, { kind: 'item', itemId: 'a1' })
    await until(recordedMs(1_500))
    await step({ kind: 'recess', resumesAt: null })
    const rested = await until(({ isRunning, parts }) => !isRunning && parts.length === 1)
    expect(rested).toMatchObject({ state: 'recording', problem: null })
    await step({ kind: 'resume' }, { kind: 'item', itemId: 'a2' })
    await until(
      (recording) =>
        recording.isRunning && recording.parts.length === 2 && recording.durationMs > rested.durationMs + 2_000,
    )
    await step({ kind: 'adjourn' })
    await until(({ isRunning }) => !isRunning)
    expect((await list()).recordings[0]).toMatchObject({ state: 'recording' })
    later(UNDO_MS)
    const ready = await until(({ state }) => state === 'ready')
    expect(ready).toMatchObject({ problem: null, percent: null, title: { ja: '第4回定例会' } })
    expect(ready.parts).toHaveLength(2)
    expect(ready.chapters.map(({ number, title }) => [number, title.ja])).toEqual([
      ['日程第1', '会議録署名議員の指名'],
      ['議案第12号', '補正予算'],
    ])
    expect(ready.chapters[1]?.startMs).toBeGreaterThanOrEqual(ready.parts[0]?.durationMs ?? Infinity)
    const sha256 = ready.film?.sha256 ?? ''
    const film = await probe(join(dataDir, 'files', sha256.slice(0, 2), sha256))
    expect(film.streams.map(({ codec_type }) => codec_type)).toEqual(expect.arrayContaining(['video', 'audio']))
    expect(Math.abs(film.format.duration * 1000 - ready.durationMs)).toBeLessThan(1_000)
    expect(film.chapters.map(({ tags }) => tags.title)).toEqual(['日程第1 会議録署名議員の指名', '議案第12号 補正予算'])
    const asset = await call('DELETE', `/api/assets/${ready.assetId ?? ''}`)
    expect(asset).toMatchObject({ status: 409, body: { code: 'in-use' } })
    expect((await call('DELETE', `/api/recordings/${ready.id}`)).status).toBe(204)
    expect((await list()).recordings).toEqual([])
  })

  it('goes on in a new part when ffmpeg is killed and when the server restarts, and ends when staff have enough', async () => {
    const { call, restart, step, until, folder } = await chamber()
    await step({ kind: 'open' })
    await until(recordedMs(3_500))
    for (const pid of await recorders(folder)) process.kill(pid, 'SIGKILL')
    await until(({ isRunning, parts }) => isRunning && parts.length === 2)
    await restart()
    expect(await recorders(folder)).toEqual([])
    const again = await until(({ isRunning, parts }) => isRunning && parts.length === 3)
    const { status } = await call('POST', `/api/recordings/${again.id}/end`)
    expect(status).toBe(200)
    const ready = await until(({ state }) => state === 'ready')
    expect(ready.parts).toHaveLength(3)
    expect(ready.parts.every(({ durationMs }) => durationMs > 0)).toBe(true)
    await expect(readdir(folder)).resolves.toEqual([])
    const late = await call('POST', `/api/recordings/${again.id}/end`)
    expect(late).toMatchObject({ status: 409 })
  })

  it('stays ended once somebody ended it, until somebody records on, in another one', async () => {
    const { call, step, until, list } = await chamber()
    await step({ kind: 'open' })
    const first = await until(recordedMs(1_500))
    expect(first.mayGoOn).toBe(false)
    expect(await call('POST', `/api/recordings/${first.id}/go-on`)).toMatchObject({ status: 409 })
    await call('POST', `/api/recordings/${first.id}/end`)
    const ready = await until(({ state }) => state === 'ready')
    expect(ready.mayGoOn).toBe(true)
    expect(await call('POST', `/api/recordings/${first.id}/go-on`)).toMatchObject({ status: 200 })
    const second = await until(recordedMs(1_500))
    expect(second.id).not.toBe(first.id)
    expect((await list()).recordings.map(({ id, mayGoOn }) => [id, mayGoOn])).toEqual([
      [second.id, false],
      [first.id, false],
    ])
    const trail = await call('GET', '/api/audit')
    expect(JSON.stringify(trail.body)).toContain('recording.go-on')
  })

  it('ends with what it has when there is no more room, tells staff, and begins no other', async () => {
    const { call, settings, step, until, list } = await chamber()
    await step({ kind: 'open' })
    await until(recordedMs(1_500))
    expect(await settings({ keepFreeBytes: 1024 ** 5 })).toMatchObject({ status: 200 })
    const ended = await until(({ state }) => state === 'ready')
    expect(ended).toMatchObject({ problem: 'diskFull' })
    expect((await list()).recordings).toHaveLength(1)
    const trail = await call('GET', '/api/audit')
    expect(JSON.stringify(trail.body)).toContain('recording.stopped')
  })

  it('says that the stream is away, and that nothing was recorded; that is deleted', async () => {
    const { call, stream, step, until, list } = await chamber()
    stream.pause()
    await step({ kind: 'open' })
    const waiting = await until(({ problem }) => problem === 'streamAway')
    expect(waiting).toMatchObject({ isRunning: false, parts: [] })
    expect(await call('DELETE', `/api/recordings/${waiting.id}`)).toMatchObject({ status: 409 })
    await call('POST', `/api/recordings/${waiting.id}/end`)
    const failed = await until(({ state }) => state === 'failed')
    expect(failed).toMatchObject({ problem: 'nothingRecorded' })
    await call('POST', `/api/recordings/${waiting.id}/retry`)
    await until(({ state }) => state === 'failed')
    expect(await call('DELETE', `/api/recordings/${waiting.id}`)).toMatchObject({ status: 204 })
    expect((await list()).recordings).toEqual([])
  })

  it('knows a full disk from a stream that ended', async () => {
    const stream = await startCouncilStream({ port: 0 })
    onTestFinished(stream.close)
    const of = {
      run: { url: stream.url, from: 'edge' as const, hasChanged: () => false },
      output: '/dev/full',
      latencyMs: () => 0,
    }
    const end = await recordPart('ffmpeg', of, () => undefined, new AbortController().signal)
    expect(end).toBe('full')
  })
})

it('says that ffmpeg is missing', async () => {
  const of = {
    run: { url: 'http://127.0.0.1:9/', from: 'edge' as const, hasChanged: () => false },
    output: '/dev/null',
    latencyMs: () => 0,
  }
  const end = await recordPart('no-such-ffmpeg', of, () => undefined, new AbortController().signal)
  expect(end).toBe('missing')
})

/** Processes that write a file of that folder now. */
async function recorders(folder: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('pgrep', ['-f', `ffmpeg .*${folder}`]).catch(() => ({ stdout: '' }))
  return stdout.split('\n').filter(Boolean).map(Number)
}
