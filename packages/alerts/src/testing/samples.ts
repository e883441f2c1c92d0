import { jma, type JmaXml, type KindXml, vpww55, vxse43, warningTier } from './telegram-xml.ts'

const CITY = '1321000'
type Common = Partial<Omit<JmaXml, 'title' | 'body'>>

/** 気象警報・注意報（Ｒ０６）（…） for 小金井市. */
export function weather(of: string, kinds: readonly KindXml[], rest: Common = {}): string {
  const body = warningTier('気象警報・注意報（市町村等）', {
    [CITY]: kinds,
    '1320600': [{ code: '33', status: '発表' }],
  })
  return jma({ title: `気象警報・注意報（Ｒ０６）（${of}）`, ...rest, body: rest.infoType === '取消' ? '' : body })
}

/** VPWW53 for 小金井市. */
export function legacyWeather(kinds: readonly KindXml[], rest: Common & { notice?: string } = {}): string {
  const notice = rest.notice === undefined ? '' : `<Notice>${rest.notice}</Notice>`
  const body = notice + warningTier('気象警報・注意報（市町村等）', { [CITY]: kinds })
  return jma({ title: '気象特別警報・警報・注意報', headTitle: '東京都気象警報・注意報', ...rest, body })
}

export function vxww50(code: string, status: string, rest: Common = {}): string {
  const body = warningTier('土砂災害警戒情報', { [CITY]: [{ code, status }] })
  const eventId = '東京都土砂災害警戒情報'
  return jma({ title: '土砂災害警戒情報', headTitle: '東京都レベル４土砂災害危険警報', eventId, ...rest, body })
}

export function tornado(code: string, rest: Common = {}, sighted = false): string {
  const title = sighted ? '竜巻注意情報（目撃情報付き）' : '竜巻注意情報'
  const body = warningTier('竜巻注意情報（市町村等）', { [CITY]: [{ code, status: code === '1' ? '発表' : 'なし' }] })
  return jma({
    title,
    headTitle: '東京都気象防災速報（竜巻注意）',
    ...rest,
    body: rest.infoType === '取消' ? '' : body,
  })
}

export type AreaInt = { area?: string; city?: string; notArrived?: boolean; areaCode?: string }

/** VXSE51 or VXSE53: 震度 of 多摩東部 and, where given, of 小金井市. */
export function intensity(code: 'VXSE51' | 'VXSE53', spec: AreaInt, rest: Common = {}): string {
  const condition = spec.notArrived === true ? '<Condition>震度５弱以上未入電</Condition>' : ''
  const cityInt = spec.city === undefined ? '' : `<MaxInt>${spec.city}</MaxInt>`
  const city = `<City><Name>小金井市</Name><Code>${CITY}</Code>${cityInt}${condition}</City>`
  const cities = spec.city === undefined && spec.notArrived !== true ? '' : city
  const areaInt = spec.area === undefined ? '' : `<MaxInt>${spec.area}</MaxInt>`
  const area = `<Area><Name>多摩東部</Name><Code>${spec.areaCode ?? '351'}</Code>${areaInt}${cities}</Area>`
  const observation = `<Intensity><Observation><Pref><Code>13</Code>${area}</Pref></Observation></Intensity>`
  return jma({
    title: code === 'VXSE51' ? '震度速報' : '震源・震度に関する情報',
    eventId: '20260823020050',
    bodyNs: 'seismology1',
    ...rest,
    body: rest.infoType === '取消' ? '<Text>取り消します。</Text>' : observation,
  })
}

/** VTSE41: one coast for each kind. */
export function tsunami(kinds: readonly string[], rest: Common = {}): string {
  const item = (code: string) =>
    `<Item><Area><Code>100</Code></Area><Category><Kind><Code>${code}</Code></Kind></Category></Item>`
  const body = `<Tsunami><Forecast>${kinds.map(item).join('')}</Forecast></Tsunami>`
  return jma({ title: '津波警報・注意報・予報a', eventId: '20260823020050', bodyNs: 'seismology1', ...rest, body })
}

