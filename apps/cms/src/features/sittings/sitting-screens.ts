import type { EntryTargets, Id, Instant, SittingScene, SittingView } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { isInSession, shownTimes } from './sitting-rules.ts'
import { isToBeShown, plannedOf } from './sitting-view.ts'
import type { StoredSitting } from './sittings.store.ts'

/** A takeover that another feature keeps under an id of its own, as it is to be from now on. */
export type HeldTakeover = {
  id: Id
  name: string
  scene: SittingScene
  targets: EntryTargets
  startsAt: Instant
  endsAt: Instant
  noticeSeconds: number
  /** Never heard. */
  silent: boolean
  /** Open, recess included, or its words before and after: these give way to another sitting that is open. */
  sitting: 'inSession' | 'card'
  /** Since when it is closed. */
  adjournedAt?: Instant
}

/** Who lets a scene take over displays. `anew`: also where a person had ended it before its time. */
export type HoldTakeover = {
  hold: (held: HeldTakeover, actor: Actor, anew: boolean) => Promise<void>
  release: (id: Id, actor: Actor) => Promise<void>
  /** Lets it come before all others that have begun. */
  bringForward: (id: Id, actor: Actor) => Promise<void>
  /** Who ended it before its time, and when somebody last let it come before others; null: nobody. */
  byHand: (id: Id) => Promise<{ endedBy: string | null; broughtAt: Instant | null }>
}

/** What people did to its showing, see SittingView. */
export type ByHand = Pick<SittingView, 'takenOffBy' | 'broughtAt'>

const LONGEST_NAME = 120
/** Whoever looks a way up at a kiosk is not cut off by a countdown. */
const NOTICE_SECONDS = 60

/** Keeps the takeovers of sittings as these stand. What this server already did is not asked of the database again. */
export function sittingScreens({ takeovers, now }: { takeovers: HoldTakeover; now: () => Date }) {
  const held = new Map<Id, string>()

  return {
    /** `anew`: a person says so now. */
    follow: async (sitting: StoredSitting, actor: Actor, anew: boolean): Promise<void> => {
      const wanted = isToBeShown(sitting, now().getTime()) ? takeoverOf(sitting, now().getTime()) : null
      const text = JSON.stringify(wanted)
      if (held.get(sitting.id) === text && !anew) return
      if (wanted === null) await takeovers.release(sitting.id, actor)
      else await takeovers.hold(wanted, actor, anew)
      held.set(sitting.id, text)
    },
    bringForward: (id: Id, actor: Actor): Promise<void> => takeovers.bringForward(id, actor),
    /** While it is to be shown: who took it off its displays, and when somebody last let it come before others; null: nobody. */
    byHand: async (sitting: StoredSitting): Promise<ByHand> => {
      if (!isToBeShown(sitting, now().getTime())) return { takenOffBy: null, broughtAt: null }
      const { endedBy, broughtAt } = await takeovers.byHand(sitting.id)
      return { takenOffBy: endedBy, broughtAt }
    },
    release: async (id: Id, actor: Actor): Promise<void> => {
      await takeovers.release(id, actor)
      held.delete(id)
    },
  }
}
export type SittingScreens = ReturnType<typeof sittingScreens>

function takeoverOf(sitting: StoredSitting, nowMs: number): HeldTakeover {
  const { id, captionsId, plan, standing } = sitting
  const { title, streamId, targets } = plan
  const { startsMs, endsMs } = shownTimes(plannedOf(sitting), nowMs)
  return {
    id,
    name: title.ja.slice(0, LONGEST_NAME),
    scene: { kind: 'sitting', title, sittingId: id, streamId, captionsId },
    targets,
    startsAt: new Date(startsMs).toISOString(),
    endsAt: new Date(endsMs).toISOString(),
    noticeSeconds: NOTICE_SECONDS,
    silent: plan.silent ?? false,
    sitting: isInSession(sitting) ? 'inSession' : 'card',
    ...(standing.adjournedAt !== null && { adjournedAt: standing.adjournedAt }),
  }
}
