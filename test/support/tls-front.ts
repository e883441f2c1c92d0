import { get } from 'node:http'
import { createServer } from 'node:https'
import type { Certified } from '@akari/node-kit/testing'

/** Stands before a server of this machine and speaks TLS with this certificate; `url` is what `behind` names, by way of it. */
export async function tlsFront(behind: string, { cert, key }: Certified): Promise<{ url: string; close: () => void }> {
  const server = createServer({ cert, key }, (req, res) => {
    get(new URL(req.url ?? '/', behind), (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    }).on('error', () => res.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const { pathname, search } = new URL(behind)
  const port = typeof address === 'object' ? address?.port : 0
  return {
    url: `https://127.0.0.1:${port}${pathname}${search}`,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
