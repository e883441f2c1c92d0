import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  Acknowledgement,
  DisplayHealth,
  FaultUpload,
  GlassPicture,
  OrderOutcome,
  PlayerLog,
  PlayUpload,
} from '@akari/protocol'
import type { CmsPeer } from './cms-peer.ts'

export type Send = (status: number, value?: unknown, headers?: Record<string, string>) => void

/** How a response is given, and what is wrong said. */
export function answersTo(res: ServerResponse): { send: Send; problem: (status: number, code: string) => void } {
  const send: Send = (status, value, headers = {}) =>
    void res
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(value === undefined ? '' : JSON.stringify(value))
  return { send, problem: (status, code) => send(status, { type: 'about:blank', title: code, status, code }) }
}

/** `/api/player/…` for a player that is signed in. */
export function answerPlayer(peer: CmsPeer, req: IncomingMessage, body: unknown, res: ServerResponse): void {
  const url = req.url ?? '/'
  const { send, problem } = answersTo(res)
  if (url === '/api/player/keys') return send(200, peer.signedManifest)
  if (url === '/api/player/alerts') return send(200, peer.envelopes)
  if (url === '/api/player/acknowledgements') {
    const list = Acknowledgement.array().parse(body)
    peer.acknowledgements.push(...list.map((acknowledgement) => ({ over: 'http' as const, acknowledgement })))
    return send(204)
  }
  if (url === '/api/player/values') return send(200, peer.values)
  if (url === '/api/player/feeds') {
    const etag = `"${peer.feeds.map(({ revision }) => revision).join('.')}"`
    return req.headers['if-none-match'] === etag ? send(304) : send(200, { feeds: peer.feeds }, { etag })
  }
  if (url === '/api/player/plays') {
    if (peer.playsRefusal !== null) return problem(peer.playsRefusal, 'malformed')
    peer.plays.push(...PlayUpload.parse(body).plays)
    return send(204)
  }
  if (url === '/api/player/faults') {
    peer.faults.push(...FaultUpload.parse(body).faults)
    return send(204)
  }
  if (url === '/api/player/wishes') return send(200, peer.wishes)
  const orderId = /^\/api\/player\/orders\/([^/]+)\/outcome$/.exec(url)?.[1]
  if (orderId !== undefined) {
    peer.outcomes.push({ id: orderId, outcome: OrderOutcome.parse(body) })
    return send(204)
  }
  if (url === '/api/player/picture') {
    peer.pictures.push(GlassPicture.parse(body))
    return send(204)
  }
  if (url === '/api/player/log') {
    peer.logs.push(PlayerLog.parse(body))
    return send(204)
  }
  if (url === '/api/player/health') {
    peer.healths.push(DisplayHealth.parse(body))
    return send(204)
  }
  if (url === '/api/player/programme') {
    if (peer.programme === null) return problem(404, 'not-published')
    const etag = `"r${peer.programme.revision}"`
    if (req.headers['if-none-match'] === etag) return send(304)
    return send(200, peer.programme, { etag })
  }
  const file = peer.files.get(/^\/api\/player\/files\/(\w+)$/.exec(url)?.[1] ?? '')
  if (file === undefined) return problem(404, 'not-found')
  sendFile(file, req.headers.range, res)
}

function sendFile(file: Buffer, asked: string | undefined, res: ServerResponse): void {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? []
  if (first === undefined) return void res.writeHead(200, { 'content-length': file.length }).end(file)
  const end = last === undefined || last === '' ? file.length - 1 : Number(last)
  const range = { 'content-range': `bytes ${first}-${end}/${file.length}` }
  res.writeHead(206, range).end(file.subarray(Number(first), end + 1))
}
