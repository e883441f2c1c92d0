import { readEew } from './readers/eew.ts'
import { readEnvelope } from './readers/envelope.ts'
import { REPORT_NS } from './readers/namespaces.ts'
import { codeOf } from './readers/telegram-kind.ts'
import { readWeatherWarning } from './readers/weather-warning.ts'
import type { ReadResult, Telegram } from './telegram.ts'
import { TelegramFault } from './telegram-fault.ts'
import { parseXml } from './xml/document.ts'

/**
 * Reads a telegram of 気象庁防災情報XML (VPWW55, VXSE43). Total: any bytes give a telegram or a named error, never a throw.
 * Other well-formed XML, a JMA telegram or not, is `unsupported`.
 */
export function readTelegram(bytes: Uint8Array): ReadResult {
  try {
    return { ok: true, telegram: telegramOf(bytes) }
  } catch (error) {
    if (!(error instanceof TelegramFault)) throw error
    return { ok: false, error: { code: error.code, message: error.message } }
  }
}

function telegramOf(bytes: Uint8Array): Telegram {
  const root = parseXml(bytes)
  if (root.name !== 'Report' || root.uri !== REPORT_NS) {
    return { type: 'unsupported', code: null, title: root.name, envelope: null }
  }
  const envelope = readEnvelope(root)
  const code = codeOf(envelope)
  switch (code) {
    case 'VPWW55':
      return readWeatherWarning(root, envelope)
    case 'VXSE43':
      return readEew(root, envelope)
    case null:
      return { type: 'unsupported', code: null, title: envelope.controlTitle, envelope }
  }
}
