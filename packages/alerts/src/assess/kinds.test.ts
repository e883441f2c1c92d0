import { describe, expect, test } from 'vitest'
import { intensity, legacyWeather, nankai, tsunami, vxww50, weather } from '../testing/samples.ts'
import { jma, vxse43 } from '../testing/telegram-xml.ts'
import { line, raised, slots, verdicts } from '../testing/verdicts.ts'
import { judged } from './line.ts'

describe('warnings of the city', () => {
  test.each([
    ['土砂', '39', 'landslide', 5, 'special', 'レベル５土砂災害特別警報（警戒レベル５相当）'],
    ['土砂', '49', 'landslide', 4, 'danger', 'レベル４土砂災害危険警報（警戒レベル４相当）'],
    ['土砂災害', '09', 'landslide', 3, 'warning', 'レベル３土砂災害警報（警戒レベル３相当）'],
    ['土砂', '29', 'landslide', 2, 'advisory', 'レベル２土砂災害注意報'],
    ['高潮', '48', 'storm-surge', 4, 'danger', 'レベル４高潮危険警報（警戒レベル４相当）'],
    ['高潮', '19', 'storm-surge', 2, 'advisory', 'レベル２高潮注意報'],
    ['暴風', '35', 'storm', null, 'special', '暴風特別警報'],
    ['暴風', '15', 'storm', null, 'advisory', '強風注意報'],
    ['暴風', '32', 'snow-storm', null, 'special', '暴風雪特別警報'],
    ['暴風', '13', 'snow-storm', null, 'advisory', '風雪注意報'],
    ['波浪', '07', 'high-waves', null, 'warning', '波浪警報'],
    ['大雪', '36', 'heavy-snow', null, 'special', '大雪特別警報'],
    ['大雪', '06', 'heavy-snow', null, 'warning', '大雪警報'],
    ['その他注意報', '14', 'thunder', null, 'advisory', '雷注意報'],
    ['その他注意報', '20', 'fog', null, 'advisory', '濃霧注意報'],
    ['その他注意報', '21', 'dry', null, 'advisory', '乾燥注意報'],
    ['その他注意報', '24', 'other', null, 'advisory', '霜注意報'],
  ])('%s, code %s: %s, level %s, %s', (of, code, hazard, level, kind, headline) => {
    const alert = raised(weather(of, [{ code, status: '発表' }]))
    expect(alert).toMatchObject({ hazard, level, class: kind, intensity: null, expiresAt: null })
    expect(alert.words.headline.ja).toBe(headline)
  })

  test('full-width digits in a code mean the same', () => {
    expect(raised(weather('土砂', [{ code: '４９', status: '継続' }]))).toMatchObject({ level: 4 })
  })

  test('a special warning without a level takes the glass in the colour of its like, and claims no level', () => {
    const alert = raised(weather('暴風', [{ code: '35', status: '発表' }]))
    expect(alert.presentation).toEqual({ mode: 'fullScreen', field: 'level5', symbol: 'wind' })
    expect(JSON.stringify(alert.words)).not.toMatch(/レベル|Level/)
  })

  test('several kinds at once have slots of their own, and the gravest speaks for the telegram', () => {
    const xml = weather('集約通報', [
      { code: '14', status: '発表' },
      { code: '49', status: '発表' },
      { code: '03', status: '継続' },
      { code: '05', status: '解除' },
    ])
    expect(slots(xml, 'raise')).toEqual(['jma.thunder.1321000', 'jma.landslide.1321000', 'jma.heavy-rain.1321000'])
    expect(slots(xml, 'clear')).toContain('jma.storm.1321000')
    expect(line(xml)).toMatchObject({ effect: 'raise', hazard: 'landslide', level: 4 })
  })

  test('each telegram speaks of its own hazards and of no others', () => {
    expect(slots(weather('暴風', [{ status: '発表警報・注意報はなし' }]), 'clear')).toEqual([
      'jma.storm.1321000',
      'jma.snow-storm.1321000',
    ])
    expect(slots(weather('大雪', [{ status: '発表警報・注意報はなし' }]), 'clear')).toEqual(['jma.heavy-snow.1321000'])
  })

  test('a downgrade is raised with the lower level', () => {
    expect(line(weather('土砂', [{ code: '09', status: '危険警報から警報' }]))).toMatchObject({
      effect: 'raise',
      level: 3,
    })
  })

  test('a kind that is new beside one that is known holds back every end', () => {
    const xml = weather('その他注意報', [
      { code: '14', status: '発表' },
      { code: '42', name: '未知の注意報', status: '発表' },
    ])
    expect(verdicts(xml).map((verdict) => verdict.effect)).toEqual(['raise', 'hold'])
  })

  test('a summary that was wrong is for a person to judge', () => {
    expect(line(weather('集約通報', [], { infoType: '取消' }))).toMatchObject({ effect: 'hold' })
    expect(line(weather('土砂', [], { infoType: '取消' }))).toMatchObject({ effect: 'cancel', hazard: 'landslide' })
  })
})

