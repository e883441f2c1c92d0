import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { timetableReport } from './report/timetable-report.ts'
import { importAt, transitFolder } from './testing/corpus.ts'

const folder = transitFolder() ?? ''
const feed = (name: string) => join(folder, 'gtfs', `${name}.zip`)

describe.skipIf(folder === '')('the timetables of the corpus', () => {
  it.each([
    ['jp-okayama-ryobi-20241001', 1873, 184, 1639, 45_346, ['ja', 'ja-Hrkt', 'en'], '2024-10-01', '2025-02-15'],
    ['jp-utsunomiya-lrt', 34, 1, 365, 6383, ['ja', 'ja-Hrkt'], '2023-11-23', '2024-11-22'],
    ['jp-suzu-city-2018', 50, 4, 7, 144, ['ja', 'ja-Hrkt'], '2018-04-01', '2019-03-31'],
    ['jp-mlit-sample-v1', 48, 2, 6, 129, ['ja', 'ja-Hrkt', 'en'], '2017-04-01', '2017-04-30'],
    ['us-caltrain-rt-matching', 109, 9, 176, 3498, ['en'], '2023-09-23', '2024-06-01'],
  ])('%s is read whole', (name, stops, routes, trips, stopTimes, languages, validFrom, validTo) => {
    const imported = importAt(feed(name))
    const { warnings, ...facts } = timetableReport(imported, Date.parse(`${validTo}T12:00:00Z`))
    expect(facts).toEqual({ stops, routes, trips, stopTimes, languages, validFrom, validTo, expired: false })
    expect(warnings.map(({ code }) => code)).toContain('feed-expires-soon')
    expect(timetableReport(imported, Date.parse('2026-11-28T12:00:00+09:00'))).toMatchObject({ expired: true })
  })

  it('has trips of Utsunomiya that run until 24:25', () => {
    const { timetable } = importAt(feed('jp-utsunomiya-lrt'))
    const times = [...(timetable?.stopTimes.arrival ?? [])].filter((seconds) => seconds >= 86_400)
    expect([times.length, Math.max(...times)]).toEqual([10, 86_400 + 25 * 60])
  })

  it('names what the small ones lack, and the column that is misspelt', () => {
    const { problems } = importAt(feed('jp-suzu-city-2018'))
    expect(problems.map(({ code, count }) => [code, count])).toEqual([
      ['column-misspelt', 1],
      ['headsigns-missing', 6],
      ['shapes-missing', 7],
    ])
  })
})
