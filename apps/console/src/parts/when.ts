import type { Instant } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from './local-time.ts'

const kept = new Map<string, Intl.DateTimeFormat>()

/** A way to write dates, made once: making one costs a hundred times what writing with it does. */
export function dateFormat(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${JSON.stringify(options)}`
  const format = kept.get(key) ?? new Intl.DateTimeFormat(language, options)
  kept.set(key, format)
  return format
}

export type When = {
  /** 14:05 */
  time: (at: Instant) => string
  /** 14:05:09 */
  exact: (at: Instant) => string
  /** 11月22日(日) 14:05 */
  dayAndTime: (at: Instant) => string
  /** 11月22日(日) */
  day: (at: Instant) => string
  /** 11月22日(日), of a date as calendars have it (`2026-11-22`) */
  date: (date: string) => string
  /** 2026年11月22日 14:05 */
  full: (at: Instant) => string
}

/** Writes moments in the language of the console and the city's zone. */
export function useWhen(): When {
  const language = useTranslation().i18n.language
  const write = (options: Intl.DateTimeFormatOptions) => (at: Instant) =>
    dateFormat(language, { timeZone: TIME_ZONE, hourCycle: 'h23', ...options }).format(new Date(at))
  const clock = { hour: '2-digit', minute: '2-digit' } as const
  const day = { month: 'short', day: 'numeric', weekday: 'short' } as const
  return {
    time: write(clock),
    exact: write({ ...clock, second: '2-digit' }),
    dayAndTime: write({ ...day, ...clock }),
    day: write(day),
    date: (date) => dateFormat(language, { timeZone: 'UTC', ...day }).format(new Date(`${date}T00:00:00Z`)),
    full: write({ year: 'numeric', month: 'short', day: 'numeric', ...clock }),
  }
}

/** 90 → «1:30», 3725 → «1:02:05». */
export function asDuration(seconds: number): string {
  const whole = Math.round(seconds)
  const two = (value: number): string => String(value).padStart(2, '0')
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

/** 1536000 → «1.5 MB». */
export function asSize(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'] as const
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)))
  const value = bytes / 1000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step] ?? 'B'}`
}
