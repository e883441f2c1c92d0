import { describe, expect, it } from 'vitest'
import { zipFile } from '@akari/zip/testing'
import { importTexts, tinyFeed } from '../testing/tiny-feed.ts'
import { INFLATE } from '../testing/corpus.ts'
import { importTimetable } from './import-timetable.ts'

const codes = (texts: ReadonlyMap<string, string | Uint8Array>) =>
  importTexts(texts).problems.map(({ code, file }) => `${code} ${file}`)
const stopNames = (texts: ReadonlyMap<string, string | Uint8Array>) =>
  importTexts(texts).timetable?.stops.map(({ name }) => name)

/** 市役所前, as Japanese Windows writes it. */
const HALL_IN_CP932 = [0x8e, 0x73, 0x96, 0xf0, 0x8f, 0x8a, 0x91, 0x4f]

it('without any calendar says that it is what is missing', () => {
  const feed = tinyFeed({ 'calendar.txt': null, 'calendar_dates.txt': null })
  expect(codes(feed)).toContain('file-missing calendar.txt')
})

describe('a timetable is read whatever form it comes in', () => {
  it('from a zip archive, in a folder, with what a Mac adds, a BOM and the line ends of Windows', () => {
    const entries = [...tinyFeed()].map(([name, text]) => ({
      path: `市バス/${name}`,
      content: `\ufeff${text.replaceAll('\n', '\r\n')}`,
    }))
    const extra = { path: '__MACOSX/市バス/stops.txt', content: 'rubbish' }
    const { timetable, counts, problems } = importTimetable(zipFile([extra, ...entries]), 'bus.zip', INFLATE)
    expect(counts).toEqual({ stops: 4, routes: 2, trips: 3, stopTimes: 11 })
    expect(problems.map(({ code }) => code)).toEqual(['headsigns-missing', 'shapes-missing'])
    expect(timetable?.timeZone).toBe('Asia/Tokyo')
  })

  it('with the feed of next year in a folder beside it, which does not count', () => {
    const both = [...tinyFeed()].flatMap(([name, text]) => [
      { path: `next/year/${name}`, content: text.replaceAll('市役所前', '新市役所前') },
      { path: `now/${name}`, content: text },
    ])
    const { timetable, problems } = importTimetable(zipFile(both), 'bus.zip', INFLATE)
    expect(timetable?.stops[0]?.name.texts.ja).toBe('市役所前')
    expect(problems.filter(({ code }) => code === 'file-duplicate')).toHaveLength(7)
  })

  it('in CP932, and says so', () => {
    const head = new TextEncoder().encode('stop_id,stop_name,stop_lat,stop_lon\nhall,')
    const tail = new TextEncoder().encode(',35.7,139.5\nschool,a,35.7,139.5\npark,b,35.7,139.5\n')
    const texts = new Map<string, string | Uint8Array>([
      ...tinyFeed(),
      ['stops.txt', Uint8Array.from([...head, ...HALL_IN_CP932, ...tail])],
    ])
    expect(stopNames(texts)?.[0]?.texts.ja).toBe('市役所前')
    expect(importTexts(texts).problems).toContainEqual(
      expect.objectContaining({ code: 'encoding-not-utf8', file: 'stops.txt', detail: 'CP932' }),
    )
  })

  it('with quotation marks, commas and line breaks in names, spaces around ids and columns in any order', () => {
    const stops =
      'stop_lat,stop_lon,stop_name,stop_id\n35.7,139.5,"市役所, ""本館""\n前", hall \n35.7,139.5,x,school\n35.7,139.5,y,park\n'
    const { timetable, counts } = importTexts(tinyFeed({ 'stops.txt': stops }))
    expect(timetable?.stops[0]).toMatchObject({ id: 'hall', name: { texts: { ja: '市役所, "本館"\n前' } } })
    expect(counts.stopTimes).toBe(11)
  })

  it('with empty lines before the header and anywhere, and spaces between a comma and a quotation mark', () => {
    const stops =
      '\n\r\nstop_id, "stop_name", stop_lat,stop_lon\n\nhall, "市役所前, 北口",35.7,139.5\nschool,\t"x" ,35.7,139.5\n,,,\npark,y,35.7,139.5\n'
    const { timetable, problems } = importTexts(tinyFeed({ 'stops.txt': stops }))
    expect(timetable?.stops.map(({ name, place }) => [name.texts.ja, place?.lat])).toEqual([
      ['市役所前, 北口', 35.7],
      ['x', 35.7],
      ['y', 35.7],
    ])
    expect(problems.filter(({ file }) => file === 'stops.txt')).toEqual([])
  })

  it('with a column that is nearly spelt right', () => {
    const trips = tinyFeed().get('trips.txt')?.replace('wheelchair_accessible', 'wheelchair_accesible') ?? ''
    const { timetable, problems } = importTexts(tinyFeed({ 'trips.txt': trips }))
    expect([...(timetable?.trips.wheelchair ?? [])]).toEqual([1, 1, 2])
    expect(problems[0]).toMatchObject({
      code: 'column-misspelt',
      detail: 'wheelchair_accesible → wheelchair_accessible',
    })
  })

  it('with calls in any order, times only at the ends, and some that are no times', () => {
    const times = `trip_id,arrival_time,departure_time,stop_id,stop_sequence
loop-1,9:20:00,,hall,40
loop-1,,,park,30
loop-1,quarter past,,school,20
loop-1,,9:00:00,hall,10
`
    const { timetable, problems } = importTexts(tinyFeed({ 'stop_times.txt': times }))
    expect([...(timetable?.stopTimes.sequence ?? [])]).toEqual([10, 20, 30, 40])
    expect([...(timetable?.stopTimes.arrival ?? [])].map((seconds) => seconds / 60)).toEqual([
      540,
      546 + 2 / 3,
      553 + 1 / 3,
      560,
    ])
    expect(problems).toContainEqual(expect.objectContaining({ code: 'time-unreadable', detail: 'quarter past' }))
  })
})

