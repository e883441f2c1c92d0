import type { Instant } from '@akari/protocol'
import { assess } from './assess/assess.ts'
import type { Verdict } from './assess/verdict.ts'
import { assessCap } from './cap/assess-cap.ts'
import type { CapAlert } from './cap/cap-alert.ts'
import { capOf, isCap } from './cap/read-cap.ts'
import type { Inflate } from './dmdata/inflate.ts'
import { readDmdata } from './dmdata/read-dmdata.ts'
import type { Place } from './place.ts'
import { isReport, telegramOf } from './read-telegram.ts'
import type { JmaTelegram, Telegram, UnsupportedTelegram } from './telegram.ts'
import { type FaultCode, TelegramFault } from './telegram-fault.ts'
import { parseXml } from './xml/document.ts'

type Message = { kind: 'telegram'; telegram: JmaTelegram | UnsupportedTelegram } | { kind: 'cap'; cap: CapAlert }

/** A message of any source. */
export type Reading = {
  format: 'jma' | 'cap' | 'dmdata'
  /** The telegram's code; a CAP message has none. */
  code: string | null
  eventId: string | null
  serial: string | null
  /** When its sender says that it was issued. */
  reportedAt: Instant
  message: Message
}

export type SourceResult = { ok: true; reading: Reading } | { ok: false; error: { code: FaultCode; message: string } }

/**
 * Reads a message of whatever source, told by its content. Total: any bytes give a reading or a named error.
 *
 * @param fileName where it is known: tells JMA telegrams apart that share a title
 */
export function readSource(bytes: Uint8Array, inflate: Inflate, fileName: string | null = null): SourceResult {
  try {
    return { ok: true, reading: isJson(bytes) ? dmdataReading(bytes, inflate) : xmlReading(bytes, fileName) }
  } catch (error) {
    if (!(error instanceof TelegramFault)) throw error
    return { ok: false, error: { code: error.code, message: error.message } }
  }
}

/** What a message means for a place, at a moment: a CAP message says when it ends. */
export function verdictsOf({ message }: Reading, place: Place, at: Instant): Verdict[] {
  switch (message.kind) {
    case 'telegram':
      return assess(message.telegram, place)
    case 'cap':
      return assessCap(message.cap, place, at)
  }
}

/** No XML begins with a brace, with or without a byte order mark and blanks before it. */
function isJson(bytes: Uint8Array): boolean {
  return /^\u{feff}?\s*[{[]/u.test(new TextDecoder().decode(bytes.subarray(0, 256)))
}

function xmlReading(bytes: Uint8Array, fileName: string | null): Reading {
  const root = parseXml(bytes)
  if (isReport(root)) return telegramReading('jma', telegramOf(root, fileName))
  if (!isCap(root))
    throw new TelegramFault('unknown-format', `<${root.name}> is the root of no format that is read here`)
  const cap = capOf(root)
  const { identifier, sent } = cap
  return {
    format: 'cap',
    code: null,
    eventId: identifier,
    serial: null,
    reportedAt: sent,
    message: { kind: 'cap', cap },
  }
}

function dmdataReading(bytes: Uint8Array, inflate: Inflate): Reading {
  const result = readDmdata(bytes, inflate)
  if (!result.ok) throw new TelegramFault(result.error.code, result.error.message)
  return telegramReading('dmdata', result.telegram)
}

function telegramReading(format: 'jma' | 'dmdata', telegram: Telegram): Reading {
  if (telegram.envelope === null) throw new TelegramFault('unknown-format', 'a telegram that says not when it was sent')
  const { eventId, serial, reportedAt } = telegram.envelope
  return { format, code: telegram.code, eventId, serial, reportedAt, message: { kind: 'telegram', telegram } }
}
