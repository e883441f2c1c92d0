import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { startCouncilStream } from '@akari/content-samples'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freshPostgres } from '../../apps/cms/src/db/testing.ts'
import { type RunningCms, startCms } from '../../apps/cms/src/testing/running-cms.ts'
import { leaps, placesIn } from '../support/film-seen.ts'
import { growingHls } from '../support/growing-hls.ts'
import { madeSegments, withoutFfmpeg } from '../support/made-hls.ts'
import { recordedSitting } from '../support/recorded-sitting.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { startTwoNodes } from './nodes.ts'

const ENV = { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' }

/** What servers of one city hall share besides the database. */
async function share(first: RunningCms, second: RunningCms): Promise<void> {
  for (const name of ['recordings', 'files']) {
    await mkdir(join(first.dataDir, name), { recursive: true })
    await rm(join(second.dataDir, name), { recursive: true, force: true })
    await symlink(join(first.dataDir, name), join(second.dataDir, name))
  }
}

function apiOf(cms: RunningCms) {
  return async (method: string, path: string, body?: unknown) =>
    (await cms.call(method, `/api${path}`, { as: cms.local, body })).body
}

test('a recording that is ended by hand at both servers, one of which records it, becomes one film', {
  timeout: 120_000,
}, async ({ skip }) => {
  skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')
  // Where its loop starts over there is another part, which is not so within a minute.
  const stream = await startCouncilStream({ port: 0, loopBeginsMs: Date.now() - 12_000 })
  onTestFinished(stream.close)
  const { a: first, b: second } = await startTwoNodes(inject('postgresUrl'), ENV)
  await share(first, second)
  const sitting = await recordedSitting(apiOf(first), stream.url)
  await sitting.step({ kind: 'open' })
  const { id } = await sitting.until(({ isRunning, durationMs }) => isRunning && durationMs > 4_000)
  const ended = await Promise.all(
    [first, second].map((cms) => cms.call('POST', `/api/recordings/${id}/end`, { as: cms.local })),
  )
  expect(ended.map(({ status }) => status)).toContain(200)
  expect([200, 409]).toEqual(expect.arrayContaining(ended.map(({ status }) => status)))
  const ready = await sitting.until(({ state }) => state === 'ready')
  expect(ready.parts).toHaveLength(1)
  expect(ready.durationMs).toBeGreaterThan(4_000)
  expect(ready.film?.bytes).toBeGreaterThan(0)
  // The sitting is still open: what somebody ended nobody begins again.
  expect(await sitting.list()).toHaveLength(1)
})

test('when the server that records goes, the other goes on in the next part where the first had come', {
  timeout: 120_000,
}, async ({ skip }) => {
  skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')
  const folder = await temporaryFolder('segments')
  onTestFinished(() => folder.remove())
  const made = await madeSegments(folder.path, { video: 'testsrc2=s=320x180', audio: 'sine=f=440', seconds: 90 })
  const segments = made.map((body) => ({ body }))
  const stream = await growingHls(segments)
  onTestFinished(stream.close)
  const databaseUrl = await freshPostgres(inject('postgresUrl'))
  const first = await startCms(databaseUrl, { env: ENV })
  let api = apiOf(first)
  const sitting = await recordedSitting((...asked) => api(...asked), stream.url)
  await sitting.step({ kind: 'open' })
  await sitting.until(({ isRunning, durationMs }) => isRunning && durationMs > 4_000)
  const second = await startCms(databaseUrl, { env: ENV, beside: first })
  await share(first, second)
  api = apiOf(second)
  await first.close()
  const { id } = await sitting.until(
    ({ isRunning, parts, durationMs }) => isRunning && parts.length > 1 && durationMs > 10_000,
  )
  await second.call('POST', `/api/recordings/${id}/end`, { as: second.local })
  const ready = await sitting.until(({ state }) => state === 'ready')
  expect(ready.parts.map(({ number }) => number)).toEqual(ready.parts.map((_part, i) => i + 1))
  expect(ready.durationMs).toBeGreaterThan(10_000)
  const sha256 = ready.film?.sha256 ?? ''
  const places = await placesIn(join(first.dataDir, 'files', sha256.slice(0, 2), sha256), segments)
  // Nothing is there twice. What ffmpeg had of the last picture when it was stopped was not known to be all of it.
  const missing = leaps(places).map(([before, after]) => after - before - 1)
  expect([[], [1]]).toContainEqual(missing)
})
