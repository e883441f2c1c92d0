import { once } from 'node:events'
import { createServer } from 'node:http'

/** What is at an address: null is 404, `half` begins and breaks off in the middle. */
export type HlsContent = string | Buffer | { half: Buffer } | null

export interface HlsServer {
  /** Without a slash at its end. */
  origin: string
  close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  m3u8: 'application/vnd.apple.mpegurl',
  ts: 'video/mp2t',
  mp4: 'video/mp4',
  vtt: 'text/vtt; charset=utf-8',
}

/** Serves what `contentOf` gives, now or later, whole or the range of it that is asked for. Loopback alone. */
export async function hlsServer(contentOf: (url: URL) => HlsContent | Promise<HlsContent>): Promise<HlsServer> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://stream')
    const type = TYPES[url.pathname.split('.').at(-1) ?? ''] ?? 'text/plain'
    const headers = { 'content-type': type, 'cache-control': 'no-store' }
    Promise.resolve(contentOf(url)).then(
      (content) => {
        if (content === null) return response.writeHead(404, headers).end('not found')
        const range = Buffer.isBuffer(content) ? rangeOf(content, request.headers.range) : null
        if (range !== null) return response.writeHead(206, { ...headers, 'content-range': range.said }).end(range.body)
        if (typeof content === 'string' || Buffer.isBuffer(content))
          return response.writeHead(200, headers).end(content)
        const { half } = content
        response.writeHead(200, { ...headers, 'content-length': half.length })
        return response.write(half.subarray(0, half.length / 2), () => response.destroy())
      },
      (err: unknown) => response.destroy(err instanceof Error ? err : undefined),
    )
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** Null where no range is asked for, or none that is there. */
function rangeOf(whole: Buffer, asked: string | undefined): { said: string; body: Buffer } | null {
  const [, from, last = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '') ?? []
  if (from === undefined || Number(from) >= whole.length) return null
  const end = last === '' ? whole.length : Math.min(whole.length, Number(last) + 1)
  return { said: `bytes ${from}-${end - 1}/${whole.length}`, body: whole.subarray(Number(from), end) }
}
