import { type Reachable, reaches } from '@akari/programme'
import type { Id, SittingView } from '@akari/protocol'

/** Another sitting that some displays show once this one leaves them. */
export type Follower = { sitting: SittingView; displayIds: Id[] }

/** What follows a sitting that is closed now, when its closing words are over; displays without one go back to the schedule. `nowMs` is Unix time. */
export function followersOf(
  sitting: SittingView,
  all: readonly SittingView[],
  displays: readonly Reachable[],
  nowMs: number,
): Follower[] {
  const leavesMs = nowMs + sitting.afterMinutes * 60_000
  const own = displays.filter((display) => reaches(sitting.targets, display))
  return all
    .filter(({ id, shown, takenOffBy }) => {
      if (id === sitting.id || shown === null || takenOffBy !== null) return false
      return Date.parse(shown.startsAt) <= leavesMs && leavesMs < Date.parse(shown.endsAt)
    })
    .map((other) => ({
      sitting: other,
      displayIds: own.filter((display) => reaches(other.targets, display)).map(({ id }) => id),
    }))
    .filter(({ displayIds }) => displayIds.length > 0)
}
