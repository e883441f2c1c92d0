import { TelegramFault, type FaultCode } from '../telegram-fault.ts'
import { parseXml } from '../xml/document.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../xml/element.ts'
import { type CapAlert, type CapProblem, MESSAGE_TYPES, SCOPES, STATUSES } from './cap-alert.ts'
import { instantOf, referencesOf, required, requiredOneOf, textsOf } from './fields.ts'
import { hasUnreadableLevel } from './gravity.ts'
import { readInfo } from './read-info.ts'

const VERSIONS: ReadonlyMap<string, CapAlert['version']> = new Map([
  ['urn:oasis:names:tc:emergency:cap:1.2', '1.2'],
  ['urn:oasis:names:tc:emergency:cap:1.1', '1.1'],
])
const SIGNATURE_NS = 'http://www.w3.org/2000/09/xmldsig#'

export type CapResult = { ok: true; cap: CapAlert } | { ok: false; error: { code: FaultCode; message: string } }

/**
 * Reads a message of CAP 1.2 or 1.1. Total: any bytes give a message or a named error. What the standard demands and
 * nobody could act without is demanded; lesser faults are kept in `problems`.
 */
export function readCap(bytes: Uint8Array): CapResult {
  try {
    return { ok: true, cap: capOf(parseXml(bytes)) }
  } catch (error) {
    if (!(error instanceof TelegramFault)) throw error
    return { ok: false, error: { code: error.code, message: error.message } }
  }
}

/** Is this the root of a CAP message of a version that is read here? */
export function isCap(root: XmlElement): boolean {
  return root.name === 'alert' && VERSIONS.has(root.uri)
}

/** @throws TelegramFault */
export function capOf(root: XmlElement): CapAlert {
  const version = VERSIONS.get(root.uri)
  if (version === undefined || !isCap(root)) throw new TelegramFault('bad-part', 'not a CAP 1.1 or 1.2 alert')
  const problems = new Set<CapProblem>()
  const sent = instantOf(required(root, 'sent'), problems)
  if (sent === null) throw new TelegramFault('bad-part', 'sent is not a time with an offset')
  const msgType = requiredOneOf(root, 'msgType', MESSAGE_TYPES)
  const scope = requiredOneOf(root, 'scope', SCOPES)
  const references = referencesOf(root, problems)
  if (msgType !== 'Alert' && references.length === 0) {
    throw new TelegramFault('missing-part', `references is missing: which message is this ${msgType} about?`)
  }
  const restriction = textOf(root, 'restriction')
  const addresses = wordsOf(root, 'addresses')
  if (scope === 'Restricted' && restriction === null) problems.add('no-addressee')
  if (scope === 'Private' && addresses.length === 0) problems.add('no-addressee')
  const infos = childrenOf(root, 'info').map((info) => readInfo(info, problems))
  if (infos.some(hasUnreadableLevel)) problems.add('unreadable-level')
  const alert = {
    version,
    identifier: required(root, 'identifier'),
    sender: required(root, 'sender'),
    sent,
    status: requiredOneOf(root, 'status', STATUSES),
    msgType,
    source: textOf(root, 'source'),
    scope,
    restriction,
    addresses,
    codes: textsOf(root, 'code'),
    note: textOf(root, 'note'),
    references,
    incidents: wordsOf(root, 'incidents'),
    infos,
    signed: childOf(root, 'Signature', SIGNATURE_NS) !== null,
  }
  return { ...alert, problems: [...problems] }
}

/** A list between spaces; what holds a space stands in double quotes. */
function wordsOf(root: XmlElement, name: string): string[] {
  const words = (textOf(root, name) ?? '').match(/"[^"]*"|[^\s"]+/g) ?? []
  return words.map((word) => word.replaceAll('"', '')).filter((word) => word !== '')
}
