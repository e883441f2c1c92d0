import { Instant } from '@akari/protocol'
import type { Envelope, InfoType, TelegramStatus } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { childOf, codeOf, comparable, textOf, type XmlElement } from '../xml/element.ts'
import { HEAD_NS } from './namespaces.ts'

const STATUSES: ReadonlyMap<string, TelegramStatus> = new Map([
  ['通常', 'normal'],
  ['訓練', 'drill'],
  ['試験', 'test'],
])
const INFO_TYPES: ReadonlyMap<string, InfoType> = new Map([
  ['発表', 'issue'],
  ['訂正', 'correction'],
  ['遅延', 'delay'],
  ['取消', 'cancel'],
])

/** Reads Control and Head of a jmx:Report. @throws TelegramFault where a part is missing or senseless */
export function readEnvelope(report: XmlElement): Envelope {
  const control = childOf(report, 'Control')
  const head = childOf(report, 'Head', HEAD_NS)
  return {
    controlTitle: required(control, 'Title'),
    headTitle: required(head, 'Title'),
    infoKind: textOf(head, 'InfoKind'),
    status: oneOf(STATUSES, required(control, 'Status'), 'Status'),
    infoType: oneOf(INFO_TYPES, required(head, 'InfoType'), 'InfoType'),
    eventId: codeOf(head, 'EventID'),
    serial: codeOf(head, 'Serial'),
    reportedAt: instant(required(head, 'ReportDateTime'), 'ReportDateTime'),
    controlAt: instant(required(control, 'DateTime'), 'DateTime'),
    validUntil: optionalInstant(textOf(head, 'ValidDateTime')),
    editorialOffice: required(control, 'EditorialOffice'),
  }
}

function required(parent: XmlElement | null, name: string): string {
  const text = textOf(parent, name)
  if (text === null) throw new TelegramFault('missing-part', `${name} is missing`)
  return text
}

function oneOf<T>(known: ReadonlyMap<string, T>, text: string, name: string): T {
  const value = known.get(comparable(text))
  if (value === undefined) throw new TelegramFault('bad-part', `${name} is not one of ${[...known.keys()].join(', ')}`)
  return value
}

function instant(text: string, name: string): Instant {
  const parsed = Instant.safeParse(text)
  if (!parsed.success) throw new TelegramFault('bad-part', `${name} is not a time with an offset`)
  return parsed.data
}

/** A spoilt time of the end must not cost the rest its warning. */
function optionalInstant(text: string | null): Instant | null {
  const parsed = Instant.safeParse(text)
  return parsed.success ? parsed.data : null
}
