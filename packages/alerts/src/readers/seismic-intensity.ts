import type { Envelope, Observed, ObservedArea, SeismicIntensity } from '../telegram.ts'
import { childOf, childrenOf, codeOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { eventIdOf } from './event-id.ts'
import { intensityOf } from './intensity.ts'
import { SEISMOLOGY_NS } from './namespaces.ts'

/** Body of VXSE51/53/62: Intensity/Observation/Pref/Area[/City]. @throws TelegramFault without a usable EventID */
export function readSeismicIntensity(
  report: XmlElement,
  envelope: Envelope,
  code: SeismicIntensity['code'],
): SeismicIntensity {
  const body = childOf(report, 'Body', SEISMOLOGY_NS)
  const observation = childOf(childOf(body, 'Intensity'), 'Observation')
  const areas = childrenOf(observation, 'Pref')
    .flatMap((pref) => childrenOf(pref, 'Area'))
    .flatMap(readArea)
  return { type: 'seismicIntensity', code, envelope, eventId: eventIdOf(envelope), areas }
}

function readArea(area: XmlElement): ObservedArea[] {
  return observedOf(area).map((observed) => ({
    ...observed,
    cities: childrenOf(area, 'City').flatMap(observedOf),
  }))
}

function observedOf(element: XmlElement): Observed[] {
  const code = codeOf(element)
  if (code === null) return []
  return [
    {
      code,
      intensity: intensityOf(element, 'MaxInt'),
      longPeriodClass: codeOf(element, 'MaxLgInt'),
      notArrived: /5弱以上未入電/.test(comparable(textOf(element, 'Condition') ?? '')),
    },
  ]
}
