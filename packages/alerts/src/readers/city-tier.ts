import type { CityNotice, Envelope, Kind, WarnedCity, WeatherWarning } from '../telegram.ts'
import { childOf, childrenOf, codeOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { METEOROLOGY_NS } from './namespaces.ts'
import type { CityNoticeCode, WeatherCode } from './telegram-kind.ts'

/** Body/Warning[@type=…（市町村等）]/Item of VPWW53–61 and VPWS50. The tiers above are roll-ups and are not read. */
export function readWeatherWarning(report: XmlElement, envelope: Envelope, code: WeatherCode): WeatherWarning {
  const body = childOf(report, 'Body', METEOROLOGY_NS)
  const cities = citiesOf(body, '気象警報・注意報(市町村等)')
  return { type: 'weatherWarning', code, envelope, cities, notice: textOf(body, 'Notice') }
}

/** Body/Warning/Item of VPHW50/51 (the 市町村等 tier) and VXWW50 (the only one there is). */
export function readCityNotice(report: XmlElement, envelope: Envelope, code: CityNoticeCode): CityNotice {
  const tier = code === 'VXWW50' ? '土砂災害警戒情報' : '竜巻注意情報(市町村等)'
  return { type: 'cityNotice', code, envelope, cities: citiesOf(childOf(report, 'Body', METEOROLOGY_NS), tier) }
}

function citiesOf(body: XmlElement | null, tier: string): WarnedCity[] {
  return childrenOf(body, 'Warning')
    .filter((warning) => comparable(warning.attributes['type'] ?? '') === tier)
    .flatMap((warning) => childrenOf(warning, 'Item'))
    .flatMap(readCity)
}

function readCity(item: XmlElement): WarnedCity[] {
  const area = childOf(item, 'Area')
  const code = textOf(area, 'Code')
  if (code === null) return []
  return [{ code: comparable(code), name: textOf(area, 'Name') ?? code, kinds: kindsOf(item) }]
}

/** Codes stay text, in half width: `03`. */
export function kindsOf(item: XmlElement): Kind[] {
  return childrenOf(item, 'Kind').map((kind) => ({
    code: codeOf(kind),
    name: textOf(kind, 'Name'),
    status: textOf(kind, 'Status'),
    condition: textOf(kind, 'Condition'),
  }))
}