describe('the telegrams of before the reform', () => {
  test('a landslide hides in the condition of heavy rain', () => {
    const rain = (code: string, condition: string) =>
      slots(legacyWeather([{ code, status: '発表', condition }]), 'raise')
    expect(rain('33', '土砂災害')).toEqual(['jma.legacy.landslide.1321000'])
    expect(rain('03', '浸水害')).toEqual(['jma.legacy.heavy-rain.1321000'])
    expect(rain('03', '土砂災害、浸水害')).toEqual(['jma.legacy.heavy-rain.1321000', 'jma.legacy.landslide.1321000'])
  })

  test.each([
    ['［危険警報・氾濫特別警報の発表状況］〈レベル４大雨危険警報〉府中市　小金井市　調布市＊', 4],
    ['〈レベル４大雨危険警報〉\n小金井市＊', 4],
    ['〈レベル４大雨危険警報〉東小金井市', 3],
    ['〈レベル４大雨危険警報〉府中市〈レベル２大雨注意報〉小金井市', 3],
  ])('level 4 is only in the notice: «%s»', (notice, level) => {
    expect(line(legacyWeather([{ code: '03', status: '発表' }], { notice }))).toMatchObject({
      hazard: 'heavy-rain',
      level,
    })
  })

  test('floods have no level 4 or 5 there', () => {
    expect(raised(legacyWeather([{ code: '04', status: '発表' }]))).toMatchObject({ hazard: 'flood', level: 3 })
  })

  test('土砂災害警戒情報 is level 4, and its 解除 and なし end it', () => {
    expect(line(vxww50('3', '発表'))).toMatchObject({ effect: 'raise', hazard: 'landslide', level: 4, class: 'danger' })
    expect(line(vxww50('1', '解除'))).toMatchObject({ effect: 'clear', reason: 'released' })
    expect(line(vxww50('3', '解除'))).toMatchObject({ effect: 'clear', reason: 'released' })
    expect(line(vxww50('0', 'なし'))).toMatchObject({ effect: 'clear', reason: 'none-in-force' })
    expect(line(vxww50('7', '発表'))).toMatchObject({ effect: 'hold' })
  })

  test.each([
    ['記録的短時間大雨情報', 'record-rain'],
    ['気象特別警報報知', 'other'],
  ])('%s knows the prefecture only and is not used', (title, hazard) => {
    expect(line(jma({ title }))).toMatchObject({ effect: 'none', hazard, reason: 'legacy-not-used' })
  })
})

