import type { ScheduleRule } from '@akari/protocol'

/** A rule of the city's zone, for tests. */
export function sampleRule(
  start: string,
  durationMinutes: number,
  rrule: string | null,
  more: Partial<ScheduleRule> = {},
): ScheduleRule {
  return { start, durationMinutes, timeZone: 'Asia/Tokyo', rrule, exdates: [], rdates: [], ...more }
}
