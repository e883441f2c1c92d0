import { DmdataEewBody, type DmdataReport, DmdataWarningBody } from '@akari/protocol'
import { eventIdOf } from '../readers/event-id.ts'
import { kindOf, type ReadableCode, type WeatherCode } from '../readers/telegram-kind.ts'
import type {
  EarthquakeEarlyWarning,
  Envelope,
  InfoType,
  Telegram,
  TelegramStatus,
  WarnedCity,
  WeatherWarning,
} from '../telegram.ts'
import { TelegramFault } from '../telegram-fault.ts'
import { comparable } from '../xml/element.ts'

const STATUSES: Record<DmdataReport['status'], TelegramStatus> = { 通常: 'normal', 訓練: 'drill', 試験: 'test' }
const INFO_TYPES: Record<DmdataReport['infoType'], InfoType> = {
  発表: 'issue',
  訂正: 'correction',
  遅延: 'delay',
  取消: 'cancel',
}
/** Head/Information/…/Kind of an area under warning. */
const WARNED = '31'

/**
 * The telegram that a JSON report was made from. The schemas `eew-information` and `weather-warning` are read; other kinds
 * are told by their name.
 *
 * @param code of the telegram, where the frame around the report named it
 * @throws TelegramFault
 */
export function reportOf(report: DmdataReport, code: string | null): Telegram {
  const envelope = envelopeOf(report)
  const kind = kindOf(envelope, code)
  const { _schema: schema } = report
  switch (schema.type) {
    case 'eew-information':
      if (kind.read === 'VXSE43' || kind.read === 'VXSE45') return eewOf(report, envelope, kind.read)
      if (kind.read === 'VXSE42') return { type: 'context', code: kind.read, envelope }
      break
    case 'weather-warning':
      if (isPerHazard(kind.read)) return warningOf(report, envelope, kind.read)
      if (kind.read === 'VPOA50') return { type: 'context', code: kind.read, envelope }
      break
  }
  return { type: 'unsupported', code: kind.name, title: report.type, envelope }
}

/** Those of schema 1.1.0; the older VPWW54 of 1.0.0 cannot say what it must, and its XML is the fallback already. */
function isPerHazard(code: ReadableCode | null): code is WeatherCode {
  return code !== null && /^VPW(W5[5-9]|W6[01]|S50)$/.test(code)
}

function envelopeOf(report: DmdataReport): Envelope {
  return {
    controlTitle: report.type,
    headTitle: report.title,
    infoKind: report.infoKind ?? null,
    status: STATUSES[report.status],
    infoType: INFO_TYPES[report.infoType],
    eventId: filled(report.eventId),
    serial: filled(report.serialNo),
    reportedAt: report.reportDateTime,
    controlAt: report.pressDateTime,
    validUntil: report.validDateTime ?? null,
    editorialOffice: report.editorialOffice,
  }
}

/** eew-information 1.0.0. */
function eewOf(report: DmdataReport, envelope: Envelope, code: EarthquakeEarlyWarning['code']): EarthquakeEarlyWarning {
  if (envelope.serial !== null && !/^\d{1,6}$/.test(envelope.serial)) {
    throw new TelegramFault('bad-part', 'serialNo is not a number')
  }
  const body = DmdataEewBody.safeParse(report.body)
  if (!body.success) throw new TelegramFault('bad-part', 'the body is not one of eew-information')
  const { regions = [], intensity, text } = body.data
  return {
    type: 'eew',
    code,
    envelope,
    eventId: eventIdOf(envelope),
    areas: (intensity?.regions ?? []).flatMap((region) => {
      if (region === null) return []
      const { arrivalTime, forecastMaxInt, condition, kind, ...area } = region
      return {
        ...area,
        kindCode: comparable(kind.code),
        arrivalAt: arrivalTime ?? null,
        intensity: forecastMaxInt ?? null,
        condition: filled(condition),
      }
    }),
    warnedAreas: regions.flatMap((area) => (area?.kind.code === WARNED ? [area.code] : [])),
    cancelText: envelope.infoType === 'cancel' ? filled(text) : null,
  }
}

/** weather-warning 1.1.0. */
function warningOf(report: DmdataReport, envelope: Envelope, code: WeatherCode): WeatherWarning {
  const body = DmdataWarningBody.safeParse(report.body)
  if (!body.success) throw new TelegramFault('bad-part', 'the body is not one of weather-warning')
  const cities = (body.data.cities ?? []).flatMap((city) => (city === null ? [] : [cityOf(city)]))
  return { type: 'weatherWarning', code, envelope, cities, notice: null }
}

type City = NonNullable<NonNullable<DmdataWarningBody['cities']>[number]>

/** No kinds at all is said in `condition`, where the XML has a Kind with that Status. */
function cityOf({ code, name, kinds, condition }: City): WarnedCity {
  const none = { code: null, name: null, status: filled(condition), condition: null }
  const said = kinds.map((kind) => ({
    code: filled(kind.code),
    name: filled(kind.name),
    status: filled(kind.status),
    condition: filled(kind.condition),
  }))
  return { code: comparable(code), name, kinds: said.length === 0 ? [none] : said }
}

function filled(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? null : trimmed
}