describe('names come in the languages of the feed', () => {
  it('by translations.txt of GTFS-JP v1 and v2, whose key is the Japanese text, half-width kana and all', () => {
    const translations =
      'trans_id,lang,translation\n市役所前,en,City Hall\n市役所前,ja-Hrkt,ｼﾔｸｼｮﾏｴ\n市役所前,zh-TW,市政府前\n'
    const texts = tinyFeed({ 'translations.txt': translations })
    expect(stopNames(texts)?.[0]).toEqual({
      texts: { ja: '市役所前', en: 'City Hall', 'zh-Hant': '市政府前', 'ja-x-easy': '｜市役所前《しやくしょまえ》' },
      reading: 'しやくしょまえ',
    })
    expect(importTexts(texts).timetable?.languages).toEqual(['ja', 'en', 'ja-Hrkt', 'zh-Hant'])
  })

  it('by that of v3 and later: a record’s own words outdo those for its text, and headsigns have those of stops', () => {
    const translations = `table_name,field_name,language,translation,record_id,record_sub_id,field_value
stops,stop_name,en,School,,,小学校
stops,stop_name,en,Primary School,school,,
stops,stop_name,ko,공원 앞,,,公園前
`
    const trips = tinyFeed().get('trips.txt')?.replace('late,,1', 'late,公園前,1') ?? ''
    const { timetable } = importTexts(tinyFeed({ 'translations.txt': translations, 'trips.txt': trips }))
    expect(timetable?.stops[1]?.name.texts).toEqual({ ja: '小学校', en: 'Primary School' })
    expect(timetable?.headsigns[0]?.texts).toEqual({ ja: '公園前', ko: '공원 앞' })
  })
})

