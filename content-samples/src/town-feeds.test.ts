import { readRealtime } from '@akari/transit'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { sampleForecast } from '../town-feeds/forecast.ts'
import { sampleNews } from '../town-feeds/news.ts'
import { startTownFeeds, TOWN_FEED_PATHS } from '../town-feeds/server.ts'

const Report = z.object({
  timeSeries: z.array(z.object({ areas: z.array(z.object({ weatherCodes: z.array(z.string()).optional() })) })),
})
const NOON = Date.parse('2026-11-28T12:04:00+09:00')

async function served(now: () => number = () => NOON) {
  const feeds = await startTownFeeds({ port: 0, now })
  onTestFinished(feeds.close)
  return feeds
}

describe('the feeds of the sample’s town', () => {
  it('serve three readable feeds of the buses, a forecast and news', async () => {
    const { origin } = await served()
    for (const path of [TOWN_FEED_PATHS.vehicles, TOWN_FEED_PATHS.trips, TOWN_FEED_PATHS.alerts]) {
      const body = new Uint8Array(await (await fetch(`${origin}${path}`)).arrayBuffer())
      expect({ path, ...readRealtime(body) }).toMatchObject({ path, state: 'ok' })
    }
    expect(await (await fetch(`${origin}${TOWN_FEED_PATHS.forecast}`)).json()).toEqual(sampleForecast(NOON))
    expect(await (await fetch(`${origin}${TOWN_FEED_PATHS.news}`)).text()).toBe(sampleNews(NOON))
  })

  it('say that nothing changed to whoever has the newest answer already', async () => {
    let now = NOON
    const { origin } = await served(() => now)
    const news = `${origin}${TOWN_FEED_PATHS.news}`
    const etag = (await fetch(news)).headers.get('etag') ?? ''
    const again = () => fetch(news, { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    now += 24 * 3_600_000
    expect((await again()).status).toBe(200)
  })

  it('answer nothing but reading, and nothing at all while they are paused', async () => {
    const feeds = await served()
    const status = async (path: string, method = 'GET') => (await fetch(`${feeds.origin}${path}`, { method })).status
    expect(await status('/other')).toBe(404)
    expect(await status(TOWN_FEED_PATHS.news, 'POST')).toBe(405)
    feeds.pause()
    expect(await status(TOWN_FEED_PATHS.news)).toBe(503)
    feeds.resume()
    expect(await status(TOWN_FEED_PATHS.news)).toBe(200)
  })

  it('foretell the sky that the next morning reports', () => {
    const evening = skiesIn(sampleForecast(Date.parse('2026-11-28T17:00:00+09:00')))
    const morning = skiesIn(sampleForecast(Date.parse('2026-11-29T05:00:00+09:00')))
    expect(evening).toHaveLength(3)
    expect(evening.slice(1)).toEqual(morning)
  })
})

/** The weather codes of the coming days. */
function skiesIn(forecast: unknown): string[] {
  const [coming] = z.array(Report).parse(forecast)
  return coming?.timeSeries[0]?.areas[0]?.weatherCodes ?? []
}
