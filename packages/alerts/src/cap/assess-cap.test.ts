import { Alert } from '@akari/protocol'
import { describe, expect, test } from 'vitest'
import { gravestOf, judged } from '../assess/line.ts'
import { KOGANEI } from '../place.ts'
import { cap, type CapSpec, ELSEWHERE, HERE, type InfoSpec, NOWHERE, SENT, tripleOf } from '../testing/cap-xml.ts'
import { assessCap, capSlot } from './assess-cap.ts'

const verdicts = (spec: CapSpec = {}, at = SENT) => assessCap(cap(spec), KOGANEI, at)
const first = (spec: CapSpec = {}, at = SENT) => verdicts(spec, at)[0]
const of = (...infos: InfoSpec[]) => first({ infos })
const alertOf = (spec: CapSpec): Alert => {
  const given = first(spec)
  if (given?.effect !== 'raise') throw new Error(given?.reason)
  expect(Alert.parse(given.alert)).toEqual(given.alert)
  return given.alert
}

describe('whom a message may reach', () => {
  test.each([
    ['Actual', 'live', 'raise'],
    ['Exercise', 'drill', 'raise'],
    ['Test', 'test', 'raise'],
    ['System', 'none', 'none'],
    ['Draft', 'none', 'none'],
  ])('%s goes to %s', (status, channel, effect) => expect(first({ status })).toMatchObject({ channel, effect }))

  test.each(['Restricted', 'Private'])('what is %s never reaches a public screen, drill or not', (scope) => {
    expect(first({ scope })).toMatchObject({ channel: 'none', effect: 'none' })
    expect(first({ scope, status: 'Exercise' })).toMatchObject({ channel: 'none', effect: 'none' })
  })

  test.each(['Ack', 'Error'])('an %s is a reply and nothing more', (msgType) =>
    expect(first({ msgType, references: [tripleOf('A-0')] })).toMatchObject({ effect: 'none', reason: 'reply-only' }),
  )
})

describe('where a message speaks of', () => {
  const at = (...areas: NonNullable<InfoSpec['areas']>[number][]) => of({ areas })
  test.each([
    ['the 7 digits of the city', HERE],
    ['its 5 digits', { geocode: ['citycode', '13210'] as const }],
    ['its 6 digits', { geocode: ['jisx0402', '132101'] as const }],
    ['a polygon around the city hall', { polygon: '35.72,139.47 35.72,139.53 35.68,139.53 35.68,139.47 35.72,139.47' }],
    [
      'a polygon over a corner of the city',
      { polygon: '35.70,139.525 35.70,139.6 35.69,139.6 35.69,139.525 35.70,139.525' },
    ],
    ['a circle of kilometres', { circle: '35.70,139.50 5.0' }],
    ['a point in the city', { circle: '35.70,139.50 0' }],
    ['a far polygon beside the code of the city', { ...HERE, polygon: '1,1 1,2 2,2 1,1' }],
    ['a foreign code beside a circle here', { circle: '35.7,139.5 1', geocode: ['SAME', '006037'] as const }],
  ])('%s is here', (_what, area) => expect(at(area)).toMatchObject({ effect: 'raise', reason: 'warning-in-force' }))

  test.each([
    ['another city', ELSEWHERE],
    ['the prefecture', { geocode: ['JMA', '130000'] as const }],
    ['a far polygon', { polygon: '1,1 1,2 2,2 1,1' }],
    ['a circle of five kilometres nine away', { circle: '35.70,139.40 5' }],
    ['a county of another country', { geocode: ['SAME', '006037'] as const }],
    ['a place in any version of a foreign list', { geocode: ['profile:CAP-CP:Location:0.4', '5939'] as const }],
    ['a far circle with a code nobody knows', { circle: '1,1 5', geocode: ['mystery', '1'] as const }],
  ])('%s is elsewhere', (_what, area) => expect(at(area)).toMatchObject({ effect: 'none', reason: 'not-in-area' }))

  test.each([
    ['only a name', NOWHERE],
    ['a code nobody knows', { geocode: ['mystery', '1321000'] as const }],
    ['a shape that cannot be read', { polygon: 'somewhere' }],
  ])('%s leaves it to a person, with all that would be raised', (_what, area) => {
    const given = at(area)
    expect(given).toMatchObject({ effect: 'hold', reason: 'area-unclear', level: 4, alert: { level: 4 } })
  })

  test('no area at all leaves it to a person', () => expect(of({ areas: [] })).toMatchObject({ effect: 'hold' }))
  test('one area of several is enough', () => expect(at(ELSEWHERE, NOWHERE, HERE)).toMatchObject({ effect: 'raise' }))
  test('one area in doubt leaves doubt', () => expect(at(ELSEWHERE, NOWHERE)).toMatchObject({ effect: 'hold' }))
})

