import { type DmdataData, DmdataFrame, DmdataReport } from '@akari/protocol'
import { telegramOf } from '../read-telegram.ts'
import type { ReadResult, Telegram } from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { MAX_BYTES, parseXml } from '../xml/document.ts'
import { inflated, type Inflate } from './inflate.ts'
import { jsonOf } from './json.ts'
import { reportOf } from './report.ts'

/**
 * Reads what DMDATA.JP delivers, as a file: the `data` frame of its WebSocket v2 (the telegram inside as XML or JSON), or a
 * JSON report by itself. The same telegram as the XML of that code comes out. Total: any bytes give a telegram or a
 * named error.
 */
export function readDmdata(bytes: Uint8Array, inflate: Inflate): ReadResult {
  try {
    return { ok: true, telegram: telegramOfJson(jsonOf(bytes), inflate) }
  } catch (error) {
    if (!(error instanceof TelegramFault)) throw error
    return { ok: false, error: { code: error.code, message: error.message } }
  }
}

function telegramOfJson(json: unknown, inflate: Inflate): Telegram {
  const frame = DmdataFrame.safeParse(json)
  if (!frame.success) return reportOf(reportIn(json), null)
  if (frame.data.type !== 'data') throw new TelegramFault('bad-part', `a ${frame.data.type} frame brings no telegram`)
  return telegramIn(frame.data, inflate)
}

function telegramIn(frame: DmdataData, inflate: Inflate): Telegram {
  const { head, format, compression } = frame
  switch (format) {
    case 'xml':
      return asTested(
        telegramOf(parseXml(inflated(bodyOf(frame), compression, inflate, MAX_BYTES)), head.type),
        head.test,
      )
    case 'json': {
      const json = jsonOf(inflated(bodyOf(frame), compression, inflate, MAX_BYTES))
      return asTested(reportOf(reportIn(json), head.type), head.test)
    }
    case 'a/n':
    case 'binary':
    case null:
      return { type: 'unsupported', code: head.type, title: head.type, envelope: null }
  }
}

/**
 * `head.test` stands for 訓練 and 試験 alike, so the telegram's own word decides between them; it only keeps a telegram off
 * the screens that calls itself 通常.
 */
function asTested(telegram: Telegram, test: boolean): Telegram {
  if (!test || telegram.type === 'unsupported' || telegram.envelope.status !== 'normal') return telegram
  return { ...telegram, envelope: { ...telegram.envelope, status: 'test' } }
}

function bodyOf({ encoding, body }: DmdataData): Uint8Array {
  if (body.length > 2 * MAX_BYTES) throw new TelegramFault('too-large', `more than ${MAX_BYTES} bytes`)
  if (encoding !== 'base64') return new TextEncoder().encode(body)
  try {
    return Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0))
  } catch {
    throw new TelegramFault('malformed', 'the body is not base64')
  }
}

function reportIn(json: unknown): DmdataReport {
  const report = DmdataReport.safeParse(json)
  if (report.success) return report.data
  const where = report.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new TelegramFault('bad-part', `neither a DMDATA frame nor a report: ${where.slice(0, 200)}`)
}
