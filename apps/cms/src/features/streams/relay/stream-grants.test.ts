import type { Id, Stream } from '@akari/protocol'
import { expect, it } from 'vitest'
import { inEveryLanguage } from '../../testing/content-samples.ts'
import { streamGrants } from './stream-grants.ts'

const COUNCIL: Stream = { id: 'council', title: inEveryLanguage('市議会'), url: 'https://council.example/live.m3u8' }
const MINUTE_MS = 60_000

function grants() {
  const programmes = new Map<Id, Stream[]>([['lobby', [COUNCIL]]])
  const state = { nowMs: 0, looked: 0 }
  const may = streamGrants({
    nowMs: () => state.nowMs,
    named: (displayId, streamId) => {
      state.looked += 1
      return Promise.resolve(programmes.get(displayId)?.find(({ id }) => id === streamId) ?? null)
    },
  })
  return { programmes, state, may }
}

it('grants a display what its programme names, and no other display’s', async () => {
  const { may } = grants()
  expect(await may('lobby', 'council')).toEqual(COUNCIL)
  expect(await may('hall', 'council')).toBeNull()
  expect(await may('lobby', 'other')).toBeNull()
})

it('looks a grant up every two seconds, however often a display asks', async () => {
  const { state, may } = grants()
  for (let n = 0; n < 50; n += 1) await may('lobby', 'council')
  expect(state.looked).toBe(1)
  state.nowMs = 2000
  await may('lobby', 'council')
  expect(state.looked).toBe(2)
})

it('remembers no refusal: what was published a moment ago is granted', async () => {
  const { programmes, may } = grants()
  expect(await may('hall', 'council')).toBeNull()
  programmes.set('hall', [COUNCIL])
  expect(await may('hall', 'council')).toEqual(COUNCIL)
})

it('leaves a display what it played until now while it fetches its new programme, and takes it away then', async () => {
  const { programmes, state, may } = grants()
  await may('lobby', 'council')
  programmes.delete('lobby')
  state.nowMs = 10 * MINUTE_MS - 1
  expect(await may('lobby', 'council')).toEqual(COUNCIL)
  state.nowMs = 10 * MINUTE_MS
  expect(await may('lobby', 'council')).toBeNull()
})

it('says nothing of its own where programmes cannot be read', async () => {
  const may = streamGrants({ nowMs: () => 0, named: () => Promise.reject(new Error('away')) })
  await expect(may('lobby', 'council')).rejects.toThrow('away')
})
