import { z } from 'zod'
import { Id } from './primitives.ts'

/** A wall-clock date without a zone: `2026-04-01`. */
export const LocalDate = z.iso.date()
export type LocalDate = z.infer<typeof LocalDate>

/** A wall-clock time without a date, to the minute: `08:30`. */
export const LocalTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export type LocalTime = z.infer<typeof LocalTime>

/** Day of any year: `12-29`. */
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export type MonthDay = z.infer<typeof MonthDay>

/** As RFC 5545 §3.3.10 names them, Monday first. */
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export const Weekday = z.enum(WEEKDAYS)
export type Weekday = z.infer<typeof Weekday>

/** 祝日, 閉庁日 (closed weekdays, holidays, year end and dates of its own), 年末年始. A day can be several, or none. */
export const DAY_KINDS = ['holiday', 'closed', 'yearEnd'] as const
export const DayKind = z.enum(DAY_KINDS)
export type DayKind = z.infer<typeof DayKind>

/** The days of the city hall. `openDates` are open whatever else they are, e.g. a Sunday counter. */
export const OfficeCalendar = z.object({
  holidays: z.array(z.object({ date: LocalDate, name: z.string().max(80) })).default([]),
  closedWeekdays: z.array(Weekday).default([]),
  closedDates: z.array(LocalDate).default([]),
  openDates: z.array(LocalDate).default([]),
  /** Both days included; `to` before `from` reaches into the next year. */
  yearEnd: z.object({ from: MonthDay, to: MonthDay }).nullable().default(null),
})
export type OfficeCalendar = z.infer<typeof OfficeCalendar>

/** Local times of one day; `end` at or before `start` is on the next day, and the whole belongs to the day it starts on. */
export const TimeRange = z.object({ start: LocalTime, end: LocalTime })
export type TimeRange = z.infer<typeof TimeRange>

/** Times of day under a name, e.g. 開庁時間, for many entries at once. `exceptions` replace them on their weekdays. */
export const Daypart = z.object({
  id: Id,
  name: z.string().min(1).max(80),
  times: z.array(TimeRange).max(24),
  exceptions: z.array(z.object({ weekdays: z.array(Weekday).min(1), times: z.array(TimeRange).max(24) })).default([]),
})
export type Daypart = z.infer<typeof Daypart>

/** Which days an entry keeps to, by the local day it starts on: one of `only` (null: any), and none of `except`. */
export const DayFilter = z.object({
  only: z.array(DayKind).nullable().default(null),
  except: z.array(DayKind).default([]),
})
export type DayFilter = z.infer<typeof DayFilter>
