import { dateText } from '../import/fields.ts'
import type { ImportedTimetable } from '../import/import-timetable.ts'
import type { ImportProblem } from '../import/import-problem.ts'
import { READING } from '../import/languages.ts'
import { spanOf } from '../model/service.ts'
import { localDay } from '../model/service-days.ts'
import type { Timetable } from '../model/timetable.ts'
import { type ProblemCode, problemText } from './problem-words.ts'

/** What staff should know of a timetable at a moment; the same members where nothing could be read. Dates are `2026-11-28`. */
export type TimetableReport = {
  stops: number
  routes: number
  trips: number
  stopTimes: number
  languages: string[]
  validFrom: string | null
  validTo: string | null
  expired: boolean
  warnings: ImportProblem[]
}

const SOON_DAYS = 14
const FIRST_LANGUAGES = ['ja', READING, 'en']

export function timetableReport({ timetable, counts, problems }: ImportedTimetable, epochMs: number): TimetableReport {
  if (timetable === null)
    return { ...counts, languages: [], validFrom: null, validTo: null, expired: false, warnings: problems }
  const { validFrom, validTo, timeZone } = timetable
  const today = localDay(epochMs, timeZone)
  const expired = validTo !== null && validTo < today
  const warnings = [...problems]
  const warn = (code: ProblemCode, day: number) => {
    const values = { file: saidBy(timetable, day), count: '1', detail: dateText(day) }
    warnings.push({ code, file: values.file, count: 1, detail: values.detail, text: problemText(code, values) })
  }
  if (validTo !== null && expired) warn('feed-expired', validTo)
  else if (validTo !== null && validTo - today < SOON_DAYS) warn('feed-expires-soon', validTo)
  if (validFrom !== null && validFrom > today) warn('feed-not-yet-valid', validFrom)
  return {
    ...counts,
    languages: inOrder(timetable.languages),
    validFrom: validFrom === null ? null : dateText(validFrom),
    validTo: validTo === null ? null : dateText(validTo),
    expired,
    warnings,
  }
}

/** Which table limits the timetable on this day. */
function saidBy({ services, trips }: Timetable, day: number): string {
  const used = new Set(trips.service)
  const span = spanOf(services.filter((_service, n) => used.has(n)))
  return span?.first === day || span?.last === day ? 'calendar.txt' : 'feed_info.txt'
}

/** Japanese, its reading and English first, the others by the alphabet. */
function inOrder(languages: readonly string[]): string[] {
  const rank = (language: string) =>
    (FIRST_LANGUAGES.indexOf(language) + FIRST_LANGUAGES.length + 1) % (FIRST_LANGUAGES.length + 1)
  return languages.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}
