import type { IncomingMessage, ServerResponse } from 'node:http'
import { faultText, type StreamAnswer, streamAsk } from '@akari/node-kit'
import type { Stream } from '@akari/protocol'
import type { Faults } from '../faults.ts'
import type { OriginLine } from '../live/origin-line.ts'
import type { RelayLine } from '../live/relay-line.ts'
import { passOn, sendStatus, UNCACHED } from './send.ts'

/** Ways to a live stream: the relay of the CMS, which asks it once for all displays, and the stream itself. */
export type LiveLines = { relay: RelayLine; origin: Pick<OriginLine, 'ask'> }

type Deps = LiveLines & { streams: () => readonly Stream[]; faults: Faults }

/**
 * `/live/{streamId}/index.m3u8` is the playlist of a stream of the active programme; what it names follows as
 * `/live/{streamId}/part?of=…`. The relay is asked first, and where it is silent the stream itself: both name the same
 * addresses, so that either may answer in the middle of a playlist. The page needs no other origin than the agent.
 */
export function liveProxy({ streams, relay, origin, faults }: Deps) {
  return async (
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    search: string,
  ): Promise<void> => {
    const [, streamId = '', file = ''] = /^\/live\/([^/]+)\/([^/]+)$/.exec(pathname) ?? []
    const stream = streams().find(({ id }) => id === streamId || encodeURIComponent(id) === streamId)
    const ask = streamAsk(file, search, request.headers.range)
    if (stream === undefined || ask === null) return sendStatus(response, 404, 'No such stream')
    const left = new AbortController()
    response.once('close', () => left.abort())
    try {
      const word = await relay(stream.id, ask, left.signal)
      if (word.kind === 'answer') await passOn(response, word.response)
      else if (word.kind === 'silent') give(response, await origin.ask(stream, ask, left.signal))
      else throw new StreamTrouble(word.kind === 'gone' ? 404 : 502, word.detail)
      faults.clear('stream-unreachable')
    } catch (error) {
      if (left.signal.aborted) return
      faults.report('stream-unreachable', `${streamId} ${faultText(error)}`)
      if (response.headersSent) response.destroy()
      else sendStatus(response, error instanceof StreamTrouble ? error.status : 502, 'The stream does not answer')
    }
  }
}

/** The stream is not there, or is nothing to be shown. */
class StreamTrouble extends Error {
  readonly status: 404 | 502

  constructor(status: 404 | 502, message: string) {
    super(message)
    this.status = status
  }
}

/** Throws StreamTrouble for what is no answer. */
function give(response: ServerResponse, answer: StreamAnswer): void {
  switch (answer.kind) {
    case 'playlist':
      return void response
        .writeHead(200, { ...UNCACHED, 'content-type': 'application/vnd.apple.mpegurl' })
        .end(answer.text)
    case 'part': {
      const range = answer.contentRange === null ? {} : { 'content-range': answer.contentRange }
      return void response
        .writeHead(answer.status, { ...UNCACHED, 'content-type': answer.contentType, ...range })
        .end(answer.body)
    }
    case 'gone':
      throw new StreamTrouble(404, answer.detail)
    case 'refused':
    case 'unreachable':
      throw new StreamTrouble(502, answer.detail)
  }
}
