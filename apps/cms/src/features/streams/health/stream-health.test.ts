import { type DisplayHealth, StreamHealth, StreamMinute, StreamView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { onEachDatabase } from '../../../db/testing.ts'
import { AppError } from '../../../http/app-error.ts'
import { inEveryLanguage } from '../../testing/content-samples.ts'
import type { RelayAnswer } from '../relay/relay-messages.ts'
import { streamRelay } from '../relay/stream-relay.ts'
import { streamStore } from '../streams.store.ts'
import { overServers, streamHealthService } from './stream-health.service.ts'
import { streamMinutesStore } from './stream-minutes.store.ts'

const START = Date.parse('2026-11-28T01:00:10Z')
const COUNCIL: StreamView = { id: 'council', title: inEveryLanguage('市議会'), url: 'https://council.example/all.m3u8' }
const VARIANT = 'https://council.example/high.m3u8'
const GONE: RelayAnswer = { kind: 'gone', detail: 'council.example answered 404' }
const EXPIRED: RelayAnswer = { kind: 'unreachable', fault: 'certificateExpired', detail: 'certificate has expired' }

function list(sequence: number): RelayAnswer {
  const next = { sequence, parts: 0 }
  const playlist = { kind: 'media', targetMs: 2000, next, newest: null, endsAtMs: null, isOver: false } as const
  return { kind: 'playlist', text: '', bytes: 1000, playlist }
}

onEachDatabase((open) => {
  /** Streams of a real database, at a source that the test speaks for; `other`: a second server beside it. */
  async function rig(variant: () => RelayAnswer) {
    const { main } = await open()
    await streamStore(main).insert(COUNCIL)
    const state: { nowMs: number; reports: { health: DisplayHealth | null }[] } = { nowMs: START, reports: [] }
    const master: RelayAnswer = { kind: 'playlist', text: '', bytes: 100, playlist: { kind: 'master', first: VARIANT } }
    const server = (node: string) => {
      const relay = streamRelay({
        nowMs: () => state.nowMs,
        thread: { ask: async (_entry, { of }) => (of === null ? master : variant()), close: async () => {} },
      })
      const store = streamMinutesStore(main, node)
      const now = () => new Date(state.nowMs)
      const displays = async () => state.reports
      return { relay, health: streamHealthService({ relay, store, streams: streamStore(main).list, displays, now }) }
    }
    return { state, ...server('a'), other: server('b'), remove: () => streamStore(main).remove(COUNCIL.id) }
  }

  describe('how streams are', () => {
    it('is looked up by one of the variants, since the list of them is there all day', async () => {
      let answer: RelayAnswer = GONE
      const { health, state } = await rig(() => answer)
      expect((await health.list())[0]).toMatchObject({ state: 'unknown', since: null, displays: 0 })
      await health.round()
      expect((await health.list())[0]).toMatchObject({ state: 'gone', detail: 'council.example answered 404' })
      answer = list(1)
      state.nowMs += 60_000
      await health.round()
      const [live] = StreamHealth.array().parse(await health.list())
      expect(live).toMatchObject({ streamId: 'council', state: 'live', since: '2026-11-28T01:01:10.000Z' })
    })

    it('tells what to do about a server with an expired certificate, and nothing about a stream that is there', async () => {
      let answer: RelayAnswer = EXPIRED
      const { health, state } = await rig(() => answer)
      await health.round()
      const [expired] = StreamHealth.array().parse(await health.list())
      expect(expired).toMatchObject({
        state: 'unreachable',
        fault: 'certificateExpired',
        detail: 'certificate has expired',
      })
      expect(expired?.advice?.ja).toContain('証明書の期限が切れています')
      expect(expired?.advice?.en).toContain('has expired')
      answer = list(1)
      state.nowMs += 60_000
      await health.round()
      expect((await health.list())[0]).toMatchObject({ state: 'live', fault: null, advice: null })
    })

    it('tells how often displays showed the slate instead, of those that were heard of a moment ago', async () => {
      const { health, other, state } = await rig(() => list(1))
      const report = (agoMs: number, slatesLastHour: number): { health: DisplayHealth } => ({
        health: {
          at: new Date(START - agoMs).toISOString(),
          software: 'akari-player',
          screen: 'painting',
          onGlass: null,
          programmeRevision: 1,
          content: { state: 'complete', filesMissing: 0, bytesMissing: 0 },
          clockOffsetMs: 0,
          faults: [],
          streams: [
            { streamId: 'council', slatesLastHour },
            { streamId: 'deleted', slatesLastHour: 50 },
          ],
        },
      })
      state.reports = [report(1000, 2), report(9000, 3), report(600_000, 40), { health: null }]
      expect(await health.list()).toMatchObject([{ streamId: 'council', slatesLastHour: 5 }])
      await health.round()
      await other.health.round()
      expect(await health.history('council', 1)).toMatchObject([{ slatesLastHour: 5 }])
    })

    it('is kept minute by minute for a week, and told as one of what several servers saw', async () => {
      let sequence = 1
      const { health, other, relay, state, remove } = await rig(() => list((sequence += 1)))
      await relay.ask(COUNCIL, { of: VARIANT, directives: {}, range: null }, 'lobby')
      await other.relay.ask(COUNCIL, { of: VARIANT, directives: {}, range: null }, 'hall')
      await health.round()
      await other.health.round()
      const kept = StreamMinute.array().parse(await health.history('council', 1))
      expect(kept).toMatchObject([{ at: '2026-11-28T01:00:00.000Z', state: 'live', displays: 2 }])
      await expect(health.history('none', 1)).rejects.toThrow(AppError)
      state.nowMs += 7 * 24 * 3_600_000 + 60_000
      await health.housekeep()
      expect(await health.history('council', 168 * 2)).toEqual([])
      await remove()
      await health.round()
      expect(await health.list()).toEqual([])
    })
  })
})

describe('minutes of several servers', () => {
  it('are as the server sees the stream that has it best', () => {
    const minute = {
      at: '2026-11-28T01:00:00.000Z',
      bitsPerSecond: null,
      latencyMs: null,
      stallsLastHour: 0,
      slatesLastHour: null,
      displays: 3,
    }
    const seen: StreamMinute[] = [
      { ...minute, state: 'unreachable' },
      { ...minute, state: 'live', bitsPerSecond: 2_000_000, latencyMs: 1500, displays: 4 },
    ]
    expect(overServers(seen)).toEqual([
      { ...minute, state: 'live', bitsPerSecond: 2_000_000, latencyMs: 1500, displays: 7 },
    ])
  })
})
