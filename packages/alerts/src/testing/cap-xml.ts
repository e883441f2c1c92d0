import { readCap } from '../cap/read-cap.ts'
import type { CapAlert } from '../cap/cap-alert.ts'
import { bytesOf } from './telegram-xml.ts'

export type AreaSpec = { desc?: string; polygon?: string; circle?: string; geocode?: readonly [string, string] }
export type InfoSpec = {
  language?: string
  event?: string
  headline?: string
  instruction?: string
  urgency?: string
  severity?: string
  level?: string
  effective?: string
  expires?: string
  response?: string
  areas?: readonly AreaSpec[]
}
export type CapSpec = {
  ns?: string
  identifier?: string
  sender?: string
  sent?: string
  status?: string
  msgType?: string
  scope?: string
  references?: readonly string[]
  infos?: readonly InfoSpec[]
  extra?: string
}

export const SENDER = 'bousai@city.example'
export const SENT = '2026-09-20T19:10:00+09:00'
export const HERE: AreaSpec = { desc: '小金井市', geocode: ['JMA-AreaInformationCity', '1321000'] }
export const ELSEWHERE: AreaSpec = { desc: '八王子市', geocode: ['JMA-AreaInformationCity', '1320100'] }
export const NOWHERE: AreaSpec = { desc: '川沿いの地域' }

/** A small CAP message; by default a level 4 evacuation order for 小金井市 that ends the next morning. */
export function capXml(spec: CapSpec = {}): string {
  const references = spec.references ?? []
  return `<?xml version="1.0" encoding="UTF-8"?>
<alert xmlns="${spec.ns ?? 'urn:oasis:names:tc:emergency:cap:1.2'}"><identifier>${spec.identifier ?? 'A-1'}</identifier>
<sender>${spec.sender ?? SENDER}</sender><sent>${spec.sent ?? SENT}</sent><status>${spec.status ?? 'Actual'}</status>
<msgType>${spec.msgType ?? 'Alert'}</msgType><scope>${spec.scope ?? 'Public'}</scope>
${references.length === 0 ? '' : `<references>${references.join(' ')}</references>`}
${(spec.infos ?? [{}]).map(infoXml).join('')}${spec.extra ?? ''}</alert>`
}

export function tripleOf(identifier: string, sent: string = SENT, sender: string = SENDER): string {
  return `${sender},${identifier},${sent}`
}

/** Reads what must be readable. */
export function cap(spec: CapSpec = {}): CapAlert {
  const result = readCap(bytesOf(capXml(spec)))
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.cap
}

function infoXml(info: InfoSpec): string {
  const level = info.level ?? '4'
  return `<info>${tag('language', info.language)}<category>Met</category><event>${info.event ?? '避難指示'}</event>
${tag('responseType', info.response)}<urgency>${info.urgency ?? 'Immediate'}</urgency><severity>${info.severity ?? 'Severe'}</severity>
<certainty>Likely</certainty>${level === '' ? '' : `<eventCode>${named('koganei:level', level)}</eventCode>`}
${tag('effective', info.effective)}${info.expires === '' ? '' : tag('expires', info.expires ?? '2026-09-21T06:00:00+09:00')}
${tag('headline', info.headline)}${tag('instruction', info.instruction)}${(info.areas ?? [HERE]).map(areaXml).join('')}</info>`
}

function areaXml(area: AreaSpec): string {
  const geocode = area.geocode === undefined ? '' : `<geocode>${named(...area.geocode)}</geocode>`
  return `<area><areaDesc>${area.desc ?? ''}</areaDesc>${tag('polygon', area.polygon)}${tag('circle', area.circle)}${geocode}</area>`
}

function named(valueName: string, value: string): string {
  return `<valueName>${valueName}</valueName><value>${value}</value>`
}

function tag(name: string, text: string | undefined): string {
  return text === undefined ? '' : `<${name}>${text}</${name}>`
}
