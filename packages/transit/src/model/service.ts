/** On which days something runs (calendar.txt, calendar_dates.txt). Days are counted from 1970-01-01. */
export type Service = {
  id: string
  /** Bit 0 is Monday. */
  weekdays: number
  from: number
  until: number
  added: ReadonlySet<number>
  removed: ReadonlySet<number>
}

/** Whether the service runs on this day; exceptions outdo the week. */
export function runsOn({ weekdays, from, until, added, removed }: Service, day: number): boolean {
  if (removed.has(day)) return false
  if (added.has(day)) return true
  return day >= from && day <= until && ((weekdays >> weekdayOf(day)) & 1) === 1
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/** The first and the last day on which any of the services runs; null where none ever does. */
export function spanOf(services: readonly Service[]): { first: number; last: number } | null {
  let [first, last] = [Infinity, -Infinity]
  for (const service of services) {
    for (const day of service.added) {
      if (service.removed.has(day)) continue
      first = Math.min(first, day)
      last = Math.max(last, day)
    }
    first = Math.min(first, edgeOf(service, service.from, 1))
    last = Math.max(last, edgeOf(service, service.until, -1))
  }
  return first <= last ? { first, last } : null
}

/** The first day from `day` on in this direction on which the week has it run: at most the removed days are passed over. */
function edgeOf(service: Service, day: number, step: 1 | -1): number {
  if (service.weekdays === 0) return step * Infinity
  for (let at = day; at >= service.from && at <= service.until; at += step) if (runsOn(service, at)) return at
  return step * Infinity
}
