import type { Id, Stream } from '@akari/protocol'
import { expect, it } from 'vitest'
import { onEachDatabase } from '../../../db/testing.ts'
import { inEveryLanguage } from '../../testing/content-samples.ts'
import { streamGrantsStore } from './stream-grants.store.ts'
import { streamGrants } from './stream-grants.ts'

const COUNCIL: Stream = { id: 'council', title: inEveryLanguage('市議会'), url: 'https://council.example/live.m3u8' }
const MINUTE_MS = 60_000

/** Servers of one city hall, that know of each other only what is written down. */
function servers() {
  const programmes = new Map<Id, Stream[]>([['lobby', [COUNCIL]]])
  const written = new Map<string, { stream: Stream; at: string }>()
  const state = { nowMs: 0, looked: 0, kept: 0, lost: [] as unknown[], isAway: false }
  const server = () =>
    streamGrants({
      nowMs: () => state.nowMs,
      named: (displayId, streamId) => {
        state.looked += 1
        return Promise.resolve(programmes.get(displayId)?.find(({ id }) => id === streamId) ?? null)
      },
      store: {
        keep: async (displayId, stream, at) => {
          if (state.isAway) throw new Error('away')
          state.kept += 1
          written.set(`${displayId} ${stream.id}`, { stream, at })
        },
        since: async (displayId, streamId, after) => {
          const found = written.get(`${displayId} ${streamId}`)
          return found !== undefined && found.at > after ? found.stream : null
        },
      },
      unkept: (err) => void state.lost.push(err),
    })
  return { programmes, state, server }
}

function grants() {
  const { programmes, state, server } = servers()
  return { programmes, state, may: server() }
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

it('leaves a display that comes over from another server what that one granted, and nobody else', async () => {
  const { programmes, state, server } = servers()
  const [first, second] = [server(), server()]
  await first('lobby', 'council')
  programmes.delete('lobby')
  expect(await second('hall', 'council')).toBeNull()
  state.nowMs = 10 * MINUTE_MS - 1
  expect(await second('lobby', 'council')).toEqual(COUNCIL)
  state.nowMs = 10 * MINUTE_MS
  expect(await second('lobby', 'council')).toBeNull()
})

it('writes a grant down every two minutes, and grants it though it cannot', async () => {
  const { state, may } = grants()
  for (; state.nowMs < 6 * MINUTE_MS; state.nowMs += 5_000) await may('lobby', 'council')
  expect(state.kept).toBe(3)
  state.isAway = true
  expect(await may('lobby', 'council')).toEqual(COUNCIL)
  await expect.poll(() => state.lost).toEqual([new Error('away')])
})

it('says nothing of its own where programmes cannot be read', async () => {
  const may = streamGrants({
    nowMs: () => 0,
    named: () => Promise.reject(new Error('away')),
    store: { keep: async () => {}, since: async () => COUNCIL },
    unkept: () => {},
  })
  await expect(may('lobby', 'council')).rejects.toThrow('away')
})

onEachDatabase((open) => {
  it('finds what was granted after a moment, as it was last', async () => {
    const databases = await open()
    const store = streamGrantsStore(databases.main)
    const at = (minute: number) => new Date(minute * MINUTE_MS).toISOString()
    await store.keep('lobby', COUNCIL, at(1))
    await store.keep('lobby', { ...COUNCIL, url: 'https://moved.example/live.m3u8' }, at(2))
    expect(await store.since('lobby', 'council', at(1))).toMatchObject({ url: 'https://moved.example/live.m3u8' })
    expect(await store.since('lobby', 'council', at(2))).toBeNull()
    expect(await store.since('hall', 'council', at(0))).toBeNull()
    await store.removeBefore(at(3))
    expect(await store.since('lobby', 'council', at(0))).toBeNull()
  })
})
