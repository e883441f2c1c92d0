import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { readTelegram } from '../read-telegram.ts'
import { bulletin, heat, river, tornado, volcano } from '../testing/samples.ts'
import { bytesOf } from '../testing/telegram-xml.ts'
import { line, raised, slots, verdicts } from '../testing/verdicts.ts'
import { assess } from './assess.ts'
import { gravestOf, judged } from './line.ts'

describe('rivers', () => {
  test.each([
    ['20', 2],
    ['22', 2],
    ['31', 3],
    ['40', 4],
    ['53', 5],
  ])('code %s is level %i', (code, level) => {
    expect(line(river(code, ['1321000', '1320800']))).toMatchObject({ effect: 'raise', hazard: 'flood', level })
  })

  test('another city is none of ours; a short form without cities is, on our river', () => {
    expect(line(river('51', ['1320800']))).toMatchObject({ effect: 'none' })
    expect(line(river('40', []))).toMatchObject({ effect: 'raise', level: 4 })
    expect(line(river('40', [], { eventId: '830305000100' }))).toMatchObject({ effect: 'none' })
    expect(line(river('30', ['1321000'], { eventId: '830305000100' }))).toMatchObject({ effect: 'raise' })
  })

  test('a release ends it, also in a short form of a river that was ours by its cities alone', () => {
    expect(line(river('10', ['1321000']))).toMatchObject({ effect: 'clear', reason: 'released' })
    const elsewhere = river('10', [], { eventId: '830305000100' })
    expect(slots(elsewhere, 'clear')).toEqual(['jma.flood.830305000100'])
    expect(verdicts(elsewhere).map((each) => judged(each, '2026-09-20T18:00:00+09:00').effect)).toEqual(['none'])
  })
})

describe('bulletins', () => {
  test('a linear rainband counts by the region', () => {
    expect(line(bulletin('線状降水帯発生', '130010', null))).toMatchObject({
      effect: 'raise',
      hazard: 'linear-rainband',
    })
    expect(line(bulletin('線状降水帯直前', '130013', null))).toMatchObject({
      effect: 'raise',
      class: 'info',
      level: null,
    })
    expect(line(bulletin('線状降水帯発生', '130020', null))).toMatchObject({
      effect: 'none',
      hazard: 'linear-rainband',
    })
  })

  test('record rain counts by the city that it fell on', () => {
    expect(line(bulletin('記録雨', '130010', '1311900'))).toMatchObject({ effect: 'none', hazard: 'record-rain' })
    expect(line(bulletin('記録雨', '130010', '1321000'))).toMatchObject({ effect: 'raise', hazard: 'record-rain' })
  })

  test('its 取消 names no areas', () => {
    const cancel = bulletin('記録雨', '130010', null, { infoType: '取消', headline: '', body: '' } as object)
    expect(line(cancel)).toMatchObject({ effect: 'cancel', hazard: 'record-rain' })
  })

  test('a tornado bulletin ends at its own time, or after 70 minutes', () => {
    expect(raised(tornado('1', { validUntil: '2026-09-20T19:05:00+09:00' })).expiresAt).toBe('2026-09-20T10:05:00.000Z')
    expect(raised(tornado('1')).expiresAt).toBe('2026-09-20T10:10:00.000Z')
    expect(raised(tornado('1', {}, true)).words.headline.ja).toContain('目撃')
    expect(line(tornado('0'))).toMatchObject({ effect: 'clear' })
    expect(line(tornado('1', { infoType: '取消' }))).toMatchObject({ effect: 'cancel' })
  })

  test('a heat alert is for a prefecture by name, or by the name of its file, until the day is over', () => {
    const alert = raised(heat('東京都では、今日（２０日）は、'))
    expect(alert).toMatchObject({ hazard: 'heat', expiresAt: '2026-09-20T15:00:00.000Z' })
    expect(raised(heat('明日（２１日）は')).expiresAt).toBe('2026-09-21T15:00:00.000Z')
    expect(raised(heat('')).expiresAt).toBe('2026-09-21T15:00:00.000Z')
    const saitama = heat('', { headTitle: '埼玉県熱中症警戒アラート' })
    expect(line(saitama)).toMatchObject({ effect: 'none', hazard: 'heat' })
    const named = readTelegram(bytesOf(heat('', { headTitle: '熱中症警戒アラート' })), '20260920_0_VPFT50_130000.xml')
    if (!named.ok) throw new Error(named.error.message)
    expect(gravestOf(assess(named.telegram, KOGANEI))).toMatchObject({ effect: 'raise' })
  })

  test('a volcano counts where it names the city', () => {
    expect(line(volcano('噴火警報', '1321000'))).toMatchObject({ effect: 'raise', hazard: 'volcano', class: 'special' })
    expect(line(volcano('火口周辺警報', '1321000'))).toMatchObject({ effect: 'raise', class: 'warning' })
    expect(line(volcano('噴火予報', '1321000'))).toMatchObject({ effect: 'clear' })
    expect(line(volcano('噴火警報', '1438200'))).toMatchObject({ effect: 'none' })
  })
})
