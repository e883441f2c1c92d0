import { readTelegram } from '../read-telegram.ts'
import type { Telegram } from '../telegram.ts'

type Common = { status?: string; infoType?: string; reportedAt?: string; controlAt?: string; title?: string }
export type KindXml = { code?: string; name?: string; status?: string; condition?: string }
export type WeatherXml = Common & { kinds?: readonly KindXml[]; cityCode?: string; office?: string; upperCode?: string }
export type AreaXml = { code: string; kind: string; arrivalAt?: string; condition?: string; to?: string }
export type EewXml = Common & { areas?: readonly AreaXml[]; eventId?: string; serial?: string }

/** A small VPWW55 of Tokyo; by default レベル３大雨警報 for 小金井市. */
export function vpww55(spec: WeatherXml = {}): string {
  const kinds = spec.kinds ?? [{ code: '03', name: 'レベル３大雨警報', status: '発表' }]
  const upper: KindXml[] = spec.upperCode === undefined ? [] : [{ code: spec.upperCode, status: '発表' }]
  const body =
    warning('気象警報・注意報（府県予報区等）', '130000', '東京都', upper) +
    warning('気象警報・注意報（市町村等をまとめた地域等）', '130013', '多摩北部', upper) +
    warning('気象警報・注意報（市町村等）', spec.cityCode ?? '1321000', '小金井市', kinds)
  return report({
    ...spec,
    title: spec.title ?? '気象警報・注意報（Ｒ０６）（大雨）',
    infoKind: '気象警報・注意報',
    office: spec.office ?? '気象庁本庁',
    eventId: '',
    serial: '',
    bodyNs: 'meteorology1',
    body: spec.infoType === '取消' ? '<Text>取り消します。</Text>' : body,
  })
}

/** A small VXSE43; by default a warning for 東京都多摩東部, arrival four seconds after the report. */
export function vxse43(spec: EewXml = {}): string {
  const areas = spec.areas ?? [{ code: '351', kind: '10', arrivalAt: '2026-08-23T02:01:02+09:00' }]
  const forecast = `<Intensity><Forecast><Pref><Name>東京</Name><Code>9131</Code>${areas.map(areaXml).join('')}</Pref></Forecast></Intensity>`
  return report({
    reportedAt: '2026-08-23T02:00:58+09:00',
    controlAt: '2026-08-22T17:00:58Z',
    ...spec,
    title: spec.title ?? '緊急地震速報（警報）',
    infoKind: '緊急地震速報',
    office: '気象庁本庁',
    eventId: spec.eventId ?? '20260823020050',
    serial: spec.serial ?? '2',
    bodyNs: 'seismology1',
    body: spec.infoType === '取消' ? '<Text>先ほどの、緊急地震速報（警報）を取り消します。</Text>' : forecast,
  })
}

export function bytesOf(xml: string): Uint8Array {
  return new TextEncoder().encode(xml)
}

/** Reads what must be readable. */
export function telegram(xml: string): Telegram {
  const result = readTelegram(bytesOf(xml))
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.telegram
}

function warning(type: string, code: string, name: string, kinds: readonly KindXml[]): string {
  const none: KindXml = { status: '発表警報・注意報はなし' }
  const items = (kinds.length === 0 ? [none] : kinds).map(kindXml).join('')
  return `<Warning type="${type}"><Item>${items}<Area><Name>${name}</Name><Code>${code}</Code></Area></Item></Warning>`
}

function kindXml(kind: KindXml): string {
  return `<Kind>${tag('Name', kind.name)}${tag('Code', kind.code)}${tag('Status', kind.status)}${tag('Condition', kind.condition)}</Kind>`
}

function areaXml(area: AreaXml): string {
  const int = `<ForecastInt><From>4</From><To>${area.to ?? '5-'}</To></ForecastInt>`
  const rest = tag('ArrivalTime', area.arrivalAt) + tag('Condition', area.condition)
  return `<Area><Name>区域</Name><Code>${area.code}</Code><Category><Kind><Code>${area.kind}</Code></Kind></Category>${int}${rest}</Area>`
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`
}

/** Any other telegram; `headline` and `body` are what stands inside these elements. */
export type JmaXml = Common & {
  title: string
  headTitle?: string
  eventId?: string
  serial?: string
  office?: string
  validUntil?: string
  headline?: string
  bodyNs?: 'meteorology1' | 'seismology1' | 'volcanology1'
  body?: string
}

export function jma(spec: JmaXml): string {
  return report({
    infoKind: 'x',
    office: '気象庁本庁',
    eventId: '',
    serial: '',
    bodyNs: 'meteorology1',
    body: '',
    ...spec,
  })
}

/** One tier of a Body: `<Warning type=…>` with an Item for each area, its kinds as given. */
export function warningTier(type: string, cities: Readonly<Record<string, readonly KindXml[]>>): string {
  const items = Object.entries(cities).map(
    ([code, kinds]) =>
      `<Item>${kinds.map(kindXml).join('')}<Area><Name>${code}</Name><Code>${code}</Code></Area></Item>`,
  )
  return `<Warning type="${type}">${items.join('')}</Warning>`
}

type ReportXml = Common & {
  headTitle?: string
  validUntil?: string
  headline?: string
  infoKind: string
  office: string
  eventId: string
  serial: string
  bodyNs: string
  body: string
}

function report(spec: ReportXml): string {
  const root = 'http://xml.kishou.go.jp/jmaxml1/'
  return `<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="${root}"><Control><Title>${spec.title}</Title><DateTime>${spec.controlAt ?? '2026-09-20T09:00:10Z'}</DateTime>
<Status>${spec.status ?? '通常'}</Status><EditorialOffice>${spec.office}</EditorialOffice></Control>
<Head xmlns="${root}informationBasis1/"><Title>${spec.headTitle ?? '見出し'}</Title><ReportDateTime>${spec.reportedAt ?? '2026-09-20T18:00:00+09:00'}</ReportDateTime>
${tag('ValidDateTime', spec.validUntil)}<EventID>${spec.eventId}</EventID><InfoType>${spec.infoType ?? '発表'}</InfoType><Serial>${spec.serial}</Serial><InfoKind>${spec.infoKind}</InfoKind><Headline>${spec.headline ?? ''}</Headline></Head>
<Body xmlns="${root}body/${spec.bodyNs}/">${spec.body}</Body></Report>`
}
