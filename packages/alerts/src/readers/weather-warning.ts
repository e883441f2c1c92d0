import type { Envelope, WarnedCity, WeatherWarning } from '../telegram.ts'
import { childOf, childrenOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { METEOROLOGY_NS } from './namespaces.ts'

const CITY_TIER = '気象警報・注意報(市町村等)'

/** Body of VPWW55: Warning[@type=気象警報・注意報（市町村等）]/Item. The tiers above are roll-ups and are not read. */
export function readWeatherWarning(report: XmlElement, envelope: Envelope): WeatherWarning {
  const body = childOf(report, 'Body', METEOROLOGY_NS)
  const items = childrenOf(body, 'Warning')
    .filter((warning) => comparable(warning.attributes['type'] ?? '') === CITY_TIER)
    .flatMap((warning) => childrenOf(warning, 'Item'))
  return { type: 'weatherWarning', code: 'VPWW55', envelope, cities: items.flatMap(readCity) }
}

function readCity(item: XmlElement): WarnedCity[] {
  const area = childOf(item, 'Area')
  const code = textOf(area, 'Code')
  if (code === null) return []
  const kinds = childrenOf(item, 'Kind').map((kind) => ({
    code: textOf(kind, 'Code'),
    name: textOf(kind, 'Name'),
    status: textOf(kind, 'Status'),
  }))
  return [{ code, name: textOf(area, 'Name') ?? code, kinds }]
}
