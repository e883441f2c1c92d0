import { faultText } from '@akari/node-kit'
import type { FeedAnswer, FeedQuestion, FeedTask, WeatherResult } from './feed-messages.ts'
import { FeedFault } from './normalise/feed-fault.ts'
import { readNews } from './normalise/news.ts'
import { transitWork } from './normalise/transit.ts'
import { readForecast, readHeat } from './normalise/weather.ts'
import { importWork } from './timetable-work.ts'

/** Answers what is asked about feeds: everything in which bytes of others are read. */
export function feedWork(): (question: FeedQuestion) => Promise<FeedAnswer> {
  const transit = transitWork()
  return async ({ id, task }) => {
    try {
      switch (task.kind) {
        case 'transit':
          return { kind: 'transit', id, result: await transit(task) }
        case 'weather':
          return { kind: 'weather', id, result: weather(task) }
        case 'news':
          return { kind: 'news', id, result: readNews(task.body, new Date(task.atMs)) }
        case 'import':
          return { kind: 'import', id, result: await importWork(task) }
      }
    } catch (err) {
      if (err instanceof FeedFault) return { kind: 'refused', id, message: err.message }
      return { kind: 'failed', id, message: err instanceof Error ? (err.stack ?? err.message) : faultText(err) }
    }
  }
}

/** The heat forecast is a source of its own: without it the weather is told all the same. */
function weather({ forecast, heat, choice, atMs }: Extract<FeedTask, { kind: 'weather' }>): WeatherResult {
  const at = new Date(atMs)
  const report = readForecast(forecast, choice, at)
  const told = heat === null ? null : readHeat(heat, choice.place, at)
  const isMissing = heat !== null && told === null
  return { report: { ...report, heat: told }, heatFault: isMissing ? 'heat: not a forecast for this place' : null }
}
