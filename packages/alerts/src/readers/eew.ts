import { Instant } from '@akari/protocol'
import type { EarthquakeEarlyWarning, Envelope, ForecastArea } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { childOf, childrenOf, codeOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { eventIdOf } from './event-id.ts'
import { intensityOf } from './intensity.ts'
import { HEAD_NS, SEISMOLOGY_NS } from './namespaces.ts'

const AREA_TIER = '緊急地震速報(細分区域)'
const WARNED = '31'

/** Body of VXSE43/45: Intensity/Forecast/Pref/Area, or the Text of a 取消. @throws TelegramFault without a usable EventID */
export function readEew(
  report: XmlElement,
  envelope: Envelope,
  code: EarthquakeEarlyWarning['code'],
): EarthquakeEarlyWarning {
  if (envelope.serial !== null && !/^\d{1,6}$/.test(envelope.serial)) {
    throw new TelegramFault('bad-part', 'Serial is not a number')
  }
  const body = childOf(report, 'Body', SEISMOLOGY_NS)
  const forecast = childOf(childOf(body, 'Intensity'), 'Forecast')
  const areas = childrenOf(forecast, 'Pref').flatMap((pref) => childrenOf(pref, 'Area'))
  return {
    type: 'eew',
    code,
    envelope,
    eventId: eventIdOf(envelope),
    areas: areas.flatMap(readArea),
    warnedAreas: warnedInHead(childOf(report, 'Head', HEAD_NS)),
    cancelText: textOf(body, 'Text'),
  }
}

/** A spoilt part of one area must not cost the others their warning: what cannot be read is left out. */
function readArea(area: XmlElement): ForecastArea[] {
  const code = codeOf(area)
  const kindCode = codeOf(childOf(childOf(area, 'Category'), 'Kind'))
  if (code === null || kindCode === null) return []
  const arrivalAt = Instant.safeParse(textOf(area, 'ArrivalTime'))
  const from = intensityOf(childOf(area, 'ForecastInt'), 'From')
  const to = intensityOf(childOf(area, 'ForecastInt'), 'To')
  return [
    {
      code,
      name: textOf(area, 'Name') ?? code,
      kindCode,
      arrivalAt: arrivalAt.success ? arrivalAt.data : null,
      intensity: from === null || to === null ? null : { from, to },
      condition: textOf(area, 'Condition'),
    },
  ]
}

function warnedInHead(head: XmlElement | null): string[] {
  return childrenOf(childOf(head, 'Headline'), 'Information')
    .filter((information) => comparable(information.attributes['type'] ?? '') === AREA_TIER)
    .flatMap((information) => childrenOf(information, 'Item'))
    .filter((item) => childrenOf(item, 'Kind').some((kind) => codeOf(kind) === WARNED))
    .flatMap((item) => childrenOf(item, 'Areas'))
    .flatMap((areas) => childrenOf(areas, 'Area'))
    .flatMap((area) => codeOf(area) ?? [])
}
