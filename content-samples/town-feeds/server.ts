import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { sampleRealtime, type SampleRealtime, sampleTimetable } from '../src/sample-buses.ts'
import { sampleForecast } from './forecast.ts'
import { sampleNews } from './news.ts'

/** Where each feed is served. */
export const TOWN_FEED_PATHS = {
  vehicles: '/bus/vehicles.pb',
  trips: '/bus/trips.pb',
  alerts: '/bus/alerts.pb',
  forecast: '/weather/forecast.json',
  news: '/news/rss.xml',
} as const

export type TownFeedsOptions = {
  /** 0 lets the system choose. */
  port: number
  /** Loopback unless told otherwise. */
  host?: string
  /** Unix time in milliseconds; decides where the buses are and what is news. */
  now?: () => number
}

export type TownFeeds = {
  /** Where the paths begin, without a stroke at the end. */
  origin: string
  /** Every feed answers 503 until `resume`. */
  pause: () => void
  resume: () => void
  close: () => Promise<void>
}

type Document = { type: string; body: Uint8Array }

/**
 * Serves what the town of the sample tells of itself: moving buses as GTFS-Realtime, a forecast in the form of the Japan Meteorological
 * Agency, news as RSS. All of it is invented. Answers carry an ETag. Rejects when the port cannot be bound.
 */
export async function startTownFeeds({
  port,
  host = '127.0.0.1',
  now = Date.now,
}: TownFeedsOptions): Promise<TownFeeds> {
  const documentAt = townDocuments(now)
  let paused = false
  const server = createServer((req, res) => {
    if (paused) refuse(res, 503)
    else answer(req, res, documentAt)
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${boundPort}`,
    pause: () => {
      paused = true
    },
    resume: () => {
      paused = false
    },
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

function townDocuments(now: () => number): (path: string) => Document | null {
  const timetable = sampleTimetable()
  const buses = (which: keyof SampleRealtime): Document => ({
    type: 'application/x-protobuf',
    body: sampleRealtime(now(), timetable)[which],
  })
  return (path) => {
    switch (path) {
      case TOWN_FEED_PATHS.vehicles:
        return buses('vehicles')
      case TOWN_FEED_PATHS.trips:
        return buses('trips')
      case TOWN_FEED_PATHS.alerts:
        return buses('alerts')
      case TOWN_FEED_PATHS.forecast:
        return { type: 'application/json', body: Buffer.from(JSON.stringify(sampleForecast(now()))) }
      case TOWN_FEED_PATHS.news:
        return { type: 'application/rss+xml; charset=utf-8', body: Buffer.from(sampleNews(now())) }
      default:
        return null
    }
  }
}

function answer(req: IncomingMessage, res: ServerResponse, documentAt: (path: string) => Document | null): void {
  if (req.method !== 'GET' && req.method !== 'HEAD') {
    refuse(res, 405)
    return
  }
  const found = documentAt((req.url ?? '/').split('?')[0] ?? '/')
  if (found === null) {
    refuse(res, 404)
    return
  }
  const etag = `"${createHash('sha256').update(found.body).digest('base64url').slice(0, 22)}"`
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' }
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers).end()
    return
  }
  res.writeHead(200, { ...headers, 'Content-Type': found.type, 'Content-Length': found.body.byteLength })
  res.end(req.method === 'HEAD' ? undefined : found.body)
}

function refuse(res: ServerResponse, status: number): void {
  res.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }).end(`${status}\n`)
}
