import type { LocalDate } from '@akari/protocol'

const DAY_MS = 86_400_000

/** The weeks that a month touches, each from Sunday to Saturday, with the days of the months beside it. */
export function monthLeaf(date: LocalDate): LocalDate[][] {
  const first = Date.parse(`${date.slice(0, 7)}-01T00:00:00Z`)
  const begins = first - new Date(first).getUTCDay() * DAY_MS
  const weeks: LocalDate[][] = []
  for (let at = begins; at < nextMonth(first); at += 7 * DAY_MS)
    weeks.push(Array.from({ length: 7 }, (_, day) => dateOf(at + day * DAY_MS)))
  return weeks
}

/** The date some days later, or earlier. */
export function daysAfter(date: LocalDate, days: number): LocalDate {
  return dateOf(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS)
}

function nextMonth(firstMs: number): number {
  const first = new Date(firstMs)
  return Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1)
}

function dateOf(ms: number): LocalDate {
  return new Date(ms).toISOString().slice(0, 10)
}
