import { spawnSync } from 'node:child_process'
import { open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode } from '@akari/node-kit'
import { startCouncilStream } from '@akari/content-samples'
import { RecordingsView, type RecordingView, SittingView, StreamView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeImage, mounted, noLoopDevice } from './loop-disk.ts'

const WHY_NOT =
  spawnSync('ffmpeg', ['-version']).status === 0 ? await noLoopDevice() : 'recording needs ffmpeg, and there is none'
const DISK_BYTES = 192 * 1024 * 1024

it('a recording stops on a full disk, keeps what it has, and the server goes on; with room again it is finished', {
  timeout: 90_000,
}, async ({ skip }) => {
  skip(WHY_NOT !== null, WHY_NOT ?? '')
  const folder = await temporaryFolder('full-recording')
  onTestFinished(() => folder.remove())
  const disk = await mounted(await makeImage(folder.path, DISK_BYTES), join(folder.path, 'disk'))
  onTestFinished(disk.unmount)
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const data = join(disk.path, 'data')
  const cms = await startCmsProcess(data, { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' })
  onTestFinished(async () => {
    await cms.process.stop()
  })
  const api = localApi(data)
  const list = async () => RecordingsView.parse(await api('GET', '/recordings'))
  const until = async (wanted: (recording: RecordingView) => boolean): Promise<RecordingView | undefined> => {
    const found = async () => (await list()).recordings.find(wanted)
    await expect.poll(found, { timeout: 40_000, interval: 250 }).toBeDefined()
    return found()
  }
  await api('PUT', '/recording-settings', { ...(await list()).settings, keepFreeBytes: 0 })
  const { id: streamId } = StreamView.parse(
    await api('POST', '/streams', { title: { ja: '市議会中継' }, url: stream.url }),
  )
  const { id, live } = SittingView.parse(await api('POST', '/sittings', sittingWith(streamId)))
  await api('POST', `/sittings/${id}/steps`, { step: { kind: 'open' }, version: live.version })
  await until(({ durationMs }) => durationMs > 2_000)
  const filler = join(disk.path, 'of-another-program')
  await fill(filler)
  // Nothing can be written down either: that it stopped is seen from outside.
  await expect.poll(() => recorders(data), { timeout: 40_000 }).toBe('')
  expect(SittingView.parse(await api('GET', `/sittings/${id}`)).live.standing.phase).toBe('inSession')
  await truncate(filler, 0)
  const after = await until(({ state, isRunning, parts }) => state === 'ready' || (isRunning && parts.length > 1))
  if (after?.state !== 'ready') await api('POST', `/recordings/${after?.id ?? ''}/end`, {})
  const ready = await until(({ state }) => state === 'ready')
  expect(ready?.film?.bytes).toBeGreaterThan(0)
  expect(ready?.durationMs).toBeGreaterThan(2_000)
})

function sittingWith(streamId: string): object {
  return {
    title: { ja: '第4回定例会' },
    startsAt: new Date().toISOString(),
    endsAt: new Date(Date.now() + 3_600_000).toISOString(),
    agenda: [],
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
}

/** Process ids of what records into that folder, as `pgrep` prints them. */
function recorders(folder: string): string {
  return spawnSync('pgrep', ['-f', `ffmpeg .*${folder}`]).stdout.toString()
}

/** Takes all that is left. */
async function fill(path: string): Promise<void> {
  const file = await open(path, 'w')
  try {
    for (;;) await file.write(Buffer.alloc(64 * 1024, 7))
  } catch (error) {
    if (faultCode(error) !== 'ENOSPC') throw error
  } finally {
    await file.close()
  }
}
