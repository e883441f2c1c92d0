import { isAimless } from '@akari/programme'
import type { SittingView } from '@akari/protocol'
import { isInProgrammes, isOver, type PlannedSitting, shownTimes } from './sitting-rules.ts'
import type { ByHand } from './sitting-screens.ts'
import type { StoredSitting } from './sittings.store.ts'

/** As staff see it; `byHand`: what people did to its showing. */
export function sittingView(sitting: StoredSitting, byHand: ByHand, nowMs: number): SittingView {
  const { id, captionsId, plan, version, standing, last, liveVersion, updatedAt } = sitting
  const planned = plannedOf(sitting)
  const { startsMs, endsMs } = shownTimes(planned, nowMs)
  return {
    ...plan,
    id,
    captionsId,
    version,
    updatedAt,
    live: {
      version: liveVersion,
      standing,
      last: last === null ? null : { step: last.step, by: last.by, at: last.at },
      undoes: last?.undoes ?? null,
    },
    shown:
      !isAimless(plan.targets) && nowMs < endsMs
        ? { startsAt: new Date(startsMs).toISOString(), endsAt: new Date(endsMs).toISOString() }
        : null,
    ...byHand,
    isOver: isOver(planned, nowMs),
  }
}

/** As its rules look at it. */
export function plannedOf({ plan, standing }: Pick<StoredSitting, 'plan' | 'standing'>): PlannedSitting {
  return { ...plan, standing }
}

/** Is its takeover to be in the programmes of displays now? */
export function isToBeShown(sitting: StoredSitting, nowMs: number): boolean {
  return !isAimless(sitting.plan.targets) && isInProgrammes(plannedOf(sitting), nowMs)
}
