import { TelegramFault } from '../telegram-fault.ts'
import { childrenOf, textOf, type XmlElement } from '../xml/element.ts'
import {
  CATEGORIES,
  CERTAINTIES,
  type CapArea,
  type CapInfo,
  type CapProblem,
  type CapResource,
  RESPONSES,
  SEVERITIES,
  URGENCIES,
} from './cap-alert.ts'
import { listedOf, namedValuesOf, optionalInstant, required, requiredOneOf, textsOf } from './fields.ts'
import { readCircle, readRing } from './geometry.ts'

/** CAP 1.2 §3.2.2: an info without a language is in this one. */
const DEFAULT_LANGUAGE = 'en-US'

/** @throws TelegramFault where event, category, urgency, severity or certainty is missing or senseless */
export function readInfo(info: XmlElement, problems: Set<CapProblem>): CapInfo {
  if (textsOf(info, 'category').length === 0) throw new TelegramFault('missing-part', 'category is missing')
  return {
    language: textOf(info, 'language') ?? DEFAULT_LANGUAGE,
    categories: listedOf(info, 'category', CATEGORIES, 'unknown-category', problems),
    event: required(info, 'event'),
    responseTypes: listedOf(info, 'responseType', RESPONSES, 'unknown-response', problems),
    urgency: requiredOneOf(info, 'urgency', URGENCIES),
    severity: requiredOneOf(info, 'severity', SEVERITIES),
    certainty: requiredOneOf(info, 'certainty', CERTAINTIES),
    audience: textOf(info, 'audience'),
    eventCodes: namedValuesOf(info, 'eventCode'),
    effective: optionalInstant(info, 'effective', problems),
    onset: optionalInstant(info, 'onset', problems),
    expires: optionalInstant(info, 'expires', problems),
    senderName: textOf(info, 'senderName'),
    headline: textOf(info, 'headline'),
    description: textOf(info, 'description'),
    instruction: textOf(info, 'instruction'),
    web: textOf(info, 'web'),
    contact: textOf(info, 'contact'),
    parameters: namedValuesOf(info, 'parameter'),
    resources: childrenOf(info, 'resource').map(readResource),
    areas: childrenOf(info, 'area').map((area) => readArea(area, problems)),
  }
}

function readResource(resource: XmlElement): CapResource {
  return {
    resourceDesc: textOf(resource, 'resourceDesc') ?? '',
    mimeType: textOf(resource, 'mimeType'),
    size: textOf(resource, 'size'),
    uri: textOf(resource, 'uri'),
    derefUri: textOf(resource, 'derefUri'),
    digest: textOf(resource, 'digest'),
  }
}

/** What cannot be read of an area's geometry is left out and marked, so that nobody takes the rest for the whole. */
function readArea(area: XmlElement, problems: Set<CapProblem>): CapArea {
  const rings = textsOf(area, 'polygon').map(readRing)
  const circles = textsOf(area, 'circle').map(readCircle)
  const unreadable = rings.includes(null) || circles.includes(null)
  if (unreadable) problems.add('unreadable-area')
  if (rings.some((ring) => ring?.closed === false)) problems.add('open-ring')
  return {
    areaDesc: textOf(area, 'areaDesc') ?? '',
    polygons: rings.flatMap((ring) => (ring === null ? [] : [ring.points])),
    circles: circles.flatMap((circle) => (circle === null ? [] : [circle])),
    geocodes: namedValuesOf(area, 'geocode'),
    altitude: textOf(area, 'altitude'),
    ceiling: textOf(area, 'ceiling'),
    unreadable,
  }
}
