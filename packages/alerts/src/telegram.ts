import type { Instant } from '@akari/protocol'
import type { FaultCode } from './telegram-fault.ts'

/** Control/Status of 気象庁防災情報XML: 通常, 訓練, 試験. */
export type TelegramStatus = 'normal' | 'drill' | 'test'
/** Head/InfoType: 発表, 訂正, 遅延, 取消. */
export type InfoType = 'issue' | 'correction' | 'delay' | 'cancel'

/** What every JMA telegram says about itself (Control and Head). Codes and numbers stay text. */
export type Envelope = {
  controlTitle: string
  headTitle: string
  infoKind: string | null
  status: TelegramStatus
  infoType: InfoType
  eventId: string | null
  serial: string | null
  /** Head/ReportDateTime. */
  reportedAt: Instant
  /** Control/DateTime: when it was sent. */
  controlAt: Instant
  editorialOffice: string
}

/** One Kind of a city; `code` and `name` are null where nothing is in force (発表警報・注意報はなし). */
export type WarningKind = { code: string | null; name: string | null; status: string | null }
export type WarnedCity = { code: string; name: string; kinds: WarningKind[] }

/** VPWW55 気象警報・注意報（Ｒ０６）（大雨）: the 市町村等 tier, the only one that decides. */
export type WeatherWarning = { type: 'weatherWarning'; code: 'VPWW55'; envelope: Envelope; cities: WarnedCity[] }

/**
 * One 細分区域 of an earthquake early warning. `kindCode`: 0x forecast, 1x warning; x0 the shaking arrives at `arrivalAt`,
 * x1 it has arrived, x9 PLUM (`arrivalAt` is the time of the first prediction, so nothing may count down to it).
 */
export type ForecastArea = {
  code: string
  name: string
  kindCode: string
  arrivalAt: Instant | null
  intensity: { from: string; to: string } | null
  condition: string | null
}

/** VXSE43 緊急地震速報（警報）. Magnitude and depth are not read: they never belong on a warning screen. */
export type EarthquakeEarlyWarning = {
  type: 'eew'
  code: 'VXSE43'
  envelope: Envelope
  eventId: string
  areas: ForecastArea[]
  cancelText: string | null
}

/** Well-formed, but of a kind that nobody here reads; `envelope` is null where it is not a JMA telegram at all. */
export type UnsupportedTelegram = { type: 'unsupported'; code: null; title: string; envelope: Envelope | null }

export type Telegram = WeatherWarning | EarthquakeEarlyWarning | UnsupportedTelegram

export type ReadResult = { ok: true; telegram: Telegram } | { ok: false; error: { code: FaultCode; message: string } }
