import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import type { StreamAsk } from '../hls/stream-address.ts'
import { type StreamSourceOptions, streamSource } from '../hls/stream-source.ts'

/** What asks for the entry of a stream. */
export const ENTRY_ASK: StreamAsk = { of: null, directives: {}, range: null }
export const LIST = '#EXTM3U\n#EXT-X-TARGETDURATION:1\n'

/** A server of streams; the entry is `/live/index.m3u8`. */
export async function studio(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const asked: string[] = []
  const server = createServer((req, res) => {
    asked.push(req.url ?? '')
    answer(req, res)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  return { origin, entry: `${origin}/live/index.m3u8`, asked }
}

export const playlistOf = (text: string) => (_req: IncomingMessage, res: ServerResponse) =>
  res.writeHead(200, { 'content-type': 'application/vnd.apple.mpegurl' }).end(text)

export function source(options: Partial<StreamSourceOptions> = {}) {
  const made = streamSource({ privateHosts: new Set(['127.0.0.1']), userAgent: 'test', ...options })
  onTestFinished(made.close)
  return made
}
