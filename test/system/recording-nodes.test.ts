import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { startCouncilStream } from '@akari/content-samples'
import { expect, inject, onTestFinished, test } from 'vitest'
import { freshPostgres } from '../../apps/cms/src/db/testing.ts'
import { type RunningCms, startCms } from '../../apps/cms/src/testing/running-cms.ts'
import { withoutFfmpeg } from '../support/made-hls.ts'
import { recordedSitting } from '../support/recorded-sitting.ts'

const ENV = { env: { AKARI_STREAM_PRIVATE_HOSTS: '127.0.0.1' } }

/** Two servers of one city hall that share what such servers must share. */
async function twoServers(): Promise<[RunningCms, RunningCms]> {
  const databaseUrl = await freshPostgres(inject('postgresUrl'))
  const first = await startCms(databaseUrl, ENV)
  const second = await startCms(databaseUrl, { ...ENV, beside: first })
  for (const name of ['recordings', 'files']) {
    await mkdir(join(first.dataDir, name), { recursive: true })
    await rm(join(second.dataDir, name), { recursive: true, force: true })
    await symlink(join(first.dataDir, name), join(second.dataDir, name))
  }
  return [first, second]
}

function apiOf(cms: RunningCms) {
  return async (method: string, path: string, body?: unknown) =>
    (await cms.call(method, `/api${path}`, { as: cms.local, body })).body
}

test('a recording that is ended by hand at both servers, one of which records it, becomes one film', {
  timeout: 120_000,
}, async ({ skip }) => {
  skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const [first, second] = await twoServers()
  const sitting = await recordedSitting(apiOf(first), stream.url)
  await sitting.step({ kind: 'open' })
  const { id } = await sitting.until(({ isRunning, durationMs }) => isRunning && durationMs > 4_000)
  const ended = await Promise.all(
    [first, second].map((cms) => cms.call('POST', `/api/recordings/${id}/end`, { as: cms.local })),
  )
  expect(ended.map(({ status }) => status)).toContain(200)
  const ready = await sitting.until(({ state }) => state === 'ready')
  expect(ready.parts).toHaveLength(1)
  expect(ready.durationMs).toBeGreaterThan(4_000)
  expect(ready.film?.bytes).toBeGreaterThan(0)
  // The sitting is still open: what somebody ended nobody begins again.
  expect(await sitting.list()).toHaveLength(1)
})

test('when the server that records goes, the other goes on in the next part', { timeout: 120_000 }, async ({
  skip,
}) => {
  skip(withoutFfmpeg !== null, withoutFfmpeg ?? '')
  const stream = await startCouncilStream({ port: 0 })
  onTestFinished(stream.close)
  const [first, second] = await twoServers()
  const sitting = await recordedSitting(apiOf(second), stream.url)
  await sitting.step({ kind: 'open' })
  await sitting.until(({ isRunning, durationMs }) => isRunning && durationMs > 4_000)
  await first.close()
  const { id } = await sitting.until(({ isRunning, durationMs }) => isRunning && durationMs > 10_000)
  await second.call('POST', `/api/recordings/${id}/end`, { as: second.local })
  const ready = await sitting.until(({ state }) => state === 'ready')
  expect(ready.parts.map(({ number }) => number)).toEqual(ready.parts.map((_part, i) => i + 1))
  expect(ready.durationMs).toBeGreaterThan(10_000)
})
