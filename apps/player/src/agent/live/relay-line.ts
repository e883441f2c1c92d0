import { pathOfAsk, type StreamAsk } from '@akari/node-kit'
import type { Id } from '@akari/protocol'
import type { CmsSession } from '../cms/session.ts'

/**
 * What the relay of the CMS says of a stream. `silent`: nothing that counts, be it that it is away, or that the stream cannot be
 * reached from there.
 */
export type RelayWord =
  | { kind: 'answer'; response: Response }
  | { kind: 'gone' | 'refused' | 'forbidden'; detail: string }
  | { kind: 'silent' }

export type RelayLine = (streamId: Id, ask: StreamAsk, signal: AbortSignal) => Promise<RelayWord>

type Deps = {
  session: Pick<CmsSession, 'token' | 'forget'>
  server: () => string
  fetch: typeof globalThis.fetch
  monotonicMs: () => number
}

/** Until an answer begins: shorter than the segments that are still to be shown. */
const SILENCE_MS = 2_500
/** A playlist that is held back until there is news. */
const HELD_BACK_MS = 8_000
const WHOLE_MS = 20_000
const FIRST_REST_MS = 2_000
const LONGEST_REST_MS = 30_000
const SILENT: RelayWord = { kind: 'silent' }

/**
 * Asks the relay of the CMS with this player's own credentials. One that does not answer is left alone for a while, longer each
 * time, so that the picture does not wait for it again with every segment.
 */
export function relayLine({ session, server, fetch, monotonicMs }: Deps): RelayLine {
  let restMs = 0
  let restUntilMs = 0

  const rest = (): RelayWord => {
    restMs = Math.min(Math.max(2 * restMs, FIRST_REST_MS), LONGEST_REST_MS)
    restUntilMs = monotonicMs() + restMs
    return SILENT
  }

  /** Rejects when there is no answer in time. */
  async function request(streamId: Id, ask: StreamAsk, token: string, signal: AbortSignal): Promise<Response> {
    const silence = new AbortController()
    const patienceMs = Object.keys(ask.directives).length > 0 ? HELD_BACK_MS : SILENCE_MS
    const timer = setTimeout(() => silence.abort(new Error(`silent for ${patienceMs} ms`)), patienceMs)
    try {
      const path = `/api/player/streams/${encodeURIComponent(streamId)}/${pathOfAsk(ask)}`
      return await fetch(new URL(path, server()), {
        // Followed by nobody: the token is for this address alone.
        redirect: 'manual',
        signal: AbortSignal.any([signal, silence.signal, AbortSignal.timeout(WHOLE_MS)]),
        headers: { authorization: `Bearer ${token}`, ...(ask.range === null ? {} : { range: ask.range }) },
      })
    } finally {
      clearTimeout(timer)
    }
  }

  return async (streamId, ask, signal) => {
    if (monotonicMs() < restUntilMs) return SILENT
    const login = await session.token(signal)
    if (login.state !== 'ok') return rest()
    const response = await request(streamId, ask, login.token, signal).catch(() => null)
    if (response === null) return signal.aborted ? SILENT : rest()
    const word = response.headers.get('akari-relay')
    if (response.ok && (word === 'playlist' || word === 'part')) {
      restMs = 0
      return { kind: 'answer', response }
    }
    await response.body?.cancel()
    if (response.status === 401) session.forget()
    if (word === 'gone' || word === 'refused' || word === 'forbidden') {
      return { kind: word, detail: `the relay says ${word}` }
    }
    return word === null && response.status !== 401 ? rest() : SILENT
  }
}
