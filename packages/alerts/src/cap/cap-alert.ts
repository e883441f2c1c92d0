import type { Alert, Instant } from '@akari/protocol'
import type { GeoPoint } from '../place.ts'

/** CAP 1.2 §3.2.1; the lists are those of the standard's schema. */
export const STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const
export const MESSAGE_TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const
export const SCOPES = ['Public', 'Restricted', 'Private'] as const
/** CAP 1.2 §3.2.2. */
export const CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const satisfies readonly Alert['category'][]
export const RESPONSES = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const
export const URGENCIES = [
  'Immediate',
  'Expected',
  'Future',
  'Past',
  'Unknown',
] as const satisfies readonly Alert['urgency'][]
export const SEVERITIES = [
  'Extreme',
  'Severe',
  'Moderate',
  'Minor',
  'Unknown',
] as const satisfies readonly Alert['severity'][]
export const CERTAINTIES = [
  'Observed',
  'Likely',
  'Possible',
  'Unlikely',
  'Unknown',
] as const satisfies readonly Alert['certainty'][]

/** What names a message: identifiers are unique only within their sender. */
export type CapReference = { sender: string; identifier: string; sent: Instant }

export type NamedValue = { valueName: string; value: string }

/** Centre and radius in kilometres. */
export type CapCircle = { centre: GeoPoint; radiusKm: number }

export type CapArea = {
  areaDesc: string
  /** Rings without their closing point. */
  polygons: GeoPoint[][]
  circles: CapCircle[]
  geocodes: NamedValue[]
  /** In feet above mean sea level. */
  altitude: string | null
  ceiling: string | null
  /** A polygon or circle is there that cannot be read, so that nobody can say where the area ends. */
  unreadable: boolean
}

export type CapResource = {
  resourceDesc: string
  mimeType: string | null
  size: string | null
  uri: string | null
  derefUri: string | null
  digest: string | null
}

export type CapInfo = {
  /** BCP 47 as written; the standard's default where it is absent. */
  language: string
  categories: (typeof CATEGORIES)[number][]
  event: string
  responseTypes: (typeof RESPONSES)[number][]
  urgency: (typeof URGENCIES)[number]
  severity: (typeof SEVERITIES)[number]
  certainty: (typeof CERTAINTIES)[number]
  audience: string | null
  eventCodes: NamedValue[]
  effective: Instant | null
  onset: Instant | null
  expires: Instant | null
  senderName: string | null
  headline: string | null
  description: string | null
  instruction: string | null
  web: string | null
  contact: string | null
  parameters: NamedValue[]
  resources: CapResource[]
  areas: CapArea[]
}

/** Against the standard, but understood all the same; for the log and the desk. */
export type CapProblem =
  | 'time-in-zulu'
  | 'unreadable-time'
  | 'unreadable-area'
  | 'open-ring'
  | 'unknown-category'
  | 'unknown-response'
  | 'unreadable-level'
  | 'unreadable-reference'
  | 'no-addressee'

/** A message of CAP 1.2 (OASIS, 2010-07-01), or of 1.1, which is read alike. The signature is seen, not verified. */
export type CapAlert = {
  version: '1.1' | '1.2'
  identifier: string
  sender: string
  sent: Instant
  status: (typeof STATUSES)[number]
  msgType: (typeof MESSAGE_TYPES)[number]
  source: string | null
  scope: (typeof SCOPES)[number]
  restriction: string | null
  addresses: string[]
  codes: string[]
  note: string | null
  references: CapReference[]
  incidents: string[]
  infos: CapInfo[]
  signed: boolean
  problems: CapProblem[]
}
