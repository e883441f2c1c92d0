import { spawnSync } from 'node:child_process'
import { open, readdir, stat, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { faultCode } from '@akari/node-kit'
import { startCouncilStream } from '@akari/content-samples'
import { SittingView } from '@akari/protocol'
import { expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { localApi, startCmsProcess } from '../support/city-hall.ts'
import { recordedSitting } from '../support/recorded-sitting.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { makeImage, mounted, noLoopDevice } from './loop-disk.ts'

const WHY_NOT =
  spawnSync('ffmpeg', ['-version']).status === 0 ? await noLoopDevice() : 'recording needs ffmpeg, and there is none'
const DISK_BYTES = 192 * 1024 * 1024
/** Enough for what a database notes, not for a film. */
const LEFT_BYTES = 192 * 1024

/** A server on a small disk of its own, and a sitting that is recorded there. */
async function onSmallDisk() {
  const folder = await temporaryFolder('full-recording')
  onTestFinished(() => folder.remove())
  const disk = await mounted(await makeImage(folder.path, DISK_BYTES), join(folder.path, 'disk'))
  onTestFinished(disk.unmount)
  // Where it begins anew, so does a part: not within this test.
  const stream = await startCouncilStream({ port: 0, loopBeginsMs: Date.now() - 12_000 })
  onTestFinished(stream.close)
  const data = join(disk.path, 'data')
  const cms = await startCmsProcess(data, { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' })
  onTestFinished(async () => {
    await cms.process.stop()
  })
  const api = localApi(data)
  const sitting = await recordedSitting(api, stream.url)
  await sitting.room({ keepFreeBytes: 0 })
  await sitting.step({ kind: 'open' })
  return { ...sitting, api, data, filler: join(disk.path, 'of-another-program') }
}

it('a recording stops on a full disk, keeps what it has, and the server goes on; with room again it is finished', {
  timeout: 90_000,
}, async ({ skip }) => {
  skip(WHY_NOT !== null, WHY_NOT ?? '')
  const { api, data, filler, until } = await onSmallDisk()
  await until(({ durationMs }) => durationMs > 2_000)
  await fill(filler)
  // Nothing can be written down either: that it stopped is seen from outside.
  await expect.poll(() => recorders(data), { timeout: 40_000 }).toBe('')
  const sittings = z.array(SittingView).parse(await api('GET', '/sittings'))
  expect(sittings.map(({ live }) => live.standing.phase)).toEqual(['inSession'])
  await truncate(filler, 0)
  const after = await until(({ state, isRunning, parts }) => state === 'ready' || (isRunning && parts.length > 1))
  if (after.state !== 'ready') await api('POST', `/recordings/${after.id}/end`, {})
  const ready = await until(({ state }) => state === 'ready')
  expect(ready.film?.bytes).toBeGreaterThan(0)
  expect(ready.durationMs).toBeGreaterThan(2_000)
})

it('a film that finds no room says so, leaves the parts and the room that there was, and is made once there is more', {
  timeout: 120_000,
}, async ({ skip }) => {
  skip(WHY_NOT !== null, WHY_NOT ?? '')
  const { api, data, filler, until, step } = await onSmallDisk()
  await until(({ isRunning, bytes }) => isRunning && bytes > 4 * LEFT_BYTES)
  await step({ kind: 'recess', resumesAt: null })
  const { id, durationMs } = await until(({ isRunning, parts }) => !isRunning && parts.length === 1)
  await fill(filler)
  await truncate(filler, (await stat(filler)).size - LEFT_BYTES)
  await api('POST', `/recordings/${id}/end`, {})
  const failed = await until(({ state }) => state === 'failed')
  expect(failed).toMatchObject({ problem: 'noRoomToJoin', percent: null, durationMs })
  const left = await readdir(join(data, 'recordings', id))
  expect(left).toContain('part-001.mkv')
  expect(left).not.toContain('film.mp4')
  const told = JSON.stringify(await api('GET', '/audit'))
  expect(told).toContain('recording.failed')
  await truncate(filler, 0)
  await api('POST', `/recordings/${id}/retry`, {})
  const ready = await until(({ state }) => state === 'ready')
  expect(Math.abs(ready.durationMs - durationMs)).toBeLessThan(1_000)
  expect(ready).toMatchObject({ problem: null })
})

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
