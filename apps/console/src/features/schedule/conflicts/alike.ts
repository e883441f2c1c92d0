import type { ScheduleConflict } from '@akari/protocol'
import { TIME_ZONE, toLocal } from '../../../parts/local-time.ts'

/** Conflicts of the same entries at the same time of day on the same displays: the first, and how many there are. */
export type Alike = { first: ScheduleConflict; times: number }

/** Told once for all days on which it is the same; those that take something away from somebody first. */
export function alike(conflicts: readonly ScheduleConflict[]): Alike[] {
  const groups = new Map<string, Alike>()
  for (const conflict of conflicts) {
    const key = keyOf(conflict)
    const known = groups.get(key)
    if (known === undefined) groups.set(key, { first: conflict, times: 1 })
    else known.times += 1
  }
  const takes = ({ first }: Alike): number => (first.behind.length > 0 ? 0 : 1)
  return [...groups.values()].sort((a, b) => takes(a) - takes(b))
}

function keyOf({ from, to, displayIds, part, shown, behind, mixed }: ScheduleConflict): string {
  const clock = (at: string): string => toLocal(at, TIME_ZONE).slice(11)
  const ids = (sides: readonly { entryId: string }[]): string => sides.map(({ entryId }) => entryId).join(' ')
  return [clock(from), clock(to), part, [...displayIds].sort().join(' '), ids(shown), ids(behind), ids(mixed)].join('|')
}
