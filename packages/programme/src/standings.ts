import type { Id } from '@akari/protocol'
import type { Absence } from './absence.ts'
import { type Everyday, scheduled } from './everyday.ts'
import type { Moment, Plan } from './member.ts'
import type { BehindBecause, Reason } from './reasons.ts'
import { tickerAt } from './ticker.ts'

/** It is due, and another has the glass. */
export type Behind = { code: 'behind'; entryId: Id; because: BehindBecause; by: Id }

/**
 * `shown`: it has the glass; `ready`: it would have it, were nothing above it; `behind`: it is due, and others go first or it
 * is not its turn; `out`: it has nothing to do with this moment, or nothing to show.
 */
export type Standing = 'shown' | 'ready' | 'behind' | 'out'

/** Where one entry stands that is due, or cannot be followed, and why. */
export type Stands = { standing: Standing; why: Reason | Behind | Absence }

/** Where those entries stand that have something to do with a moment, as if nothing above the schedule were on. */
export function standingsAt(plan: Plan, moment: Moment): { below: Everyday; entries: Map<Id, Stands> } {
  const below = scheduled(plan, moment)
  const line = tickerAt(plan, moment)
  const entries = new Map<Id, Stands>()
  const put = (id: Id, stands: Stands): void => {
    if (!entries.has(id)) entries.set(id, stands)
  }
  const all = [...below.reasons, ...line.reasons]
  for (const why of all) {
    const stands = standingOf(why)
    if (stands !== null && 'entryId' in why && why.entryId !== null) put(why.entryId, { standing: stands, why })
  }
  for (const why of all) {
    if (why.code !== 'entry-wins' && why.code !== 'interrupt-plays') continue
    for (const { entryId, because } of why.over) {
      put(entryId, { standing: 'behind', why: { code: 'behind', entryId, because, by: why.entryId } })
    }
  }
  return { below, entries }
}

/** Where the entry stands that a reason is about; null: it is about none. */
function standingOf(why: Reason): Standing | null {
  switch (why.code) {
    case 'entry-wins':
    case 'interrupt-plays':
    case 'ticker-shown':
      return 'ready'
    case 'interrupt-waits':
    case 'entry-waits':
      return 'behind'
    case 'condition-not-met':
    case 'entry-dropped':
    case 'entry-has-nothing-to-show':
    case 'rule-not-followed':
      return 'out'
    case 'alerts-take-over':
    case 'alert-not-shown':
    case 'on-battery':
    case 'takeover-wins':
    case 'takeover-has-nothing-to-show':
    case 'takeover-behind':
    case 'takeover-behind-session':
    case 'takeover-waits':
    case 'outside-hours':
    case 'visit-holds':
    case 'sound-on':
    case 'sound-off':
    case 'items-not-valid':
    case 'no-entry-due':
    case 'schedule-not-unrolled':
    case 'clock-unknown':
    case 'default-playlist':
    case 'default-has-nothing-to-show':
    case 'no-default-playlist':
    case 'no-programme':
      return null
  }
}