describe('shaking', () => {
  test.each([
    ['5-', 'fullScreen', '震度５弱の強い地震がありました'],
    ['4 ', 'banner', '震度４の地震がありました'],
    ['６強', 'fullScreen', '震度６強の強い地震がありました'],
  ])('intensity %s in the city', (city, mode, headline) => {
    const alert = raised(intensity('VXSE53', { area: '7', city }))
    expect(alert.presentation.mode).toBe(mode)
    expect(alert.words.headline.ja).toBe(headline)
    expect(alert.words.area.ja).toBe('小金井市')
  })

  test('where the city is not named, its area counts and is named as such', () => {
    const alert = raised(intensity('VXSE53', { area: '3' }))
    expect(alert.words.area.ja).toBe('東京都多摩東部')
    expect(alert.intensity).toEqual({ from: '3', to: '3' })
  })

  test('震度５弱以上未入電 is at least 5弱', () => {
    const alert = raised(intensity('VXSE53', { area: '4', notArrived: true }))
    expect(alert.intensity).toEqual({ from: '5-', to: 'over' })
    expect(alert.words.headline.ja).toContain('５弱以上')
  })

  test('other areas, and earthquakes far away, are none of ours', () => {
    expect(line(intensity('VXSE51', { area: '6+', areaCode: '350' }))).toMatchObject({ effect: 'none' })
    const far = jma({ title: '震源・震度に関する情報', eventId: '20260823020050', bodyNs: 'seismology1' })
    expect(line(far)).toMatchObject({ effect: 'none', hazard: 'earthquake' })
  })

  test('a forecast below a warning is not shown, one of VXSE45 that warns is', () => {
    const forecast = (kind: string) => vxse43({ title: '緊急地震速報（地震動予報）', areas: [{ code: '351', kind }] })
    expect(line(forecast('00'))).toMatchObject({ effect: 'none', class: 'forecast', reason: 'forecast-only' })
    expect(line(forecast('11'))).toMatchObject({ effect: 'raise', slot: 'jma.VXSE45.20260823020050' })
  })

  test('the test telegram of the line and the forecast that is withdrawn are never shown', () => {
    expect(line(jma({ title: '緊急地震速報配信テスト', status: '試験' }))).toMatchObject({
      effect: 'none',
      channel: 'test',
    })
    expect(line(jma({ title: '緊急地震速報（予報）' }))).toMatchObject({ effect: 'none', reason: 'unsupported-type' })
  })
})

describe('news of the whole country', () => {
  test.each([
    [['53', '51', '71'], 'raise', 'special'],
    [['51', '62'], 'raise', 'warning'],
    [['60', '62'], 'raise', 'advisory'],
    [['73', '50'], 'raise', 'forecast'],
    [['50', '60'], 'clear', null],
    [['99'], 'hold', null],
  ])('a tsunami with the kinds %j', (kinds, effect, kind) => {
    expect(line(tsunami(kinds))).toMatchObject({ effect, hazard: 'tsunami', class: kind, level: null })
  })

  test('inland, a tsunami never takes the glass', () => {
    expect(raised(tsunami(['52'])).presentation.mode).toBe('banner')
  })

  test.each([
    ['111', 'raise', 'info'],
    ['120', 'raise', 'warning'],
    ['130', 'raise', 'advisory'],
    ['190', 'clear', null],
  ])('南海トラフ地震臨時情報 %s', (code, effect, kind) => {
    expect(line(nankai(code))).toMatchObject({ effect, hazard: 'nankai-trough', class: kind })
  })

  test('its 取消 has no code', () => {
    expect(line(nankai(null, { infoType: '取消' }))).toMatchObject({ effect: 'cancel' })
    expect(line(nankai(null))).toMatchObject({ effect: 'hold' })
  })
})

test('what has ended by then, or is dated far ahead, raises nothing', () => {
  const [verdict] = verdicts(vxse43())
  if (verdict === undefined) throw new Error('nothing said')
  expect(judged(verdict, '2026-08-23T02:01:00+09:00').effect).toBe('raise')
  expect(judged(verdict, '2026-08-23T02:30:00+09:00')).toMatchObject({ effect: 'none', reason: 'expired' })
  expect(judged(verdict, '2026-08-01T02:00:00+09:00')).toMatchObject({ effect: 'none', reason: 'from-the-future' })
})
