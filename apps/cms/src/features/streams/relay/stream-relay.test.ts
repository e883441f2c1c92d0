import type { StreamAsk } from '@akari/node-kit'
import type { StreamView } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { inEveryLanguage } from '../../testing/content-samples.ts'
import { HeldAnswers } from './held-answers.ts'
import type { RelayAnswer } from './relay-messages.ts'
import { streamRelay } from './stream-relay.ts'

const STREAM: StreamView = { id: 'council', title: inEveryLanguage('市議会'), url: 'https://council.example/live.m3u8' }
const ENTRY: StreamAsk = { of: null, directives: {}, range: null }
const SEGMENT: StreamAsk = { ...ENTRY, of: 'https://council.example/1.ts' }
const START = Date.parse('2026-11-28T01:00:00Z')

function list(sequence: number, changes: { newest?: string; endsAtMs?: number } = {}): RelayAnswer {
  const playlist = {
    kind: 'media',
    targetMs: 2000,
    next: { sequence, parts: 0 },
    newest: null,
    endsAtMs: null,
    isOver: false,
  } as const
  return { kind: 'playlist', text: `list ${sequence}`, bytes: 1000, playlist: { ...playlist, ...changes } }
}

const part = (bytes: number): RelayAnswer => ({
  kind: 'part',
  status: 200,
  body: new Uint8Array(bytes),
  contentType: 'video/mp2t',
  contentRange: null,
})

/** A relay at a source that the test speaks for; nothing is asked but through it. */
function relayAt(answer: (ask: StreamAsk) => RelayAnswer) {
  const state = { nowMs: START, asked: 0 }
  const relay = streamRelay({
    nowMs: () => state.nowMs,
    thread: {
      ask: async (_entry, ask) => {
        state.asked += 1
        await Promise.resolve()
        return answer(ask)
      },
      close: async () => {},
    },
  })
  const after = (ms: number) => {
    state.nowMs += ms
    return relay.ask(STREAM, ENTRY, 'lobby')
  }
  return { relay, state, after }
}

