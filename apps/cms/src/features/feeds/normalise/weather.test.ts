import { WeatherReport } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { forecastJson } from '../testing/sources.ts'
import { readForecast, readHeat } from './weather.ts'

const AT = new Date('2026-11-27T12:00:00+09:00')
const TOKYO = { office: '130000', area: '130010', place: '44132' }
const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))
const read = (value: unknown = forecastJson(), choice = TOKYO) => readForecast(bytes(value), choice, AT)

describe('a forecast of JMA', () => {
  it('is told by day, for the area that was chosen, with its spaces tidied', () => {
    const report = WeatherReport.parse({ ...read(), heat: null })
    expect(report).toMatchObject({ publisher: '気象庁', area: '東京地方', temperaturePlace: '東京' })
    expect(report.days).toEqual([
      { date: '2026-11-27', code: '111', text: '晴れ 夕方 から くもり', wind: '北の風', min: null, max: 17 },
      { date: '2026-11-28', code: '212', text: 'くもり 昼前 から 雨', wind: '北の風', min: 8, max: 13 },
      { date: '2026-11-29', code: '100', text: '晴れ', wind: '南の風', min: null, max: null },
    ])
  })

  it('has the chance of rain for six hours each, and the week with what it leaves open', () => {
    const { rain, week } = read()
    expect(rain[0]).toEqual({ from: '2026-11-27T12:00:00+09:00', until: '2026-11-27T18:00:00+09:00', percent: 0 })
    expect(rain.at(-1)).toMatchObject({ until: '2026-11-28T03:00:00.000Z', percent: 70 })
    expect(week?.days).toEqual([
      { date: '2026-11-28', code: '212', rain: null, min: null, max: null, reliability: null },
      { date: '2026-11-29', code: '100', rain: 10, min: 7, max: 16, reliability: null },
      { date: '2026-11-30', code: '101', rain: 20, min: 6, max: 15, reliability: 'A' },
    ])
  })

  it('tells no week of other places: neither of this area nor of its whole office', () => {
    const [near, far] = forecastJson()
    const other = JSON.parse(JSON.stringify(far).replaceAll('130010', '130040'))
    expect(read([near, other]).week).toBeNull()
    const ofOffice = JSON.parse(JSON.stringify(far).replaceAll('130010', '130000'))
    expect(read([near, ofOffice]).week?.days).toHaveLength(3)
  })

  it.each([
    ['<html>Service Unavailable</html>', 'not JSON'],
    [JSON.stringify(forecastJson()).slice(0, 500), 'not JSON'],
    ['[]', 'not a forecast'],
    ['{"areas":[]}', 'not a forecast'],
    [JSON.stringify(forecastJson({ reportDatetime: '2027-01-01T11:00:00+09:00' })), 'from the future'],
  ])('is refused where it is none: %.30s', (text, why) => {
    expect(() => read(text)).toThrow(why)
  })

  it('is refused where it does not name the area', () => {
    expect(() => read(forecastJson(), { ...TOKYO, area: '999999' })).toThrow('there is no area 999999')
  })
})

describe('the heat forecast of the Ministry of the Environment', () => {
  const csv = (published = '2026/11/27 11:25') =>
    `,,2026112715,2026112724,2026112803\n44132,${published}, 180, 255, 310\n44116,${published}, 1, 2, 3\n`

  it('is told by hour in degrees; hour 24 is the next midnight', () => {
    expect(readHeat(bytes(csv()), '44132', AT)?.hours).toEqual([
      { at: '2026-11-27T06:00:00.000Z', wbgt: 18 },
      { at: '2026-11-27T15:00:00.000Z', wbgt: 25.5 },
      { at: '2026-11-27T18:00:00.000Z', wbgt: 31 },
    ])
  })

  it.each([
    ['<html></html>', '44132'],
    ['', '44132'],
    [csv(), '99999'],
    [csv('2027/11/27 11:25'), '44132'],
    [csv('soon'), '44132'],
  ])('is nothing where it cannot be believed', (text, place) => {
    expect(readHeat(bytes(text), place, AT)).toBeNull()
  })
})
