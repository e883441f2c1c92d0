import { zipFile } from '@akari/zip/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { departuresAt } from '../board/departures.ts'
import { openTimetable } from '../model/open-timetable.ts'
import { timetableReport } from '../report/timetable-report.ts'
import { INFLATE } from '../testing/corpus.ts'
import { importTexts, japan, tinyFeed } from '../testing/tiny-feed.ts'
import { importTimetable } from './import-timetable.ts'

const entries = [...tinyFeed()].map(([path, content]) => ({ path, content }))
const codes = (bytes: Uint8Array) =>
  importTimetable(bytes, 'bus.zip', INFLATE).problems.map(({ code, file }) => `${code} ${file}`)

describe('a hostile archive', () => {
  it('is not unpacked where it announces more than a timetable is', () => {
    const bomb = { path: 'stop_times.txt', content: '0'.repeat(1000), size: 300 * 1024 * 1024 }
    expect(codes(zipFile([...entries.filter(({ path }) => path !== bomb.path), bomb]))).toEqual([
      'archive-too-large bus.zip',
    ])
  })

  it('that holds more than it announces loses that table, and is refused for it', () => {
    const lie = { path: 'stop_times.txt', content: '0'.repeat(5_000_000), size: 10 }
    expect(codes(zipFile([...entries.filter(({ path }) => path !== lie.path), lie]))).toEqual([
      'archive-broken stop_times.txt',
      'not-a-timetable bus.zip',
    ])
  })

  it('does not lead out of itself, and what else it holds is left packed', () => {
    const strange = [
      { path: '../stops.txt', content: 'x' },
      { path: 'video.mp4', content: 'x', size: 3_000_000_000, crc: 1 },
    ]
    expect(codes(zipFile([...strange, ...entries]))).toContain('archive-path-unsafe ../stops.txt')
    expect(importTimetable(zipFile([...strange, ...entries]), 'bus.zip', INFLATE).counts.stopTimes).toBe(11)
  })

  it('may be torn or damaged anywhere without anything being thrown', () => {
    const whole = zipFile(entries)
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), (at, byte, isTorn) => {
        const imported = importTimetable(isTorn ? whole.subarray(0, at) : whole.with(at, byte), 'bus.zip', INFLATE)
        if (imported.timetable === null) expect(imported.problems.length).toBeGreaterThan(0)
        expect(timetableReport(imported, 0).warnings.length).toBeGreaterThanOrEqual(imported.problems.length)
      }),
      { numRuns: 150 },
    )
  })
})

describe('a hostile table', () => {
  const deadline = { timeout: 10_000 }

  it('may have anything in the place of any value, and still gives boards', () => {
    const names = [...tinyFeed().keys()]
    const rubbish = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom('99999999999', '-1', '1e308', '"', 'NaN', '99:99:99', '２'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), rubbish, (name, choice, value) => {
        let place = 0
        const text = tinyFeed().get(name) ?? ''
        const count = text.match(/[^,\n]+/g)?.length ?? 1
        const changed = text.replaceAll(/[^,\n]+/g, (old) => (place++ === choice % count ? value : old))
        const { timetable, problems } = importTexts(tinyFeed({ [name]: changed }))
        if (timetable === null) return expect(problems.length).toBeGreaterThan(0)
        const board = departuresAt(openTimetable(timetable), 'hall', japan('2026-11-28T08:00:00'), null)
        expect(board.length).toBeLessThanOrEqual(10)
      }),
      { numRuns: 300 },
    )
  })

  it('with a quotation mark that is never closed ends there', deadline, () => {
    const endless = `${tinyFeed().get('stops.txt') ?? ''}x,"${'市役所前,'.repeat(400_000)}\n`
    const { problems, counts } = importTexts(tinyFeed({ 'stops.txt': endless }))
    expect(problems[0]).toMatchObject({ code: 'row-endless', file: 'stops.txt' })
    expect(counts.stops).toBe(4)
  })

  it(
    'with a bus every second, a service until the year 9999 and a stop that is its own station is read in no time',
    deadline,
    () => {
      const frequencies =
        'trip_id,start_time,end_time,headway_secs\nloop-1,0:00:00,168:00:00,1\nloop-1,9:00:00,10:00:00,0\n'
      const calendar = tinyFeed().get('calendar.txt')?.replace('20261231', '99991231') ?? ''
      const stops =
        tinyFeed()
          .get('stops.txt')
          ?.replace('station,市役所,35.699,139.503,1,,', 'station,市役所,35.699,139.503,1,station,') ?? ''
      const { problems } = importTexts(
        tinyFeed({ 'frequencies.txt': frequencies, 'calendar.txt': calendar, 'stops.txt': stops }),
      )
      expect(problems).toContainEqual(
        expect.objectContaining({ code: 'row-unreadable', file: 'frequencies.txt', count: 2 }),
      )
      expect(problems).toContainEqual(expect.objectContaining({ code: 'reference-unknown', file: 'stops.txt' }))
    },
  )

  it('with a novel for a name keeps its beginning', deadline, () => {
    const stops = `stop_id,stop_name,stop_lat,stop_lon\nhall,${'長'.repeat(900_000)},35.7,139.5\n`
    expect(importTexts(tinyFeed({ 'stops.txt': stops })).timetable?.stops[0]?.name.texts.ja).toHaveLength(2000)
  })
})