describe('the relay', () => {
  it('asks once for all who ask at once, and for all who ask while it holds', async () => {
    const { relay, state } = relayAt((ask) => (ask.of === null ? list(1) : part(10)))
    const displays = Array.from({ length: 100 }, (_, i) => `display-${i}`)
    const answers = await Promise.all(displays.map((id) => relay.ask(STREAM, ENTRY, id)))
    await Promise.all(displays.map((id) => relay.ask(STREAM, SEGMENT, id)))
    state.nowMs += 1500
    await Promise.all(displays.map((id) => relay.ask(STREAM, ENTRY, id)))
    await Promise.all(displays.map((id) => relay.ask(STREAM, SEGMENT, id)))
    expect(new Set(answers)).toEqual(new Set([list(1)]))
    expect(relay.upstream().asked).toBe(2)
    expect(relay.pulseOf('council').displays).toHaveLength(100)
  })

  it('asks for a playlist again no sooner than one player may: a segment later, half of one where nothing was new', async () => {
    let sequence = 1
    const { state, after } = relayAt(() => list(sequence))
    await after(0)
    await after(1999)
    expect(state.asked).toBe(1)
    await after(1)
    expect(state.asked).toBe(2)
    await after(999)
    expect(state.asked).toBe(2)
    sequence = 2
    expect(await after(1)).toMatchObject({ text: 'list 2' })
    expect(state.asked).toBe(3)
  })

  it('has the newest segment here before a playlist names it, and does not ask again for it', async () => {
    const order: string[] = []
    const { relay, after } = relayAt((ask) => {
      order.push(ask.of ?? 'entry')
      return ask.of === null ? list(1, { newest: SEGMENT.of ?? '' }) : part(10)
    })
    await after(0)
    expect(order).toEqual(['entry', SEGMENT.of])
    await relay.ask(STREAM, SEGMENT, 'lobby')
    expect(relay.upstream().asked).toBe(2)
  })

  it('asks for no picture when nobody plays it', async () => {
    const { relay } = relayAt(() => list(1, { newest: SEGMENT.of ?? '' }))
    await relay.ask(STREAM, ENTRY, null)
    expect(relay.upstream().asked).toBe(1)
  })

  it('asks for ranges and for held-back playlists by themselves', async () => {
    const { relay, state } = relayAt((ask) =>
      ask.of === null ? list(Number(ask.directives['_HLS_msn'] ?? 1)) : part(10),
    )
    await relay.ask(STREAM, { ...SEGMENT, range: 'bytes=0-9' }, 'lobby')
    await relay.ask(STREAM, { ...SEGMENT, range: 'bytes=10-19' }, 'lobby')
    const wanted = { ...ENTRY, directives: { _HLS_msn: '9' } }
    expect(await relay.ask(STREAM, wanted, 'lobby')).toMatchObject({ text: 'list 9' })
    expect(await relay.ask(STREAM, wanted, 'hall')).toMatchObject({ text: 'list 9' })
    expect(state.asked).toBe(3)
  })

  it('never hands out a playlist that goes back while the newer one is fresh, and takes it for a new beginning later', async () => {
    let sequence = 9
    const { relay, after } = relayAt(() => list(sequence))
    await after(0)
    sequence = 2
    expect(await after(2000)).toMatchObject({ text: 'list 9' })
    expect(relay.pulseOf('council')).toMatchObject({ state: 'refused', fault: 'clock' })
    expect(await after(4000)).toMatchObject({ text: 'list 2' })
    expect(relay.pulseOf('council')).toMatchObject({ state: 'live', fault: null })
  })

  it('tells everybody of a failure for 0.3 s, and is well again at the first answer', async () => {
    let answer: RelayAnswer = { kind: 'gone', detail: '404' }
    const { relay, state, after } = relayAt(() => answer)
    expect(await after(0)).toMatchObject({ kind: 'gone' })
    answer = list(1)
    expect(await after(299)).toMatchObject({ kind: 'gone' })
    expect(state.asked).toBe(1)
    expect(relay.pulseOf('council')).toMatchObject({ state: 'gone', detail: '404' })
    expect(await after(1)).toMatchObject({ kind: 'playlist' })
    expect(relay.pulseOf('council')).toMatchObject({ state: 'live', sinceMs: START + 300 })
  })

  it('says of a stream what comes over the line, how late it is, who plays it and how often it stalled', async () => {
    let sequence = 1
    const { relay, state, after } = relayAt((ask) =>
      ask.of === null ? list(sequence, { endsAtMs: state.nowMs - 1200 }) : part(250_000),
    )
    for (; sequence <= 10; sequence += 1) {
      await after(2000)
      await relay.ask(STREAM, { ...SEGMENT, of: `https://council.example/${sequence}.ts` }, 'hall')
    }
    const well = relay.pulseOf('council')
    expect(well).toMatchObject({ state: 'live', latencyMs: 1200, stallsLastHour: 0, displays: ['lobby', 'hall'] })
    expect(well.bitsPerSecond).toBeGreaterThan(1_000_000)
    expect(well.bitsPerSecond).toBeLessThan(1_250_000)
    sequence = 11
    for (let time = 0; time < 5; time += 1) await after(2000)
    expect(relay.pulseOf('council')).toMatchObject({ state: 'stalled', stallsLastHour: 1, latencyMs: null })
    sequence = 12
    await after(2000)
    expect(relay.pulseOf('council')).toMatchObject({ state: 'live', stallsLastHour: 1 })
    state.nowMs += 3_600_000
    expect(relay.pulseOf('council')).toMatchObject({ bitsPerSecond: null, stallsLastHour: 0, displays: [] })
  })

  it('takes a segment that has left the list for no fault of the stream', async () => {
    const { relay, after } = relayAt((ask) => (ask.of === null ? list(1) : { kind: 'gone', detail: '404' }))
    await after(0)
    expect(await relay.ask(STREAM, SEGMENT, 'lobby')).toMatchObject({ kind: 'gone' })
    expect(relay.pulseOf('council').state).toBe('live')
  })
})

describe('what is held', () => {
  it('is never more than there is room for: what was not asked for longest goes first', () => {
    const held = new HeldAnswers(10_000)
    const until = { nowMs: 0, untilMs: 100 }
    for (const key of ['a', 'b', 'c']) held.put(key, part(2500), until)
    expect(held.bytes).toBeLessThanOrEqual(10_000)
    expect(held.get('a', 50)).toBeDefined()
    held.put('d', part(2500), until)
    expect(held.get('b', 50)).toBeUndefined()
    expect(held.get('a', 50)).toBeDefined()
    held.put('huge', part(20_000), until)
    expect(held.get('huge', 50)).toBeUndefined()
    expect(held.get('c', 100)).toBeUndefined()
    held.sweep(100)
    expect(held.bytes).toBe(0)
  })
})
