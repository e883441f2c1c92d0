import { Instant } from '@akari/protocol'
import type { EarthquakeEarlyWarning, Envelope, ForecastArea } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/element.ts'
import { SEISMOLOGY_NS } from './namespaces.ts'

/** Body of VXSE43: Intensity/Forecast/Pref/Area, or the Text of a 取消. @throws TelegramFault without a usable EventID */
export function readEew(report: XmlElement, envelope: Envelope): EarthquakeEarlyWarning {
  const { eventId } = envelope
  if (eventId === null) throw new TelegramFault('missing-part', 'EventID is missing')
  if (!/^[0-9A-Za-z]{1,64}$/.test(eventId)) throw new TelegramFault('bad-part', 'EventID is not letters and digits')
  if (envelope.serial !== null && !/^\d{1,6}$/.test(envelope.serial)) {
    throw new TelegramFault('bad-part', 'Serial is not a number')
  }
  const body = childOf(report, 'Body', SEISMOLOGY_NS)
  const forecast = childOf(childOf(body, 'Intensity'), 'Forecast')
  const areas = childrenOf(forecast, 'Pref').flatMap((pref) => childrenOf(pref, 'Area'))
  return {
    type: 'eew',
    code: 'VXSE43',
    envelope,
    eventId,
    areas: areas.flatMap(readArea),
    cancelText: textOf(body, 'Text'),
  }
}

/** A spoilt part of one area must not cost the others their warning: what cannot be read is left out. */
function readArea(area: XmlElement): ForecastArea[] {
  const code = textOf(area, 'Code')
  const kindCode = textOf(childOf(childOf(area, 'Category'), 'Kind'), 'Code')
  if (code === null || kindCode === null) return []
  const arrivalAt = Instant.safeParse(textOf(area, 'ArrivalTime'))
  const from = textOf(childOf(area, 'ForecastInt'), 'From')
  const to = textOf(childOf(area, 'ForecastInt'), 'To')
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
