import { DEFAULT_POLICY } from '@akari/alerts'
import { PolicyInForce } from '@akari/protocol'
import { expect, inject, test } from 'vitest'
import type { RunningCms } from '../../apps/cms/src/testing/running-cms.ts'
import { deskOf, raise, startTwoNodes } from './nodes.ts'

const postgresUrl = inject('postgresUrl')
const soon = { timeout: 5000, interval: 20 }

/** With other stages for a fire. */
const policy = {
  rules: DEFAULT_POLICY.rules.map((rule) =>
    rule.id === 'fire' ? { ...rule, act: { ...rule.act, stages: [{ stage: 'route', minutes: 5 }] } } : rule,
  ),
}

function save(cms: RunningCms, basedOn: number) {
  return cms.call('PUT', '/api/alerts/policy', { body: { basedOn, note: '', policy }, as: cms.local })
}

async function versionAt(cms: RunningCms): Promise<number> {
  return PolicyInForce.parse((await cms.call('GET', '/api/alerts/policy', { as: cms.local })).body).current.version
}

async function stagesAt(cms: RunningCms) {
  return (await deskOf(cms)).live.alerts.map(({ handling }) => handling?.stages.map(({ stage }) => stage))
}

test('a version saved at one node is in force at both, and both sign and show the same state', async () => {
  const { a, b } = await startTwoNodes(postgresUrl)
  await raise(a, 'fire')
  await expect.poll(() => stagesAt(b), soon).toEqual([['protect', 'route']])
  expect((await save(b, 1)).status).toBe(200)
  await expect.poll(() => versionAt(a), soon).toBe(2)
  await expect.poll(() => stagesAt(a), soon).toEqual([['route']])
  await raise(a, 'second')
  await expect.poll(() => stagesAt(b), soon).toEqual([['route'], ['route']])
  // Neither node corrects the other, second after second.
  const settled = (await deskOf(a)).live.revision
  await new Promise((resolve) => setTimeout(resolve, 3000))
  const [atA, atB] = [await deskOf(a), await deskOf(b)]
  expect([atA.live.revision, atB.live.revision]).toEqual([settled, settled])
  expect(atA.live.alerts).toEqual(atB.live.alerts)
})

test('of two versions made from the same one at two nodes, the first counts and the other is refused', async () => {
  const { a, b } = await startTwoNodes(postgresUrl)
  const answers = await Promise.all([save(a, 1), save(b, 1)])
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409])
  await expect.poll(() => Promise.all([versionAt(a), versionAt(b)]), soon).toEqual([2, 2])
})
