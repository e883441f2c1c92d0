import { ENTRY, PART, type StreamAsk, streamAsk } from '@akari/node-kit'
import { type Id, IdParam, type StreamView } from '@akari/protocol'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Api } from '../../../http/api.ts'
import { AppError } from '../../../http/app-error.ts'
import { playerOf } from '../../../http/player-of.ts'
import { deliver, turnstile } from './deliver.ts'
import type { RelayAnswer } from './relay-messages.ts'
import type { StreamGrants } from './stream-grants.ts'
import type { StreamRelay } from './stream-relay.ts'

type Deps = { relay: StreamRelay; streamOf: (id: Id) => Promise<StreamView | null>; granted: StreamGrants }

/** An answer with this header is the relay's own word about the stream, not of a proxy in between or another server. */
const WORD = 'Akari-Relay'
/** What a display has not taken by then it is past playing. */
const DELIVERY_MS = 30_000
/** Four streams at once, with sound, subtitles and who signs, old and new connection. */
const MOST_AT_ONCE = 32
const directive = z.string().max(40).optional()
const Directives = z.object({ _HLS_msn: directive, _HLS_part: directive, _HLS_skip: directive })

/** Live streams for displays, asked of their sources once for all of them. */
export function addRelayRoutes(api: Api, { relay, streamOf, granted }: Deps): void {
  const shared = { method: 'get', tag: 'player', access: { who: 'player' }, params: IdParam, status: 200 } as const

  const enters = turnstile(MOST_AT_ONCE)

  async function answer(of: { file: string; streamId: Id; by: Id; req: Request; res: Response }): Promise<undefined> {
    const { req, res } = of
    const named = await granted(of.by, of.streamId)
    if (named === null) {
      res.setHeader(WORD, 'forbidden')
      throw new AppError('stream-forbidden')
    }
    if (!enters(of.by, res)) {
      send(res, { kind: 'unreachable', detail: 'too much at once for one display' })
      return undefined
    }
    const { search } = new URL(req.originalUrl, 'http://relay.invalid')
    const ask: StreamAsk | null = streamAsk(of.file, search, req.get('range'))
    if (ask === null) throw new AppError('malformed')
    // As staff have it now; one that they deleted stays, for those displays, as it was published.
    send(res, forDisplay(await relay.ask((await streamOf(of.streamId)) ?? named, ask, of.by)))
    return undefined
  }

  api.add(
    {
      ...shared,
      path: `/player/streams/:id/${ENTRY}`,
      summary: '中継のプレイリスト(中継元には全端末で一度だけ尋ねる) / Playlist of a live stream, by way of the relay',
      query: Directives,
    },
    ({ params, actor, req, res }) =>
      answer({ file: ENTRY, streamId: params.id, by: playerOf(actor).displayId, req, res }),
  )
  api.add(
    {
      ...shared,
      path: `/player/streams/:id/${PART}`,
      summary:
        '中継のプレイリストが指すもの(映像・音声・鍵・字幕) / What a playlist of the stream names: segments, keys, subtitles',
      query: Directives.extend({ of: z.string().max(8000) }),
    },
    ({ params, actor, req, res }) =>
      answer({ file: PART, streamId: params.id, by: playerOf(actor).displayId, req, res }),
  )
}

/** What this server alone may not ask, a display asks itself: to it that is a source that cannot be reached from here. */
function forDisplay(answer: RelayAnswer): RelayAnswer {
  const isForItself = answer.kind === 'refused' && answer.fault === 'inside'
  return isForItself ? { kind: 'unreachable', detail: answer.detail } : answer
}

/** Throws AppError for what is no answer; kept by nobody in between, because keys are among it. */
function send(res: Response, answer: RelayAnswer): void {
  res.setHeader(WORD, answer.kind)
  switch (answer.kind) {
    case 'playlist':
      res.status(200).type('application/vnd.apple.mpegurl')
      return deliver(res, answer.text, DELIVERY_MS)
    case 'part':
      if (answer.contentRange !== null) res.setHeader('Content-Range', answer.contentRange)
      res.setHeader('Content-Type', answer.contentType)
      res.setHeader('Content-Length', answer.body.byteLength)
      res.status(answer.status)
      return deliver(res, answer.body, DELIVERY_MS)
    case 'gone':
      throw new AppError('stream-gone', answer.detail)
    case 'refused':
      throw new AppError('stream-refused', `${answer.fault}: ${answer.detail}`)
    case 'unreachable':
      throw new AppError('stream-unreachable', answer.detail)
  }
}
