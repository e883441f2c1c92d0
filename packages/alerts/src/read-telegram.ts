import { readCityNotice, readWeatherWarning } from './readers/city-tier.ts'
import { readNankaiTrough, readTsunami, readVolcano } from './readers/earthquake-news.ts'
import { readEew } from './readers/eew.ts'
import { readEnvelope } from './readers/envelope.ts'
import { REPORT_NS } from './readers/namespaces.ts'
import { readSeismicIntensity } from './readers/seismic-intensity.ts'
import { kindOf } from './readers/telegram-kind.ts'
import { readHeatAlert, readRiverFlood, readWeatherBulletin } from './readers/weather-news.ts'
import type { ReadResult, Telegram } from './telegram.ts'
import { TelegramFault } from './telegram-fault.ts'
import { parseXml } from './xml/document.ts'
import type { XmlElement } from './xml/element.ts'

/**
 * Reads a telegram of 気象庁防災情報XML. Total: any bytes give a telegram or a named error, never a throw. Other well-formed
 * XML, a JMA telegram or not, is `unsupported`.
 *
 * @param fileName where it is known: tells kinds apart that share a title
 */
export function readTelegram(bytes: Uint8Array, fileName: string | null = null): ReadResult {
  try {
    return { ok: true, telegram: telegramOf(parseXml(bytes), fileName) }
  } catch (error) {
    if (!(error instanceof TelegramFault)) throw error
    return { ok: false, error: { code: error.code, message: error.message } }
  }
}

/** Is this the root of a telegram of 気象庁防災情報XML? */
export function isReport(root: XmlElement): boolean {
  return root.name === 'Report' && root.uri === REPORT_NS
}

/** The telegram of a parsed document. @throws TelegramFault where a part that it cannot do without is missing or senseless */
export function telegramOf(root: XmlElement, fileName: string | null): Telegram {
  if (!isReport(root)) return { type: 'unsupported', code: null, title: root.name, envelope: null }
  const envelope = readEnvelope(root)
  const kind = kindOf(envelope, fileName)
  switch (kind.read) {
    case 'VPWW53':
    case 'VPWW54':
    case 'VPWW55':
    case 'VPWW56':
    case 'VPWW57':
    case 'VPWW58':
    case 'VPWW59':
    case 'VPWW60':
    case 'VPWW61':
    case 'VPWS50':
      return readWeatherWarning(root, envelope, kind.read)
    case 'VPHW50':
    case 'VPHW51':
    case 'VXWW50':
      return readCityNotice(root, envelope, kind.read)
    case 'VXSE43':
    case 'VXSE45':
      return readEew(root, envelope, kind.read)
    case 'VXSE51':
    case 'VXSE53':
    case 'VXSE62':
      return readSeismicIntensity(root, envelope, kind.read)
    case 'VTSE41':
      return readTsunami(root, envelope)
    case 'VYSE50':
      return readNankaiTrough(root, envelope)
    case 'VXKO':
      return readRiverFlood(root, envelope, kind.name)
    case 'VPBS50':
      return readWeatherBulletin(root, envelope)
    case 'VPFT50':
      return readHeatAlert(root, envelope, fileName)
    case 'VFVO50':
    case 'VFVO56':
      return readVolcano(root, envelope, kind.read)
    case 'VYSE51':
      return {
        type: 'context',
        code: readNankaiTrough(root, envelope).infoCode === '200' ? 'VYSE52' : 'VYSE51',
        envelope,
      }
    case 'VXSE42':
    case 'VXSE52':
    case 'VTSE51':
    case 'VTSE52':
    case 'VYSE52':
    case 'VYSE60':
    case 'VZSE40':
    case 'VZVO40':
    case 'VPWP50':
    case 'VPOA50':
    case 'VPNO50':
      return { type: 'context', code: kind.read, envelope }
    case null:
      return { type: 'unsupported', code: kind.name, title: envelope.controlTitle, envelope }
  }
}
