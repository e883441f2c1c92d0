import type { Instant } from '@akari/protocol'
import type { BulletinCode, CityNoticeCode, ContextCode, WeatherCode } from './readers/telegram-kind.ts'
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
  /** Head/ValidDateTime: what it says is over then. */
  validUntil: Instant | null
  editorialOffice: string
}

/** One Kind of an item; `code` and `name` are null where nothing is in force (発表警報・注意報はなし). */
export type Kind = { code: string | null; name: string | null; status: string | null; condition: string | null }
export type WarnedCity = { code: string; name: string; kinds: Kind[] }

/**
 * VPWW55–61 and VPWS50 気象警報・注意報（Ｒ０６）, legacy VPWW53 and VPWW54: the 市町村等 tier, the only one that decides.
 * `notice`: Body/Notice, where the legacy ones say in words what their codes cannot.
 */
export type WeatherWarning = {
  type: 'weatherWarning'
  code: WeatherCode
  envelope: Envelope
  cities: WarnedCity[]
  notice: string | null
}

/** VPHW50/51 竜巻注意情報 and legacy VXWW50 土砂災害警戒情報: one kind of word, city by city. */
export type CityNotice = { type: 'cityNotice'; code: CityNoticeCode; envelope: Envelope; cities: WarnedCity[] }

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

/**
 * VXSE43 緊急地震速報（警報） and VXSE45 （地震動予報）. Magnitude and depth are not read: they never belong on a warning
 * screen. `warnedAreas`: the 細分区域 that the Head calls warned (31).
 */
export type EarthquakeEarlyWarning = {
  type: 'eew'
  code: 'VXSE43' | 'VXSE45'
  envelope: Envelope
  eventId: string
  areas: ForecastArea[]
  warnedAreas: string[]
  cancelText: string | null
}

/** 震度 of a city or an area, as text; `notArrived`: 震度５弱以上未入電, at least 5弱 but nobody knows how much. */
export type Observed = { code: string; intensity: string | null; longPeriodClass: string | null; notArrived: boolean }
export type ObservedArea = Observed & { cities: Observed[] }

/** VXSE51 震度速報, VXSE53 震源・震度に関する情報 (遠地地震, too: no areas), VXSE62 長周期地震動に関する観測情報. */
export type SeismicIntensity = {
  type: 'seismicIntensity'
  code: 'VXSE51' | 'VXSE53' | 'VXSE62'
  envelope: Envelope
  eventId: string
  areas: ObservedArea[]
}

/** VTSE41 津波警報・注意報・予報: the kinds of all coasts. Several events at once share one telegram. */
export type Tsunami = { type: 'tsunami'; code: 'VTSE41'; envelope: Envelope; eventIds: string[]; kindCodes: string[] }

/** VYSE50 南海トラフ地震臨時情報: EarthquakeInfo/InfoSerial/Code; a 取消 has none. */
export type NankaiTrough = { type: 'nankaiTrough'; code: 'VYSE50'; envelope: Envelope; infoCode: string | null }

/** VXKO50–89 指定河川洪水予報: the kinds of the 予報区域, and the cities that may be flooded (none in the short form). */
export type RiverFlood = {
  type: 'riverFlood'
  code: string
  envelope: Envelope
  riverId: string
  kindCodes: string[]
  cityCodes: string[]
}

/** VPBS50 府県気象防災速報: each 情報タグ with its areas, and the cities that the observations name. */
export type WeatherBulletin = {
  type: 'weatherBulletin'
  code: 'VPBS50'
  envelope: Envelope
  tags: { tag: string; areaCodes: string[] }[]
  cityCodes: string[]
}

/** VPFT50 熱中症警戒アラート: names its prefecture in words only. */
export type HeatAlert = {
  type: 'heatAlert'
  code: 'VPFT50'
  envelope: Envelope
  /** Of the file's name, where it is known. */
  areaCode: string | null
  text: string
}

/** VFVO50 噴火警報・予報, VFVO56 噴火速報: the cities concerned. */
export type Volcano = {
  type: 'volcano'
  code: 'VFVO50' | 'VFVO56'
  envelope: Envelope
  cities: WarnedCity[]
}

/** A telegram of a listed kind that never puts anything on the glass of the place by itself. */
export type ContextTelegram = { type: 'context'; code: ContextCode | BulletinCode; envelope: Envelope }

/** Well-formed, but of a kind that nobody here reads; `envelope` is null where it is not a JMA telegram at all. */
export type UnsupportedTelegram = {
  type: 'unsupported'
  code: string | null
  title: string
  envelope: Envelope | null
}

export type JmaTelegram =
  | WeatherWarning
  | CityNotice
  | EarthquakeEarlyWarning
  | SeismicIntensity
  | Tsunami
  | NankaiTrough
  | RiverFlood
  | WeatherBulletin
  | HeatAlert
  | Volcano
  | ContextTelegram

export type Telegram = JmaTelegram | UnsupportedTelegram

export type ReadResult = { ok: true; telegram: Telegram } | { ok: false; error: { code: FaultCode; message: string } }
