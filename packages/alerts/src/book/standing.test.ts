import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { legacyWeather, river, vxww50, weather } from '../testing/samples.ts'
import { telegram, vxse43 } from '../testing/telegram-xml.ts'
import { applyTelegram } from './apply-telegram.ts'
import { alertsOf } from './read-book.ts'
import { emptyBook } from './slots.ts'

const NOW = '2026-09-20T23:00:00+09:00'
const at = (time: string) => ({ reportedAt: `2026-09-20T${time}:00+09:00` })
const rain = (code: string, time: string) => weather('大雨', [{ code, status: '発表' }], at(time))
const noRain = (time: string) => weather('大雨', [{ status: '発表警報・注意報はなし' }], at(time))
const legacy = (time: string, code = '03', condition?: string) =>
  legacyWeather([{ code, status: '発表', ...(condition === undefined ? {} : { condition }) }], at(time))

/** What is in force after these, in this order and in the reverse. */
function inForce(...xmls: string[]) {
  const results = [xmls, xmls.toReversed()].map((order) => {
    const book = order.reduce((sum, xml) => applyTelegram(sum, telegram(xml), KOGANEI, NOW).book, emptyBook())
    return alertsOf(book, 'live', NOW)
      .filter((alert) => alert.phase === 'inForce')
      .map(({ id, level }) => `${id} ${level}`)
  })
  expect(results[0]).toEqual(results[1])
  return results[0]
}

describe('the telegrams of before the reform', () => {
  test('tell what no new one told', () => {
    expect(inForce(legacy('18:00'))).toEqual(['jma.legacy.heavy-rain.1321000 3'])
  })

  test('never repeat or lower what a new one says, however late they are', () => {
    expect(inForce(rain('43', '18:00'), legacy('18:07'))).toEqual(['jma.heavy-rain.1321000 4'])
    expect(inForce(rain('10', '18:00'), legacy('22:00', '33'))).toEqual(['jma.heavy-rain.1321000 2'])
  })

  test('do not bring back what a new one has just ended, but count where it has been silent for long', () => {
    expect(inForce(noRain('18:00'), legacy('18:20'))).toEqual([])
    expect(inForce(noRain('18:00'), legacy('19:30'))).toEqual(['jma.legacy.heavy-rain.1321000 3'])
  })

  test('still tell of the other hazards', () => {
    expect(inForce(rain('43', '18:00'), legacy('18:05', '14'))).toEqual([
      'jma.heavy-rain.1321000 4',
      'jma.legacy.thunder.1321000 null',
    ])
  })

  test('say a landslide once: 土砂災害警戒情報 over its like in VPWW53, 特別警報 over both', () => {
    expect(inForce(legacy('18:00', '03', '土砂災害'), vxww50('3', '発表', at('18:05')))).toEqual([
      'jma.legacy.landslide-notice.1321000 4',
    ])
    expect(inForce(legacy('18:00', '33', '土砂災害'), vxww50('3', '発表', at('18:05')))).toEqual([
      'jma.legacy.landslide.1321000 5',
    ])
    expect(
      inForce(weather('土砂', [{ code: '49', status: '発表' }], at('18:00')), vxww50('3', '発表', at('18:05'))),
    ).toEqual(['jma.landslide.1321000 4'])
  })

  test('洪水 stands back behind the rivers', () => {
    expect(inForce(river('50', ['1321000'], at('18:00')), legacy('18:05', '04'))).toEqual(['jma.flood.830305000500 5'])
  })

  test('one that stands back is told as such, and shows nothing', () => {
    const before = applyTelegram(emptyBook(), telegram(rain('43', '18:00')), KOGANEI, NOW).book
    const { change } = applyTelegram(
      before,
      telegram(legacyWeather([{ code: '03', status: '発表' }], at('18:05'))),
      KOGANEI,
      NOW,
    )
    expect(change).toMatchObject({ outcome: 'unchanged', alertIds: [] })
  })
})

test('one event of early warnings is one alert, whichever of its two kinds told it', () => {
  const now = '2026-08-23T02:01:00+09:00'
  const forecast = vxse43({ title: '緊急地震速報（地震動予報）', serial: '7' })
  let book = applyTelegram(emptyBook(), telegram(forecast), KOGANEI, now).book
  expect(alertsOf(book, 'live', now)).toHaveLength(1)
  book = applyTelegram(book, telegram(vxse43()), KOGANEI, now).book
  expect(alertsOf(book, 'live', now)).toMatchObject([{ id: 'jma.VXSE43.20260823020050' }])
})
