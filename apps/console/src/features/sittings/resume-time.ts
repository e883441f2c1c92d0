import { TIME_ZONE, toInstant, toLocal } from '../../parts/local-time.ts'

const DAY_MS = 86_400_000
/** A recess over midnight ends in the small hours; what is further away was meant as a time of today. */
const OVER_MIDNIGHT_MS = 6 * 3600_000

/** When (ms) the clock next shows `time` (`HH:MM`, empty: null), up to six hours over midnight; `past` for what is over today. */
export function resumeTime(time: string, nowMs: number): number | 'past' | null {
  if (time === '') return null
  const today = Date.parse(toInstant(`${toLocal(nowMs, TIME_ZONE).slice(0, 10)}T${time}`, TIME_ZONE))
  if (today > nowMs) return today
  const tomorrow = today + DAY_MS
  return tomorrow - nowMs <= OVER_MIDNIGHT_MS ? tomorrow : 'past'
}
