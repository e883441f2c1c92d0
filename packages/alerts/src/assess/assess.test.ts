import { Alert } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { KOGANEI } from '../place.ts'
import { telegram, vpww55, vxse43, type KindXml } from '../testing/telegram-xml.ts'
import { assess } from './assess.ts'
import type { Verdict } from './verdict.ts'

function verdict(xml: string): Verdict {
  const [first, ...others] = assess(telegram(xml), KOGANEI)
  if (first === undefined || others.length > 0) throw new Error('not one verdict')
  return first
}

const rain = (...kinds: KindXml[]) => verdict(vpww55({ kinds }))

describe('heavy rain', () => {
  test.each([
    ['33', 5, 'fullScreen', 'level5', 'レベル５大雨特別警報'],
    ['43', 4, 'fullScreen', 'level4', 'レベル４大雨危険警報'],
    ['03', 3, 'fullScreen', 'level3', 'レベル３大雨警報'],
    ['10', 2, 'banner', 'level2', 'レベル２大雨注意報'],
  ])('code %s is level %i', (code, level, mode, field, name) => {
    const given = rain({ code, status: '発表' })
    if (given.effect !== 'raise') throw new Error(given.effect)
    expect(Alert.parse(given.alert)).toEqual(given.alert)
    expect(given).toMatchObject({ channel: 'live', alert: { level, phase: 'inForce', expiresAt: null } })
    expect(given.alert.presentation).toEqual({ mode, field, symbol: 'rain' })
    expect(given.alert.words.headline.ja).toContain(name)
    expect(given.alert.words.area.ja).toBe('小金井市')
  })

  test('a level 4 of the weather service is 相当 and never called 避難指示', () => {
    const given = rain({ code: '43', status: '発表' })
    const words = JSON.stringify(given)
    expect(words).toContain('警戒レベル４相当')
    expect(words).not.toContain('避難指示')
  })

  test.each(['継続', '特別警報から警報', '警報から注意報', '危険警報から警報'])('«%s» is in force', (status) => {
    expect(rain({ code: '03', status }).effect).toBe('raise')
  })

  test('a released kind keeps its code and is over', () => {
    expect(rain({ code: '43', name: 'レベル４大雨危険警報', status: '解除' })).toMatchObject({
      effect: 'clear',
      reason: 'released',
    })
  })

  test('the explicit none clears', () => {
    expect(rain({ status: '発表警報・注意報はなし' })).toMatchObject({ effect: 'clear', reason: 'none-in-force' })
  })

  test('the gravest kind in force decides beside a released one', () => {
    const given = rain({ code: '33', status: '解除' }, { code: '10', status: '特別警報から注意報' })
    expect(given).toMatchObject({ effect: 'raise', alert: { level: 2 } })
  })

  test('an unknown code is told by its name, full-width digit or not', () => {
    expect(rain({ code: '53', name: 'レベル４大雨危険警報', status: '発表' })).toMatchObject({ alert: { level: 4 } })
  })

  test('what cannot be understood changes nothing', () => {
    expect(rain({ code: '99', name: '新しい警報', status: '発表' })).toMatchObject({
      effect: 'hold',
      alert: null,
      reason: 'unreadable-kind',
    })
    expect(rain({ status: '未定' }).effect).toBe('hold')
  })

  test('the prefecture and the region never count', () => {
    expect(verdict(vpww55({ upperCode: '33', kinds: [] })).effect).toBe('clear')
    expect(verdict(vpww55({ upperCode: '33', cityCode: '1320600' }))).toMatchObject({ effect: 'none' })
  })

  test('a 取消 names no areas: the office that warns this city tells whom it concerns', () => {
    expect(verdict(vpww55({ infoType: '取消' })).effect).toBe('cancel')
    expect(verdict(vpww55({ infoType: '取消', office: '松江地方気象台' })).effect).toBe('none')
  })
})

describe('an earthquake early warning', () => {
  const expiry = (xml: string) => {
    const given = verdict(xml)
    return given.effect === 'raise' ? given.alert.expiresAt : given.effect
  }
  const at = (time: string) => `2026-08-23T${time}+09:00`

  test('takes the whole glass for the area and says nothing of magnitude or depth', () => {
    const given = verdict(vxse43())
    if (given.effect !== 'raise') throw new Error(given.effect)
    expect(Alert.parse(given.alert)).toEqual(given.alert)
    expect(given.alert).toMatchObject({
      id: 'jma.VXSE43.20260823020050',
      level: null,
      presentation: { mode: 'fullScreen', field: 'eew' },
    })
    expect(given.alert.words.instruction.ja).toBe('頭を守って')
    expect(given.alert.words.area.ja).toBe('東京都多摩東部')
  })

  test('concerns the place only with a warning kind in its own area', () => {
    expect(verdict(vxse43({ areas: [{ code: '350', kind: '10' }] }))).toMatchObject({ reason: 'not-in-area' })
    expect(verdict(vxse43({ areas: [{ code: '351', kind: '00' }] }))).toMatchObject({ reason: 'forecast-only' })
    for (const kind of ['10', '11', '19']) {
      expect(verdict(vxse43({ areas: [{ code: '351', kind }] })).effect).toBe('raise')
    }
  })

  test('ends a minute after the last arrival, one minute after the report at the soonest, three at the latest', () => {
    const last = (time: string) => [
      { code: '351', kind: '10', arrivalAt: at('02:01:02') },
      { code: '420', kind: '10', arrivalAt: at(time) },
    ]
    expect(expiry(vxse43({ areas: last('02:01:42') }))).toBe('2026-08-22T17:02:42.000Z')
    expect(expiry(vxse43({ areas: last('02:09:00') }))).toBe('2026-08-22T17:03:58.000Z')
    expect(expiry(vxse43({ areas: [{ code: '351', kind: '11' }] }))).toBe('2026-08-22T17:01:58.000Z')
  })

  test('a PLUM time is no arrival', () => {
    const plum = [{ code: '351', kind: '19', arrivalAt: at('02:02:30') }]
    expect(expiry(vxse43({ areas: plum }))).toBe('2026-08-22T17:01:58.000Z')
  })

  test('a correction without the area takes the warning back', () => {
    const corrected = vxse43({ infoType: '訂正', areas: [{ code: '350', kind: '10' }] })
    expect(verdict(corrected)).toMatchObject({ effect: 'cancel', reason: 'corrected-away' })
  })
})

describe('channels', () => {
  test.each([vpww55, vxse43])('訓練 speaks to the drill channel, 試験 to nobody', (xml) => {
    expect(verdict(xml({ status: '訓練' }))).toMatchObject({ effect: 'raise', channel: 'drill' })
    expect(verdict(xml({ status: '訓練', infoType: '取消' }))).toMatchObject({ effect: 'cancel', channel: 'drill' })
    expect(verdict(xml({ status: '試験' }))).toMatchObject({ effect: 'raise', channel: 'test' })
  })

  test('other telegrams are ignored', () => {
    expect(verdict('<feed/>')).toMatchObject({ effect: 'none', channel: 'none', reason: 'unsupported-type' })
  })
})
