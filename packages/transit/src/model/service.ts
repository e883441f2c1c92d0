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
export function runsOn(service: Service, day: number): boolean {
  return !service.removed.has(day) && (service.added.has(day) || isInWeek(service, day))
}

function isInWeek({ weekdays, from, until }: Service, day: number): boolean {
  return day >= from && day <= until && ((weekdays >> weekdayOf(day)) & 1) === 1
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7
}

/**
 * The first and the last day of which any of the services speaks; null where none ever runs. A week counts from its first day to its last,
 * for buses that run on weekdays only are not over on Saturday; one that never runs says nothing.
 */
export function spanOf(services: readonly Service[]): { first: number; last: number } | null {
  let [first, last] = [Infinity, -Infinity]
  const count = (day: number) => {
    first = Math.min(first, day)
    last = Math.max(last, day)
  }
  for (const service of services) {
    for (const day of service.added) if (!service.removed.has(day)) count(day)
    if (weekRuns(service)) {
      count(service.from)
      count(service.until)
    }
  }
  return first <= last ? { first, last } : null
}

/** Whether there is a day on which the week has it run. */
function weekRuns(service: Service): boolean {
  if (service.weekdays === 0) return false
  for (let day = service.from; day <= service.until; day++)
    if (isInWeek(service, day) && !service.removed.has(day)) return true
  return false
}
