export { readTelegram } from './read-telegram.ts'
export type {
  EarthquakeEarlyWarning,
  Envelope,
  ForecastArea,
  InfoType,
  ReadResult,
  Telegram,
  TelegramStatus,
  UnsupportedTelegram,
  WarnedCity,
  WarningKind,
  WeatherWarning,
} from './telegram.ts'
export type { FaultCode } from './telegram-fault.ts'
export { KOGANEI, type Place } from './place.ts'
export { assess } from './assess/assess.ts'
export type { Hold, Nothing, Over, Raise, Reason, Told, Verdict, VerdictChannel, Word } from './assess/verdict.ts'
export { emptyBook } from './book/slots.ts'
export { applyVerdicts } from './book/apply-verdicts.ts'
export { applyTelegram } from './book/apply-telegram.ts'
export { applyOperator, endAlert } from './book/desk.ts'
export { alertsOf, expire } from './book/read-book.ts'
export type { Applied, BookChange, ChangeReason } from './book/change.ts'
export { ALERT_TEMPLATES, alertTemplates } from './templates.ts'