describe('what is missing or wrong is named, and the rest is used', () => {
  it('without a calendar by weekdays, by days alone', () => {
    const dates = 'service_id,date,exception_type\ndaily,20261128,1\ndaily,20261129,1\n'
    const { timetable, problems } = importTexts(
      tinyFeed({ 'calendar.txt': null, 'calendar_dates.txt': dates, 'feed_info.txt': null }),
    )
    expect([timetable?.validFrom, timetable?.validTo]).toEqual([20_785, 20_786])
    expect(problems.map(({ code }) => code)).not.toContain('service-never-runs')
  })

  it('trips of an unknown route or service, calls at unknown stops, ids and sequences twice', () => {
    const more = (name: string, rows: string) => `${tinyFeed().get(name) ?? ''}${rows}`
    const texts = tinyFeed({
      'trips.txt': more('trips.txt', 'nowhere,daily,x,,,\nloop,never,y,,,\nloop,daily,loop-1,,,\n'),
      'stop_times.txt': more(
        'stop_times.txt',
        'loop-1,9:00:00,9:00:00,moon,9\nloop-1,9:00:00,9:00:00,park,2\n,,,,\nloop-1,9:00,9:00,park,x\n',
      ),
    })
    const { problems, counts } = importTexts(texts)
    expect(problems.map(({ code, file, count }) => `${code} ${file} ${count}`)).toEqual([
      'reference-unknown trips.txt 2',
      'duplicate-id trips.txt 1',
      'headsigns-missing trips.txt 3',
      'reference-unknown stop_times.txt 1',
      'row-unreadable stop_times.txt 1',
      'duplicate-id stop_times.txt 1',
      'shapes-missing trips.txt 3',
    ])
    expect(counts.trips).toBe(3)
  })

  it('no timetable at all', () => {
    expect(codes(new Map([['readme.txt', 'hello']]))).toEqual(['not-a-timetable feed'])
    expect(codes(tinyFeed({ 'trips.txt': null }))).toEqual(['not-a-timetable feed'])
    for (const text of ['', '\n\n', '"']) {
      const { counts, problems } = importTexts(tinyFeed({ 'stops.txt': text }))
      expect(counts).toMatchObject({ stops: 0, stopTimes: 0 })
      expect(problems).toContainEqual(expect.objectContaining({ code: 'column-missing', detail: 'stop_id' }))
    }
    expect(importTexts(tinyFeed({ 'stops.txt': 'stop_id' })).counts).toMatchObject({ stops: 0, stopTimes: 0 })
  })
})

describe('of a large feed only what was chosen is kept', () => {
  it('the routes with all their stops, and nothing else', () => {
    const { timetable, counts, problems } = importTexts(tinyFeed(), { routes: ['line', 'gone'], stops: [] })
    expect(counts).toEqual({ stops: 4, routes: 2, trips: 3, stopTimes: 11 })
    expect(timetable?.trips.ids).toEqual(['late'])
    expect(timetable?.routes.map(({ id }) => id)).toEqual(['line'])
    expect(timetable?.stops.map(({ id }) => id)).toEqual(['hall', 'school', 'park', 'station'])
    expect(timetable?.stops[0]?.parent).toBe(3)
    expect(timetable?.otherTrips).toHaveLength(2)
    expect(problems).toContainEqual(expect.objectContaining({ code: 'choice-unknown', detail: 'gone' }))
  })

  it('the whole trips that call at a stop, a station standing for its platforms', () => {
    const stops = `${tinyFeed().get('stops.txt') ?? ''}far,遠く,35.8,139.6,0,,,\n`
    const times =
      tinyFeed()
        .get('stop_times.txt')
        ?.replaceAll(/^late.*hall.*\n/gm, '') ?? ''
    const { timetable } = importTexts(tinyFeed({ 'stops.txt': stops, 'stop_times.txt': times }), {
      routes: [],
      stops: ['station'],
    })
    expect(timetable?.trips.ids).toEqual(['loop-1', 'loop-2'])
    expect(timetable?.stops.map(({ id }) => id)).not.toContain('far')
    expect([...(timetable?.stopTimes.stop ?? [])]).toEqual([0, 1, 2, 0, 0, 1, 2, 0])
  })
})
