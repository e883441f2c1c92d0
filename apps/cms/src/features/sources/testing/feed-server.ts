import { createHash } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'

export type FeedEntry = { name: string; updated: string; href?: string }
type Page = { status?: number; body: Buffer | string; headers?: Record<string, string> }

/** A server like JMA's: Atom feeds and telegrams by path, with ETag and gzip. `asked` lists what was asked for. */
export async function startFeedServer() {
  const pages = new Map<string, Page>()
  const asked: { path: string; headers: IncomingMessage['headers']; status: number }[] = []
  const server = createServer((req, res) => {
    const path = req.url ?? ''
    const page = pages.get(path)
    const body = Buffer.from(page?.body ?? '')
    const etag = `"${createHash('sha1').update(body).digest('hex')}"`
    const status = page === undefined ? 404 : (page.status ?? (req.headers['if-none-match'] === etag ? 304 : 200))
    asked.push({ path, headers: req.headers, status })
    if (status !== 200) return res.writeHead(status, page?.headers).end()
    const gzip = req.headers['accept-encoding']?.includes('gzip') ?? false
    res.writeHead(200, { etag, ...(gzip ? { 'content-encoding': 'gzip' } : {}), ...page?.headers })
    return res.end(gzip ? gzipSync(body) : body)
  })
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done)
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  const close = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => done())
    })
  onTestFinished(close)
  return {
    origin,
    asked,
    /** How often a path was asked for, 304 counted too. */
    times: (path: string) => asked.filter((each) => each.path === path).length,
    put: (path: string, page: Page | string) => {
      pages.set(path, typeof page === 'string' ? { body: page } : page)
    },
    /** Puts a feed, and a telegram for each of its entries that has none yet. */
    feed: (name: string, entries: readonly FeedEntry[], updated: string) => {
      for (const entry of entries) {
        const path = `/xml/data/${entry.name}`
        if (!pages.has(path)) pages.set(path, { body: `<telegram>${entry.name}</telegram>` })
      }
      pages.set(`/xml/feed/${name}.xml`, { body: atomFeed(origin, entries, updated) })
    },
    close,
  }
}

/** An Atom feed as JMA writes them: title, id and link of each telegram. */
export function atomFeed(origin: string, entries: readonly FeedEntry[], updated: string): string {
  const items = entries.map(({ name, updated: at, href = `${origin}/xml/data/${name}` }) => {
    return `<entry><title>電文</title><id>${href}</id><updated>${at}</updated><author><name>気象庁</name></author>
      <link type="application/xml" href="${href}"/><content type="text">【見出し】本文</content></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom" lang="ja"><title>高頻度（随時）</title>
    <updated>${updated}</updated><id>urn:feed</id><link rel="self" href="https://example.org/"/>
    <rights type="html"><![CDATA[<a href="https://example.org">規約</a>]]></rights>${items.join('')}</feed>`
}
