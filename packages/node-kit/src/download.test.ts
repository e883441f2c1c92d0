import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256Text } from './digest.ts'
import { type DownloadRequest, downloadFile } from './download.ts'

const content = Array.from({ length: 20_000 }, (_, n) => `line ${n}\n`).join('')
const bytes = Buffer.byteLength(content)
const sha256 = sha256Text(content)

let folder: string
let server: Server
let seen: (string | undefined)[]
let answer: (req: IncomingMessage, res: ServerResponse) => void

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akari-download-'))
  seen = []
  server = createServer((req, res) => {
    seen.push(req.headers.range)
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await rm(folder, { recursive: true, force: true, maxRetries: 3 })
})

function wholeFile(req: IncomingMessage, res: ServerResponse) {
  const from = Number(/bytes=(\d+)-/.exec(req.headers.range ?? '')?.[1] ?? 0)
  if (from === 0) return res.end(content)
  res.writeHead(206, { 'content-range': `bytes ${from}-${bytes - 1}/${bytes}` })
  return res.end(Buffer.from(content).subarray(from))
}

function request(changes: Partial<DownloadRequest> = {}): DownloadRequest {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return {
    url: `http://127.0.0.1:${address.port}/file`,
    destination: join(folder, sha256),
    bytes,
    sha256,
    signal: new AbortController().signal,
    ...changes,
  }
}

describe('downloadFile', () => {
  it('names the file only when it is whole and right', async () => {
    answer = wholeFile
    expect(await downloadFile(request())).toEqual({ state: 'complete' })
    expect(await readFile(join(folder, sha256), 'utf8')).toBe(content)
    expect(await readdir(folder)).toEqual([sha256])
  })

  it('goes on where a cut connection stopped', async () => {
    answer = (_req, res) => {
      res.writeHead(200, { 'content-length': bytes })
      res.write(content.slice(0, 50_000), () => setTimeout(() => res.destroy(), 50))
    }
    expect((await downloadFile(request())).state).toBe('interrupted')
    answer = wholeFile
    expect(await downloadFile(request())).toEqual({ state: 'complete' })
    expect(seen).toEqual([undefined, 'bytes=50000-'])
    expect(await readFile(join(folder, sha256), 'utf8')).toBe(content)
  })

  it('starts over when the server ignores the range', async () => {
    await writeFile(join(folder, `${sha256}.part`), 'line 0\nsome')
    answer = (_req, res) => res.end(content)
    expect(await downloadFile(request())).toEqual({ state: 'complete' })
    expect(await readFile(join(folder, sha256), 'utf8')).toBe(content)
  })

  it('needs no network for a part that was already complete', async () => {
    await writeFile(join(folder, `${sha256}.part`), content)
    answer = (_req, res) => res.writeHead(500).end()
    expect(await downloadFile(request())).toEqual({ state: 'complete' })
    expect(seen).toEqual([])
  })

  it('throws away a part with the wrong bytes and succeeds the next time', async () => {
    await writeFile(join(folder, `${sha256}.part`), 'X'.repeat(40))
    answer = wholeFile
    expect(await downloadFile(request())).toEqual({ state: 'mismatch', detail: 'sha256' })
    expect(await readdir(folder)).toEqual([])
    expect(await downloadFile(request())).toEqual({ state: 'complete' })
  })

  it('stops taking bytes beyond the promised size', async () => {
    answer = (_req, res) => res.end(`${content}and more`)
    expect(await downloadFile(request())).toEqual({ state: 'mismatch', detail: 'size' })
    expect(existsSync(join(folder, sha256))).toBe(false)
  })

  it('tells a refusal from a broken connection', async () => {
    answer = (_req, res) => res.writeHead(404).end()
    expect(await downloadFile(request())).toEqual({ state: 'refused', status: 404 })
    answer = (req) => req.socket.destroy()
    expect((await downloadFile(request())).state).toBe('interrupted')
  })

  it('does not follow a redirect with its token', async () => {
    answer = (_req, res) => res.writeHead(302, { location: 'http://127.0.0.1:9/elsewhere' }).end()
    expect((await downloadFile(request({ headers: { authorization: 'Bearer t' } }))).state).toBe('interrupted')
  })

  it('gives up on a silent server and keeps what came', async () => {
    answer = (_req, res) => {
      res.writeHead(200, { 'content-length': bytes })
      res.write(content.slice(0, 1000))
    }
    expect((await downloadFile(request({ idleMs: 150 }))).state).toBe('interrupted')
    expect(await readFile(join(folder, `${sha256}.part`), 'utf8')).toBe(content.slice(0, 1000))
  })

  it('takes no more than it is let, and does not call that the server’s silence', async () => {
    answer = wholeFile
    let passed = 0
    const pass = async (size: number) => {
      await new Promise((resolve) => setTimeout(resolve, passed === 0 ? 1200 : 0))
      passed += size
    }
    expect(await downloadFile(request({ pass, idleMs: 400 }))).toEqual({ state: 'complete' })
    expect(passed).toBe(bytes)
  })

  it('obeys the signal', async () => {
    const abort = new AbortController()
    answer = (_req, res) => {
      res.writeHead(200, { 'content-length': bytes })
      res.write('line 0\n')
      setTimeout(() => abort.abort(), 50)
    }
    expect(await downloadFile(request({ signal: abort.signal }))).toEqual({ state: 'aborted' })
  })

  it('reports a disk that does not take the file', async () => {
    answer = wholeFile
    const destination = join(folder, 'no-such-folder', sha256)
    expect(await downloadFile(request({ destination }))).toEqual({ state: 'disk', code: 'ENOENT' })
  })
})
