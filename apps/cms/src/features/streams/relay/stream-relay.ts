import { keyOfAsk, type MediaPlaylist, type StreamAsk, within } from '@akari/node-kit'
import type { Id, StreamView } from '@akari/protocol'
import { HeldAnswers } from './held-answers.ts'
import type { RelayAnswer } from './relay-messages.ts'
import type { RelayThread } from './relay-thread.ts'
import { type Pulse, StreamPulse } from './stream-pulse.ts'

/** Two hours of words, or half a minute of four streams at 4 Mbit/s. */
const MOST_BYTES = 64 * 1024 * 1024
/** Displays are a few segments apart; encoders that go round in few names need longer than this to come round. */
const PART_MS = 30_000
/** Displays that start together read one list of variants. */
const MASTER_MS = 15_000
const OVER_MS = 10_000
/** Everybody who tries again at once is told the same; shorter than displays wait between two knocks, or they were told of the past. */
const FAILURE_MS = 300
/** A playlist that goes back within so many of its longest segments is an old one, after that a stream that began anew. */
const OLD_SEGMENTS = 3
const MOST_LISTS = 200

export type StreamRelay = {
  /** `by`: the display that asks; null: this server itself, to see how the stream is. Never rejects. */
  ask: (stream: StreamView, ask: StreamAsk, by: Id | null) => Promise<RelayAnswer>
  pulseOf: (streamId: Id) => Pulse
  /** How often streams were asked, and what is held of them. */
  upstream: () => { asked: number; heldBytes: number }
  forget: (streamId: Id) => void
  close: () => Promise<void>
}

type Listed = { answer: RelayAnswer; next: number; atMs: number; targetMs: number }

/**
 * Asks each live stream once for all displays: whoever asks while it is asked waits for the same answer, and what was answered is
 * handed out for as long as it holds. Playlists are asked for again no sooner than one player may (RFC 8216 §6.3.4).
 * `nowMs` is Unix time, because streams date their segments.
 */
export function streamRelay({ thread, nowMs }: { thread: RelayThread; nowMs: () => number }): StreamRelay {
  const held = new HeldAnswers(MOST_BYTES)
  const flying = new Map<string, Promise<RelayAnswer>>()
  const lists = new Map<string, Listed>()
  const pulses = new Map<Id, StreamPulse>()
  let asked = 0

  const pulse = (streamId: Id): StreamPulse => {
    const known = pulses.get(streamId) ?? new StreamPulse()
    pulses.set(streamId, known)
    return known
  }

  /** What displays are given, and until when (Unix ms): a playlist that goes back is not, while the newer one is fresh. */
  function judged(list: string, answer: RelayAnswer, startedMs: number): { given: RelayAnswer; untilMs: number } {
    if (answer.kind === 'part') return { given: answer, untilMs: nowMs() + PART_MS }
    if (answer.kind !== 'playlist') return { given: answer, untilMs: nowMs() + FAILURE_MS }
    const { playlist } = answer
    if (playlist.kind === 'master') return { given: answer, untilMs: nowMs() + MASTER_MS }
    const next = numberOf(playlist)
    const before = lists.get(list)
    const isOld = before !== undefined && next < before.next && nowMs() - before.atMs < OLD_SEGMENTS * before.targetMs
    if (isOld) return { given: before.answer, untilMs: startedMs + playlist.targetMs / 2 }
    const isNew = next !== before?.next
    lists.delete(list)
    lists.set(list, { answer, next, atMs: isNew ? nowMs() : before.atMs, targetMs: playlist.targetMs })
    for (const oldest of lists.keys()) {
      if (lists.size <= MOST_LISTS) break
      lists.delete(oldest)
    }
    const waitMs = playlist.isOver ? OVER_MS : isNew ? playlist.targetMs : playlist.targetMs / 2
    return { given: answer, untilMs: startedMs + waitMs }
  }

  /** Has what is named anew here before displays hear of it, so that they do not all wait for it. */
  async function prepare(stream: StreamView, list: string, answer: RelayAnswer): Promise<void> {
    if (answer.kind !== 'playlist' || answer.playlist.kind !== 'media') return
    const { newest, targetMs } = answer.playlist
    if (newest === null || lists.get(list)?.answer !== answer) return
    await within(Promise.resolve(answerTo(stream, { of: newest, directives: {}, range: null }, false)), targetMs / 2)
  }

  async function fetch(stream: StreamView, ask: StreamAsk, isShown: boolean): Promise<RelayAnswer> {
    const startedMs = nowMs()
    asked += 1
    const answer = await thread.ask(stream.url, ask)
    const list = `${stream.id} ${stream.url} ${ask.of ?? ''}`
    const { given, untilMs } = judged(list, answer, startedMs)
    const told: RelayAnswer =
      given === answer ? answer : { kind: 'refused', fault: 'clock', detail: 'the playlist went back' }
    pulse(stream.id).answered(ask.of, told, nowMs())
    if (isShown) await prepare(stream, list, given)
    held.put(keyOf(stream, ask), given, { nowMs: nowMs(), untilMs })
    return given
  }

  function answerTo(stream: StreamView, ask: StreamAsk, isShown: boolean): RelayAnswer | Promise<RelayAnswer> {
    const key = keyOf(stream, ask)
    const ready = held.get(key, nowMs()) ?? flying.get(key)
    if (ready !== undefined) return ready
    held.sweep(nowMs())
    const flight = fetch(stream, ask, isShown).finally(() => flying.delete(key))
    flying.set(key, flight)
    return flight
  }

  return {
    ask: async (stream, ask, by) => {
      if (by !== null) pulse(stream.id).askedBy(by, nowMs())
      return answerTo(stream, ask, by !== null)
    },
    pulseOf: (streamId) => pulse(streamId).read(nowMs()),
    upstream: () => ({ asked, heldBytes: held.bytes }),
    forget: (streamId) => void pulses.delete(streamId),
    close: thread.close,
  }
}

function keyOf(stream: StreamView, ask: StreamAsk): string {
  return `${stream.id} ${stream.url} ${keyOfAsk(ask)}`
}

function numberOf({ next }: MediaPlaylist): number {
  return next.sequence + next.parts / 1000
}
