import type { Instant, LocalDateTime } from '@akari/protocol'

/** The zone staff of this city hall write times in. */
export const TIME_ZONE = 'Asia/Tokyo'

/** The moment a wall clock of `timeZone` shows `local`. In a gap of summer time the later, in an overlap the first. */
export function toInstant(local: LocalDateTime, timeZone: string): Instant {
  const asUtc = Date.parse(`${local}:00Z`)
  const first = asUtc - offsetMs(asUtc, timeZone)
  return new Date(asUtc - offsetMs(first, timeZone)).toISOString()
}

/** What a wall clock of `timeZone` shows at a moment, to the minute. */
export function toLocal(instant: Instant | number, timeZone: string): LocalDateTime {
  const ms = typeof instant === 'number' ? instant : Date.parse(instant)
  return new Date(ms + offsetMs(ms, timeZone)).toISOString().slice(0, 16)
}

/** The calendar day `days` after a day (`YYYY-MM-DD`). */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Day of the week of a day (`YYYY-MM-DD`), Monday = 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

function offsetMs(ms: number, timeZone: string): number {
  const parts = clockIn(timeZone).formatToParts(ms)
  const part = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((each) => each.type === type)?.value ?? 0)
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(ms / 1000) * 1000
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** The wall clock of a zone; made once, because making one costs a hundred times what asking it does. */
function clockIn(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit'
  const made =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      second: two,
    })
  clocks.set(timeZone, made)
  return made
}
