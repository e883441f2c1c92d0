import type { Instant } from '@akari/protocol'
import { TIME_ZONE, toLocal } from '../../parts/local-time.ts'

/**
 * For each of the moments in their order: does another day begin with it than the one before was on? The first is compared with
 * `startsAt`, the day that the whole is said to be of.
 */
export function dayLines(moments: readonly Instant[], startsAt: Instant): boolean[] {
  const days = [startsAt, ...moments].map((at) => toLocal(at, TIME_ZONE).slice(0, 10))
  return moments.map((_, index) => days[index] !== days[index + 1])
}
