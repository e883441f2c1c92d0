import { createLogger, type StreamAsk } from '@akari/node-kit'
import { expect, it } from 'vitest'
import { inEveryLanguage } from '../../testing/content-samples.ts'
import type { RelayAnswer } from './relay-messages.ts'
import { streamRelay } from './stream-relay.ts'
import { streamWatch } from './stream-watch.ts'

const STREAM = { id: 'council', title: inEveryLanguage('市議会'), url: 'https://council.example/live/all.m3u8' }
const START = Date.parse('2026-11-28T01:00:00Z')
const MASTER: RelayAnswer = {
  kind: 'playlist',
  text: '',
  bytes: 100,
  playlist: { kind: 'master', first: 'https://council.example/live/720p/list.m3u8' },
}

function list(sequence: number, isOver: boolean): RelayAnswer {
  const next = { sequence, parts: 0 }
  return {
    kind: 'playlist',
    text: '',
    bytes: 100,
    playlist: { kind: 'media', targetMs: 2000, next, newest: null, endsAtMs: null, isOver },
  }
}

function watched(variant: () => RelayAnswer) {
  const state = { nowMs: START, asked: new Array<string | null>() }
  const relay = streamRelay({
    nowMs: () => state.nowMs,
    thread: {
      ask: (_entry, { of }: StreamAsk) => {
        state.asked.push(of)
        return Promise.resolve(of === null ? MASTER : variant())
      },
      close: () => Promise.resolve(),
    },
  })
  const watch = streamWatch({
    relay,
    streamOf: (id) => Promise.resolve(id === STREAM.id ? STREAM : null),
    nowMs: () => state.nowMs,
    log: createLogger('test', { level: 'silent' }),
  })
  return { state, watch }
}

it('a stream is looked at while somebody asks how it is, in its first variant, and not more often than every two seconds', async () => {
  const { state, watch } = watched(() => list(7, false))
  expect(watch.now('council')).toEqual({ state: 'unknown', sinceMs: null })
  await expect.poll(() => watch.now('council')).toEqual({ state: 'live', sinceMs: START })
  expect(state.asked).toEqual([null, 'https://council.example/live/720p/list.m3u8'])
})

it('a stream that is over or not there any more is said to be so, since when', async () => {
  let answer: RelayAnswer = list(7, true)
  const { state, watch } = watched(() => answer)
  watch.now('council')
  await expect.poll(() => watch.now('council').state).toBe('ended')
  answer = { kind: 'gone', detail: '404' }
  state.nowMs += 20_000
  watch.now('council')
  await expect.poll(() => watch.now('council')).toEqual({ state: 'gone', sinceMs: START + 20_000 })
})