export function nankai(code: string | null, rest: Common = {}): string {
  const serial = code === null ? '' : `<InfoSerial><Name>x</Name><Code>${code}</Code></InfoSerial>`
  const body = `<EarthquakeInfo>${serial}</EarthquakeInfo>`
  return jma({ title: '南海トラフ地震臨時情報', eventId: '20260823020050', bodyNs: 'seismology1', ...rest, body })
}

/** VXKO: the kind of the 予報区域, and the cities that may be flooded. */
export function river(code: string, cities: readonly string[], rest: Common = {}): string {
  const area = `<Areas><Area><Name>野川・仙川</Name><Code>${rest.eventId ?? '830305000500'}</Code></Area></Areas>`
  const item = `<Item><Kind><Name>x</Name><Code>${code}</Code></Kind>${area}</Item>`
  const listed = cities.map((each) => `<Area codeType="水位観測所"><CityCode>${each}</CityCode></Area>`).join('')
  return jma({
    title: '指定河川洪水予報',
    eventId: '830305000500',
    serial: '2',
    headline: `<Information type="指定河川洪水予報（予報区域）">${item}</Information>`,
    body: `<Warning type="指定河川洪水予報"><Item><Areas>${listed}</Areas></Item></Warning>`,
    ...rest,
  })
}

/** VPBS50: one tag for an area, and the city that the observation names. */
export function bulletin(tag: string, areaCode: string, cityCode: string | null, rest: Common = {}): string {
  const areas = `<Areas><Area><Code>${areaCode}</Code></Area></Areas>`
  const item = `<Item><Kind><Name>情報タグ</Name><Condition>${tag}</Condition></Kind>${areas}</Item>`
  const area = `<Area codeType="気象・地震・火山情報／市町村等"><Code>${cityCode ?? ''}</Code><Status>付近</Status></Area>`
  const observed = cityCode === null ? '' : `<MeteorologicalInfo><Item>${area}</Item></MeteorologicalInfo>`
  return jma({
    title: '府県気象防災速報',
    headTitle: `東京都気象防災速報（${tag}）`,
    eventId: 'KJPTK202608221709_202608221717',
    headline: `<Information type="情報タグ">${item}</Information>`,
    body: `<MeteorologicalInfos type="観測実況">${observed}</MeteorologicalInfos>`,
    ...rest,
  })
}

export function heat(text: string, rest: Common = {}): string {
  const body = `<Comment><Text type="本文">${text}</Text></Comment>`
  return jma({ title: '熱中症警戒アラート', headTitle: '東京都熱中症警戒アラート', ...rest, body })
}

export function volcano(name: string, cityCode: string, rest: Common = {}): string {
  const areas = `<Areas><Area><Name>x</Name><Code>${cityCode}</Code></Area></Areas>`
  const body = `<VolcanoInfo><Item><Kind><Name>${name}</Name><Code>01</Code></Kind>${areas}</Item></VolcanoInfo>`
  return jma({ title: '噴火警報・予報', eventId: '314', bodyNs: 'volcanology1', ...rest, body })
}

/** One telegram of every kind that is read, for those who want to spoil them. */
export const SAMPLES: readonly string[] = [
  vpww55(),
  vxse43(),
  vxse43({ title: '緊急地震速報（地震動予報）', infoType: '取消' }),
  weather('集約通報', [
    { code: '33', status: '発表' },
    { code: '14', status: '継続' },
  ]),
  weather('その他注意報', [
    { code: '14', status: '発表' },
    { code: '21', status: '解除' },
  ]),
  legacyWeather([{ code: '03', status: '発表', condition: '土砂災害、浸水害' }], {
    notice: '〈レベル４大雨危険警報〉小金井市',
  }),
  vxww50('3', '発表'),
  tornado('1', { validUntil: '2026-09-20T19:10:00+09:00' }),
  intensity('VXSE53', { area: '4', city: '5-' }),
  intensity('VXSE51', { area: '3' }),
  tsunami(['52', '62', '71']),
  nankai('120'),
  river('30', [CITY]),
  bulletin('記録雨', '130010', CITY),
  heat('東京都では、明日（２１日）は、'),
  volcano('噴火警報', CITY),
  jma({ title: '震源に関する情報', eventId: '20260823020050', bodyNs: 'seismology1' }),
]