describe('what a message says', () => {
  test('several languages are one alert with several texts', () => {
    const same = { level: '4', areas: [HERE] }
    const infos = [
      { ...same, language: 'en-US', event: 'Evacuation order', headline: 'Evacuate', instruction: 'Leave now' },
      { ...same, language: 'ja-JP', event: '避難指示', headline: '避難指示', instruction: '避難してください' },
      { ...same, language: 'zh-TW', event: '避難指示', headline: '疏散', instruction: '請疏散' },
      { ...same, language: 'de', event: 'Evakuierung', headline: 'Evakuieren' },
    ]
    expect(verdicts({ infos })).toHaveLength(1)
    const alert = alertOf({ infos })
    expect(alert.words.headline).toEqual({ ja: '避難指示', en: 'Evacuate', 'zh-Hant': '疏散' })
    expect(alert.words.instruction).toEqual({ ja: '避難してください', en: 'Leave now', 'zh-Hant': '請疏散' })
    expect(alert).toMatchObject({ hazard: 'evacuation', level: 4, class: 'danger', presentation: { field: 'level4' } })
  })

  test('an info without a language is in English, and Japanese readers get it under a Japanese word', () => {
    const { headline } = alertOf({ infos: [{ event: 'Flood', headline: 'Flood Warning' }] }).words
    expect(headline).toEqual({
      ja: '緊急情報：Flood Warning',
      'ja-x-easy': '大切《たいせつ》な 知《し》らせ： Flood Warning',
      en: 'Flood Warning',
    })
  })

  test('the same language twice is two parts: those that reach here count, the gravest leads', () => {
    const infos = [
      { language: 'ja', headline: '隣の市', level: '5', areas: [ELSEWHERE] },
      { language: 'ja', headline: '注意', level: '2', areas: [HERE] },
      { language: 'ja', headline: '警戒', level: '3', areas: [HERE] },
    ]
    expect(alertOf({ infos })).toMatchObject({
      level: 3,
      words: { headline: { ja: '警戒' }, area: { ja: '小金井市' } },
    })
  })

  test('a language that says something milder is not taken for a translation', () => {
    const infos = [
      { language: 'ja', headline: '避難', level: '4' },
      { language: 'en', headline: 'Take care', level: '2' },
    ]
    expect(alertOf({ infos }).words.headline).toEqual({ ja: '避難' })
  })

  test.each([
    ['5', 'special', 'fullScreen', 'level5'],
    ['4', 'danger', 'fullScreen', 'level4'],
    ['３', 'warning', 'fullScreen', 'level3'],
    ['2', 'advisory', 'banner', 'level2'],
    ['1', 'info', 'banner', 'level1'],
  ])('level %s is %s whatever the severity', (level, kind, mode, field) =>
    expect(alertOf({ infos: [{ level, severity: 'Unknown' }] })).toMatchObject({
      class: kind,
      presentation: { mode, field },
    }),
  )

  test.each([
    ['Extreme', 'Immediate', 'special'],
    ['Severe', 'Immediate', 'danger'],
    ['Severe', 'Expected', 'warning'],
    ['Moderate', 'Expected', 'warning'],
    ['Moderate', 'Future', 'advisory'],
    ['Minor', 'Immediate', 'advisory'],
    ['Unknown', 'Unknown', 'info'],
    ['Extreme', 'Past', 'info'],
  ])('without a level %s and %s is %s', (severity, urgency, kind) =>
    expect(of({ level: '', severity, urgency })).toMatchObject({ effect: 'raise', level: null, class: kind }),
  )

  test.each([
    ['避難指示', 'evacuation'],
    ['Evacuation order', 'evacuation'],
    ['土砂災害警戒情報', 'landslide'],
    ['SEVERE THUNDERSTORM', 'thunder'],
    ['Flash Flood Watch', 'flood'],
    ['Storm Surge Warning', 'storm-surge'],
    ['Tsunami Warning', 'tsunami'],
    ['緊急地震速報（警報）', 'earthquake-early-warning'],
    ['地震', 'earthquake'],
    ['暴風雪警報', 'snow-storm'],
    ['記録的短時間大雨情報', 'record-rain'],
    ['林野火災', 'fire'],
    ['Child Abduction', 'other'],
  ])('«%s» is %s', (event, hazard) => expect(of({ event })).toMatchObject({ effect: 'raise', hazard }))

  test('texts too long for the wire are cut, never refused', () => {
    const { headline } = alertOf({ infos: [{ language: 'ja', headline: '長'.repeat(5000) }] }).words
    expect(headline.ja).toHaveLength(2000)
  })
})

