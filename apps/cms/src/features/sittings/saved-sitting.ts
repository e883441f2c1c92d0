import { overlapsOf, type Reachable } from '@akari/programme'
import type { SavedSitting, SittingView } from '@akari/protocol'
import { isOver } from './sitting-rules.ts'
import { plannedOf } from './sitting-view.ts'
import type { StoredSitting } from './sittings.store.ts'

/** Names to whoever saved a sitting what of `all` is to come on the same displays at the same time. */
export function savedSitting(
  view: SittingView,
  all: readonly StoredSitting[],
  displays: readonly Reachable[],
  nowMs: number,
): SavedSitting {
  const coming = all
    .filter((each) => !isOver(plannedOf(each), nowMs))
    .map(({ id, plan, standing }) => {
      return { ...plan, id, live: { standing } }
    })
  const overlaps = overlapsOf(view, coming, displays, nowMs).map(
    ({ sitting: { id, title }, startsAt, endsAt, displayIds }) => {
      return { sittingId: id, title, startsAt, endsAt, displayIds }
    },
  )
  return { ...view, overlaps }
}
