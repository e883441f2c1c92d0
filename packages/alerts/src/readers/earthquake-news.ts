import type { Envelope, NankaiTrough, Tsunami, Volcano, WarnedCity } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { childOf, childrenOf, codeOf, textOf, type XmlElement } from '../xml/element.ts'
import { kindsOf } from './city-tier.ts'
import { SEISMOLOGY_NS, VOLCANOLOGY_NS } from './namespaces.ts'

/** Body of VTSE41: Tsunami/Forecast/Item/Category/Kind/Code. Two events at once: `20151114055157 20151114061750`. */
export function readTsunami(report: XmlElement, envelope: Envelope): Tsunami {
  const eventIds = (envelope.eventId ?? '').split(/\s+/).filter((id) => /^[0-9A-Za-z]{1,64}$/.test(id))
  if (eventIds.length === 0) throw new TelegramFault('missing-part', 'EventID is missing')
  const forecast = childOf(childOf(childOf(report, 'Body', SEISMOLOGY_NS), 'Tsunami'), 'Forecast')
  const kindCodes = childrenOf(forecast, 'Item').flatMap(
    (item) => codeOf(childOf(childOf(item, 'Category'), 'Kind')) ?? [],
  )
  return { type: 'tsunami', code: 'VTSE41', envelope, eventIds, kindCodes }
}

/** Body of VYSE50: EarthquakeInfo/InfoSerial/Code. */
export function readNankaiTrough(report: XmlElement, envelope: Envelope): NankaiTrough {
  const info = childOf(childOf(report, 'Body', SEISMOLOGY_NS), 'EarthquakeInfo')
  return { type: 'nankaiTrough', code: 'VYSE50', envelope, infoCode: codeOf(childOf(info, 'InfoSerial')) }
}

/** Body of VFVO50/56: VolcanoInfo/Item, each with its kind and the areas it is for, cities among them. */
export function readVolcano(report: XmlElement, envelope: Envelope, code: Volcano['code']): Volcano {
  const cities = childrenOf(childOf(report, 'Body', VOLCANOLOGY_NS), 'VolcanoInfo')
    .flatMap((info) => childrenOf(info, 'Item'))
    .flatMap(citiesOf)
  return { type: 'volcano', code, envelope, cities }
}

function citiesOf(item: XmlElement): WarnedCity[] {
  const kinds = kindsOf(item)
  return childrenOf(item, 'Areas')
    .flatMap((areas) => childrenOf(areas, 'Area'))
    .flatMap((area) => {
      const code = codeOf(area)
      return code === null ? [] : [{ code, name: textOf(area, 'Name') ?? code, kinds }]
    })
}
