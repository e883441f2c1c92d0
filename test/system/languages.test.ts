import { LanguageInReview } from '@akari/protocol'
import { expect, inject, test } from 'vitest'
import type { RunningCms } from '../../apps/cms/src/testing/running-cms.ts'
import { deskOf, raise, startTwoNodes } from './nodes.ts'

const postgresUrl = inject('postgresUrl')
const soon = { timeout: 5000, interval: 20 }

const spoken = async (cms: RunningCms) => (await deskOf(cms)).live.alerts.map(({ words }) => words.headline.vi ?? null)

async function reviewAt(cms: RunningCms): Promise<LanguageInReview> {
  return LanguageInReview.parse((await cms.call('GET', '/api/phrases/vi', { as: cms.local })).body)
}

test('a language confirmed at one node is spoken by both, and falls silent at both when that is taken back', async () => {
  const { a, b } = await startTwoNodes(postgresUrl)
  await raise(a, 'one')
  await expect.poll(() => spoken(b), soon).toEqual([null])
  const by = { name: 'グエン・ティ・ラン', capacity: '国際交流協会 翻訳', note: '', understood: true }
  const body = { ...by, fingerprint: (await reviewAt(a)).fingerprint }
  expect((await a.call('POST', '/api/phrases/vi/confirmations', { body, as: a.local })).status).toBe(201)
  const said = await spoken(a)
  expect(said).toEqual([expect.stringMatching(/\p{L}/u)])
  await expect.poll(() => spoken(b), soon).toEqual(said)
  // The other node has learnt it, too: what it makes itself speaks Vietnamese.
  await raise(b, 'two')
  await expect.poll(() => spoken(b), soon).toEqual([...said, ...said])

  const { confirmations, review } = await reviewAt(b)
  expect(review.state.is).toBe('confirmed')
  const taken = { confirmationId: confirmations[0]?.id, reason: '訳の見直し' }
  expect((await b.call('POST', '/api/phrases/vi/withdrawals', { body: taken, as: b.local })).status).toBe(201)
  expect(await spoken(b)).toEqual([null, null])
  await expect.poll(() => spoken(a), soon).toEqual([null, null])
  await raise(a, 'three')
  await expect.poll(() => spoken(b), soon).toEqual([null, null, null])
})
