import type { StreamFault, StreamState } from '@akari/protocol'
import type { MediaPlaylist } from '@akari/node-kit'
import type { RelayAnswer } from './relay-messages.ts'

const HOUR_MS = 3_600_000
/** The line is measured over so long. */
const LINE_MS = 20_000
/** Whoever has not asked for so long does not play the stream any more. */
const PLAYING_MS = 15_000
/** Nothing new within this many of the longest segment is a stall (RFC 8216 §6.2.2 allows one and a half). */
const LATE_SEGMENTS = 3
/** A clock further off than this says nothing of the delay. */
const MOST_LATENCY_MS = 600_000
const MOST_RENDITIONS = 40

/** Says how a stream is; times are Unix ms. */
export type Pulse = {
  state: StreamState
  sinceMs: number | null
  fault: StreamFault | null
  detail: string | null
  bitsPerSecond: number | null
  latencyMs: number | null
  stallsLastHour: number
  displays: string[]
}

type Standing = Pick<Pulse, 'state' | 'fault' | 'detail'>

/** Follows one stream by what it answers and by who asks for it. */
export class StreamPulse {
  #standing: Standing = { state: 'unknown', fault: null, detail: null }
  #sinceMs: number | null = null
  #latencyMs: number | null = null
  #stalls: number[] = []
  /** Of every playlist: how far it is, and since when. */
  readonly #progress = new Map<string, { next: number; atMs: number }>()
  /** The first of a list of variants, which is there or not as the stream is. */
  #variant: string | null = null
  readonly #line: { atMs: number; bytes: number }[] = []
  readonly #displays = new Map<string, number>()

  /** A display asks for it, or for a part of it. */
  askedBy(displayId: string, nowMs: number): void {
    this.#displays.set(displayId, nowMs)
  }

  /** The stream itself answered when it was asked for this address (null: its entry). */
  answered(address: string | null, answer: RelayAnswer, nowMs: number): void {
    const key = address ?? ''
    const isList = address === null || address === this.#variant || this.#progress.has(key)
    // A segment that left the list a moment ago says nothing of the stream.
    if (!isList && (answer.kind === 'gone' || answer.kind === 'unreachable')) return
    switch (answer.kind) {
      case 'part':
        return this.#came(answer.body.byteLength, nowMs)
      case 'playlist':
        this.#came(answer.bytes, nowMs)
        if (answer.playlist.kind === 'media') this.#listed(key, answer.playlist, nowMs)
        else this.#variant = answer.playlist.first
        return
      case 'gone':
        return this.#stand({ state: 'gone', fault: null, detail: answer.detail }, nowMs)
      case 'unreachable':
        return this.#stand({ state: 'unreachable', fault: answer.fault ?? null, detail: answer.detail }, nowMs)
      case 'refused':
        return this.#stand({ state: 'refused', fault: answer.fault, detail: answer.detail }, nowMs)
    }
  }

  read(nowMs: number): Pulse {
    this.#forget(nowMs)
    const oldest = this.#line[0]
    const spanMs = oldest === undefined ? 0 : Math.max(nowMs - oldest.atMs, LINE_MS / 4)
    const bytes = this.#line.reduce((sum, came) => sum + came.bytes, 0)
    return {
      ...this.#standing,
      sinceMs: this.#sinceMs,
      bitsPerSecond: oldest === undefined || this.#displays.size === 0 ? null : Math.round((bytes * 8000) / spanMs),
      latencyMs: this.#standing.state === 'live' ? this.#latencyMs : null,
      stallsLastHour: this.#stalls.length,
      displays: [...this.#displays.keys()],
    }
  }

  #listed(key: string, { next, targetMs, endsAtMs, isOver }: MediaPlaylist, nowMs: number): void {
    const before = this.#progress.get(key)
    const number = next.sequence + next.parts / 1000
    const atMs = before !== undefined && number === before.next ? before.atMs : nowMs
    this.#progress.delete(key)
    this.#progress.set(key, { next: number, atMs })
    for (const oldest of this.#progress.keys()) {
      if (this.#progress.size <= MOST_RENDITIONS) break
      this.#progress.delete(oldest)
    }
    const behindMs = endsAtMs === null ? null : nowMs - endsAtMs
    this.#latencyMs = behindMs !== null && Math.abs(behindMs) <= MOST_LATENCY_MS ? Math.max(0, behindMs) : null
    const state = isOver ? 'ended' : nowMs - atMs >= LATE_SEGMENTS * targetMs ? 'stalled' : 'live'
    this.#stand({ state, fault: null, detail: null }, nowMs)
  }

  #stand(standing: Standing, nowMs: number): void {
    const before = this.#standing
    const isBroken = standing.state === 'stalled' || standing.state === 'gone' || standing.state === 'unreachable'
    if (before.state === 'live' && isBroken) this.#stalls.push(nowMs)
    if (before.state !== standing.state) this.#sinceMs = nowMs
    this.#standing = standing
  }

  #came(bytes: number, nowMs: number): void {
    this.#line.push({ atMs: nowMs, bytes })
    this.#forget(nowMs)
  }

  #forget(nowMs: number): void {
    while (this.#line[0] !== undefined && nowMs - this.#line[0].atMs > LINE_MS) this.#line.shift()
    this.#stalls = this.#stalls.filter((atMs) => nowMs - atMs < HOUR_MS)
    for (const [displayId, atMs] of this.#displays) if (nowMs - atMs > PLAYING_MS) this.#displays.delete(displayId)
  }
}
