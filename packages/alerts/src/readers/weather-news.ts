import type { Envelope, HeatAlert, RiverFlood, WeatherBulletin } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { childOf, childrenOf, codeOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { HEAD_NS, METEOROLOGY_NS } from './namespaces.ts'

/**
 * VXKO50–89: Head/Headline/Information[@type=指定河川洪水予報（予報区域）] says how grave, Body/Warning//CityCode for whom.
 * @throws TelegramFault where nothing names the river
 */
export function readRiverFlood(report: XmlElement, envelope: Envelope, code: string): RiverFlood {
  const items = headlineItems(report, '指定河川洪水予報(予報区域)')
  const riverId = envelope.eventId ?? areaCodesOf(items)[0] ?? null
  if (riverId === null) throw new TelegramFault('missing-part', 'EventID is missing')
  if (!/^[0-9A-Za-z]{1,64}$/.test(riverId)) throw new TelegramFault('bad-part', 'EventID is not letters and digits')
  const cityCodes = childrenOf(childOf(report, 'Body', METEOROLOGY_NS), 'Warning')
    .flatMap((warning) => childrenOf(warning, 'Item'))
    .flatMap((item) => childrenOf(item, 'Areas'))
    .flatMap((areas) => childrenOf(areas, 'Area'))
    .flatMap((area) => codeOf(area, 'CityCode') ?? [])
  const own = items.filter((item) => areaCodesOf([item]).includes(riverId))
  const kindCodes = (own.length > 0 ? own : items).flatMap(kindCodesOf)
  return { type: 'riverFlood', code, envelope, riverId, kindCodes, cityCodes }
}

/** VPBS50: the tags with their areas (Head), and the cities of the observations (Body/MeteorologicalInfos/…/Item/Area). */
export function readWeatherBulletin(report: XmlElement, envelope: Envelope): WeatherBulletin {
  const tags = headlineItems(report, '情報タグ').flatMap((item) =>
    childrenOf(item, 'Kind').flatMap((kind) => {
      const tag = textOf(kind, 'Condition')
      return tag === null ? [] : [{ tag: comparable(tag), areaCodes: areaCodesOf([item]) }]
    }),
  )
  const cityCodes = childrenOf(childOf(report, 'Body', METEOROLOGY_NS), 'MeteorologicalInfos')
    .filter((infos) => comparable(infos.attributes['type'] ?? '') === '観測実況')
    .flatMap((infos) => childrenOf(infos, 'MeteorologicalInfo'))
    .flatMap((info) => childrenOf(info, 'Item'))
    .flatMap((item) => childrenOf(item, 'Area'))
    .filter((area) => comparable(area.attributes['codeType'] ?? '').endsWith('市町村等'))
    .flatMap((area) => codeOf(area) ?? [])
  return { type: 'weatherBulletin', code: 'VPBS50', envelope, tags, cityCodes }
}

/** VPFT50: all it says is in words, but for the name of its file (`…_VPFT50_130000.xml`). */
export function readHeatAlert(report: XmlElement, envelope: Envelope, fileName: string | null): HeatAlert {
  const comment = childOf(childOf(report, 'Body', METEOROLOGY_NS), 'Comment')
  const headline = textOf(childOf(childOf(report, 'Head', HEAD_NS), 'Headline'), 'Text')
  const text = [headline, ...childrenOf(comment, 'Text').map((each) => each.text)].join('\n')
  const areaCode = /VPFT50_(\d{6})/.exec(fileName ?? '')?.[1] ?? null
  return { type: 'heatAlert', code: 'VPFT50', envelope, areaCode, text: comparable(text) }
}

function headlineItems(report: XmlElement, type: string): XmlElement[] {
  return childrenOf(childOf(childOf(report, 'Head', HEAD_NS), 'Headline'), 'Information')
    .filter((information) => comparable(information.attributes['type'] ?? '') === type)
    .flatMap((information) => childrenOf(information, 'Item'))
}

function kindCodesOf(item: XmlElement): string[] {
  return childrenOf(item, 'Kind').flatMap((kind) => codeOf(kind) ?? [])
}

function areaCodesOf(items: readonly XmlElement[]): string[] {
  return items
    .flatMap((item) => childrenOf(item, 'Areas'))
    .flatMap((areas) => childrenOf(areas, 'Area'))
    .flatMap((area) => codeOf(area) ?? [])
}
