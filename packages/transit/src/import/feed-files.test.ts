import { expect, it } from 'vitest'
import { importTexts, tinyFeed } from '../testing/tiny-feed.ts'

const inFolder = (folder: string, changes: Record<string, string | null> = {}) =>
  [...tinyFeed(changes)].map(([name, text]) => [`${folder}${name}`, text] as const)
const told = (texts: Map<string, string>) => {
  const { timetable, problems } = importTexts(texts)
  const files = problems.filter(({ code }) => code.startsWith('file-'))
  return { timetable, files: files.map(({ code, file, detail }) => `${code} ${file} ${detail ?? ''}`) }
}

it('of two feeds in folders takes one, whole, and nothing of the other', () => {
  const dates = 'service_id,date,exception_type\ndaily,20261128,1\n'
  const frequencies = 'trip_id,start_time,end_time,headway_secs\nloop-1,6:00:00,7:00:00,600\n'
  const { timetable, files } = told(
    new Map([
      ...inFolder('b_next/', { 'frequencies.txt': frequencies }),
      ...inFolder('a_now/', { 'calendar.txt': null, 'feed_info.txt': null, 'calendar_dates.txt': dates }),
    ]),
  )
  expect([timetable?.validFrom, timetable?.validTo, timetable?.frequencies]).toEqual([20_785, 20_785, []])
  expect(files).toEqual([
    'file-duplicate agency.txt b_next/agency.txt',
    'file-elsewhere feed_info.txt b_next/feed_info.txt',
    'file-duplicate stops.txt b_next/stops.txt',
    'file-duplicate routes.txt b_next/routes.txt',
    'file-duplicate trips.txt b_next/trips.txt',
    'file-duplicate stop_times.txt b_next/stop_times.txt',
    'file-elsewhere calendar.txt b_next/calendar.txt',
    'file-elsewhere frequencies.txt b_next/frequencies.txt',
  ])
})

it('prefers a whole feed further down to a part of one at the top', () => {
  const whole = inFolder('data\\gtfs\\', {
    'routes.txt': 'route_id,route_short_name,route_type\nloop,東,3\nline,夜,3\n',
  })
  const { timetable, files } = told(new Map([...inFolder('', { 'trips.txt': null, 'calendar.txt': null }), ...whole]))
  expect(timetable?.routes.map(({ name }) => name.texts.ja)).toEqual(['東', '夜'])
  expect(timetable?.trips.ids).toHaveLength(3)
  expect(files).toHaveLength(5)
})

it('makes no timetable of parts in several folders', () => {
  const parts = new Map([...inFolder('a/', { 'trips.txt': null }), ...inFolder('b/', { 'stops.txt': null })])
  const { timetable, problems } = importTexts(parts)
  expect(timetable).toBeNull()
  expect(problems).toContainEqual(expect.objectContaining({ code: 'not-a-timetable', detail: 'trips.txt' }))
})
