import type { OperatingHours, Programme, TimeRange } from '@akari/protocol'
import { Temporal } from 'temporal-polyfill'
import { type DayKindsOf, weekdayOf } from './calendar.ts'
import { spanOf } from './rule-days.ts'

/** A stretch of time, half open. */
export type Span = { startsAtMs: number; endsAtMs: number }

/**
 * When a display is on between two moments, sorted and apart from each other; null: always, also when nobody knows the zone.
 * Opening times that reach into the next day belong to the day they start on.
 */
export function openSpans(
  programme: Pick<Programme, 'hours' | 'timeZone'>,
  dayKinds: DayKindsOf,
  fromMs: number,
  toMs: number,
): Span[] | null {
  const { hours, timeZone } = programme
  if (hours === undefined || hours === null || fromMs >= toMs) return null
  try {
    const last = dateOf(toMs, timeZone).add({ days: 1 })
    const spans: Span[] = []
    let date = dateOf(fromMs, timeZone).subtract({ days: 1 })
    for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
      for (const range of openTimesOn(hours, date.toString(), dayKinds)) {
        const { start, end } = spanOf(date.toString(), range)
        spans.push({ startsAtMs: momentOf(start, timeZone), endsAtMs: momentOf(end, timeZone) })
      }
    }
    return joined(spans)
  } catch {
    return null
  }
}

/** Is a moment within some span, and when does that change (Infinity: not by these spans)? */
export function withinAt(spans: readonly Span[], ms: number): { within: boolean; changesAtMs: number } {
  const next = spans.find(({ endsAtMs }) => endsAtMs > ms)
  if (next === undefined) return { within: false, changesAtMs: Number.POSITIVE_INFINITY }
  const within = next.startsAtMs <= ms
  return { within, changesAtMs: within ? next.endsAtMs : next.startsAtMs }
}

/** The times of a local date: of the first exception that names a kind of the day, otherwise of its weekday. */
export function openTimesOn(hours: OperatingHours, date: string, dayKinds: DayKindsOf): readonly TimeRange[] {
  const kinds = dayKinds(date)
  const exception = hours.exceptions.find(({ days }) => days.some((kind) => kinds.has(kind)))
  if (exception !== undefined) return exception.times
  const weekday = weekdayOf(date)
  return hours.weekly.filter(({ weekdays }) => weekdays.includes(weekday)).flatMap(({ times }) => times)
}

/** The same time in spans that are sorted and apart from each other. */
export function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = []
  for (const span of spans.toSorted((a, b) => a.startsAtMs - b.startsAtMs)) {
    const last = apart.at(-1)
    if (last !== undefined && span.startsAtMs <= last.endsAtMs) {
      apart[apart.length - 1] = { ...last, endsAtMs: Math.max(last.endsAtMs, span.endsAtMs) }
    } else apart.push(span)
  }
  return apart
}

function dateOf(ms: number, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate()
}

function momentOf(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
}