describe('how long a message stands', () => {
  test('it expires when it says', () => expect(alertOf({}).expiresAt).toBe('2026-09-21T06:00:00+09:00'))
  test('without an end it gets that of the policy, counted from when it takes effect', () => {
    expect(Date.parse(alertOf({ infos: [{ expires: '' }] }).expiresAt ?? '')).toBe(Date.parse(SENT) + 6 * 3600_000)
    const policy = { defaultEndMs: 60_000, cityCodeNames: [], foreignCodeNames: [] }
    const info = { expires: '', effective: '2026-09-20T20:00:00+09:00', areas: [{ circle: '35.7,139.5 1' }] }
    const [given] = assessCap(cap({ infos: [info] }), KOGANEI, SENT, policy)
    expect(given).toMatchObject({ effect: 'raise', alert: { expiresAt: '2026-09-20T11:01:00.000Z' } })
  })
  test('what has expired raises nothing', () => {
    expect(first({}, '2026-09-21T05:59:59+09:00')).toMatchObject({ effect: 'raise' })
    expect(first({}, '2026-09-21T06:00:00+09:00')).toMatchObject({ effect: 'none', reason: 'expired' })
  })
  test('what ends before it takes effect never was', () => {
    const info = { effective: '2026-09-20T19:10:00+09:00', expires: '2026-09-19T12:00:00+09:00' }
    expect(first({ sent: '2026-09-19T10:00:00+09:00', infos: [info] }, '2026-09-19T10:00:00+09:00')).toMatchObject({
      effect: 'none',
      reason: 'expired',
    })
  })
  test('an expired part does not hide one that lasts', () => {
    const infos = [{ level: '5', expires: '2026-09-20T19:00:00+09:00' }, { level: '3' }]
    expect(first({ infos })).toMatchObject({ effect: 'raise', level: 3 })
  })
})

describe('what a message does to others', () => {
  const old = tripleOf('A-0', '2026-09-20T18:00:00+09:00')
  const slot = capSlot({ sender: 'bousai@city.example', identifier: 'A-0', sent: '2026-09-20T09:00:00-00:00' })

  test('an Update replaces what it names, whatever offset the time is told in', () =>
    expect(verdicts({ msgType: 'Update', references: [old] })).toMatchObject([
      { effect: 'raise', level: 4 },
      { effect: 'clear', slot, notice: false, reason: 'superseded' },
    ]))

  test('an Update that no longer reaches here ends it with a notice', () =>
    expect(verdicts({ msgType: 'Update', references: [old], infos: [{ areas: [ELSEWHERE] }] })).toMatchObject([
      { effect: 'none', reason: 'not-in-area' },
      { effect: 'clear', slot, notice: true, reason: 'superseded' },
    ]))

  test('an Update that speaks of other places only is said to do nothing here', () => {
    const given = verdicts({ msgType: 'Update', references: [old], infos: [{ areas: [ELSEWHERE] }] })
    expect(gravestOf(given.map((verdict) => judged(verdict, SENT)))).toMatchObject({
      effect: 'none',
      reason: 'not-in-area',
    })
  })

  test('an Update that says AllClear clears', () =>
    expect(verdicts({ msgType: 'Update', references: [old], infos: [{ response: 'AllClear' }] })).toMatchObject([
      { effect: 'clear', reason: 'released' },
      { effect: 'clear', slot, notice: true, reason: 'released' },
    ]))

  test('a Cancel withdraws all it names, with an info or without', () => {
    const references = [old, tripleOf('A-1')]
    const both = [
      { effect: 'cancel', channel: 'live', slot },
      { effect: 'cancel', channel: 'live' },
    ]
    expect(verdicts({ identifier: 'A-2', msgType: 'Cancel', references, infos: [] })).toMatchObject(both)
    expect(verdicts({ identifier: 'A-2', msgType: 'Cancel', references })).toMatchObject(both)
  })

  test('nobody withdraws what another sender said', () => {
    const references = [tripleOf('A-0', SENT, 'somebody@else.example')]
    expect(verdicts({ msgType: 'Cancel', references })).toMatchObject([{ effect: 'hold', reason: 'other-sender' }])
    expect(verdicts({ msgType: 'Update', references })).toHaveLength(1)
  })

  test('a message that names itself stands', () =>
    expect(verdicts({ msgType: 'Update', references: [tripleOf('A-1')] })).toMatchObject([{ effect: 'raise' }]))

  test('an Update that says nothing takes nothing away by itself', () =>
    expect(verdicts({ msgType: 'Update', references: [old], infos: [] })).toMatchObject([{ effect: 'hold' }]))

  test('the same identifier of another sender is another message', () => {
    const ids = [
      alertOf({}).id,
      alertOf({ sender: 'x@y.example' }).id,
      alertOf({ sent: '2026-09-20T19:10:01+09:00' }).id,
    ]
    expect(new Set(ids).size).toBe(3)
  })
})

test('an alert that takes effect later is signed ahead, and not on the glass before', () => {
  expect(alertOf({ infos: [{ effective: '2026-09-20T23:00:00+09:00' }] }).effectiveAt).toBe('2026-09-20T23:00:00+09:00')
  expect(alertOf({ infos: [{ effective: '2026-09-20T19:00:00+09:00' }] }).effectiveAt).toBeNull()
})
