import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

type Answer = string | Uint8Array | ((res: ServerResponse) => void)
export type Asked = { path: string; query: string; headers: IncomingHttpHeaders }

/** The outside world: what stands at a path is what is answered there; what stands nowhere is 404. */
export async function startSource() {
  const answers = new Map<string, Answer>()
  const asked: Asked[] = []
  const server = createServer((req, res) => {
    const { pathname, search } = new URL(req.url ?? '/', 'http://source')
    asked.push({ path: pathname, query: search, headers: req.headers })
    const answer = answers.get(pathname)
    if (answer === undefined) return res.writeHead(404).end()
    return typeof answer === 'function' ? answer(res) : res.end(answer)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  return {
    origin,
    asked,
    times: (path: string) => asked.filter((each) => each.path === path).length,
    put: (path: string, answer: Answer) => void answers.set(path, answer),
  }
}
export type Source = Awaited<ReturnType<typeof startSource>>
