import { describe, expect, it } from 'vitest'
import { importTexts, tinyFeed } from '../testing/tiny-feed.ts'
import { timetableReport } from './timetable-report.ts'

const NOON = Date.parse('2026-11-28T12:00:00+09:00')
const calendar = (weekdays: string, from: string, until: string) =>
  `service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,start_date,end_date\ndaily,${weekdays},${from},${until}\n`
const info = (from: string, until: string) =>
  `feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,feed_end_date\n市,https://example.org,ja,${from},${until}\n`
function report(changes: Record<string, string | null>) {
  const { validFrom, validTo, expired, warnings } = timetableReport(importTexts(tinyFeed(changes)), NOON)
  return {
    validFrom,
    validTo,
    expired,
    told: warnings.filter(({ code }) => code.startsWith('feed-')).map(({ code, file }) => `${code} ${file}`),
  }
}

describe('how long a timetable is good for', () => {
  it('ends with its calendar, though the feed is meant for longer', () => {
    const ended = { 'calendar.txt': calendar('1,1,1,1,1,1,1', '20260101', '20260331') }
    expect(report({ ...ended, 'feed_info.txt': info('20250101', '20271231') })).toEqual({
      validFrom: '2026-01-01',
      validTo: '2026-03-31',
      expired: true,
      told: ['feed-expired calendar.txt'],
    })
  })

  it('ends with the feed, though its calendar goes on', () => {
    expect(report({ 'feed_info.txt': info('20260401', '20261127') })).toMatchObject({
      validFrom: '2026-04-01',
      validTo: '2026-11-27',
      expired: true,
      told: ['feed-expired feed_info.txt'],
    })
  })

  it('reaches to the end of its last week, though no bus runs at the weekend', () => {
    const weekdays = { 'calendar.txt': calendar('1,1,1,1,1,0,0', '20260101', '20261129'), 'feed_info.txt': null }
    expect(report(weekdays)).toMatchObject({
      validTo: '2026-11-29',
      expired: false,
      told: ['feed-expires-soon calendar.txt'],
    })
  })

  it('does not hang on a service that has no trips, or never runs', () => {
    const spare = 'spare,1,1,1,1,1,1,1,20260101,20991231\nnever,0,0,0,0,0,0,0,20260101,20991231\n'
    const trips = `${tinyFeed().get('trips.txt') ?? ''}loop,never,x,,0,1\n`
    expect(
      report({
        'calendar.txt': `${calendar('1,1,1,1,1,1,1', '20260101', '20260331')}${spare}`,
        'trips.txt': trips,
        'feed_info.txt': null,
      }),
    ).toMatchObject({ validTo: '2026-03-31', expired: true })
  })

  it('is read from the first row of feed_info.txt, wherever that is', () => {
    const blank = info('20260101', '20260331').replace('\n', '\n\n')
    expect(report({ 'feed_info.txt': blank })).toMatchObject({ validTo: '2026-03-31', expired: true })
  })
})
