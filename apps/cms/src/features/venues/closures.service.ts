import { type Id, MOST_CLOSURES, type WayClosureInput, type WayClosureView } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { refuseOthers } from '../responsibility.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { type ClosureStore, overAt, type StoredClosure } from './closures.store.ts'
import { type Draft, type StandingDisplay, standingIn, type VenueDrafts } from './venue-drafts.ts'
import texts from './venues.texts.json' with { type: 'json' }

const REMEMBERED_MS = 30 * 86_400_000

type Deps = ServiceDeps & {
  store: ClosureStore
  drafts: Pick<VenueDrafts, 'found' | 'shownOf'>
  displays: () => Promise<readonly StandingDisplay[]>
  /** Puts closures into the programmes of the displays that stand there, at once. */
  relay: () => Promise<void>
}

/** What cannot be passed in a venue, now or by the calendar. It is on the glass at once, without anybody's approval. */
export function closuresService(deps: Deps) {
  const { store } = deps
  const nowMs = () => deps.now().getTime()
  const viewOf = (closure: StoredClosure): WayClosureView => {
    const { venueId: _venue, ended, ...said } = closure
    return { ...said, state: stateOf(closure, nowMs()), endedBy: ended?.by ?? null }
  }
  const existing = async (venueId: Id, id: Id): Promise<StoredClosure> => {
    const found = await store.find(venueId, id)
    if (found === null) throw new AppError('not-found')
    return found
  }
  const changed = async (actor: Actor, action: string, closure: StoredClosure): Promise<WayClosureView> => {
    await deps.relay()
    const { venueId, reason, from, until } = closure
    await deps.audit(actor, action, closure.id, { venueId, reason: reason.ja, from, until })
    deps.announce('venues')
    return viewOf(closure)
  }
  /** Editors close and open where they answer for every display; whoever is on duty in a disaster does anywhere. */
  const shownTo = async (actor: Actor, venueId: Id): Promise<Draft> => {
    const shown = await deps.drafts.shownOf(venueId)
    const onDuty = actor.kind === 'user' && actor.role === 'disaster'
    if (!onDuty) refuseOthers(actor, standingIn(shown, await deps.displays()))
    return shown
  }
  const refuseTooMany = async ({ venueId, id }: StoredClosure): Promise<void> => {
    const others = (await store.open(venueId, deps.now())).filter((other) => other.id !== id)
    if (others.length < MOST_CLOSURES) return
    throw new AppError('venue-refused', sentence(texts.tooManyClosures, { most: String(MOST_CLOSURES) }))
  }
  return {
    /** Those in force, then planned ones, then those that are over; each the newest first. */
    list: async (venueId: Id): Promise<WayClosureView[]> => {
      await deps.drafts.found(venueId)
      const views = (await store.list(venueId)).map(viewOf)
      return (['inForce', 'planned', 'over'] as const).flatMap((state) => views.filter((view) => view.state === state))
    },
    add: async (venueId: Id, { version: _new, ...said }: WayClosureInput, actor: Actor): Promise<WayClosureView> => {
      refuseUnknownLevel(await shownTo(actor, venueId), said)
      const by = { madeAt: deps.now().toISOString(), madeBy: nameOf(actor) }
      const closure = { ...said, ...by, id: deps.newId(), venueId, version: 1, ended: null }
      await refuseTooMany(closure)
      await store.insert(closure)
      return changed(actor, 'closure.add', closure)
    },
    /** One that was over is closed again, unless it is given an end that is past. */
    change: async (venueId: Id, id: Id, input: WayClosureInput, actor: Actor): Promise<WayClosureView> => {
      refuseUnknownLevel(await shownTo(actor, venueId), input)
      const { version, ...said } = input
      const closure = { ...(await existing(venueId, id)), ...said, version: version + 1, ended: null }
      await refuseTooMany(closure)
      if (!(await store.replace(closure, version))) throw new AppError('conflict')
      return changed(actor, 'closure.change', closure)
    },
    /** Opens it again, whatever its calendar says; one that is over stays as it is. */
    end: async (venueId: Id, id: Id, actor: Actor): Promise<WayClosureView> => {
      const held = await existing(venueId, id)
      await shownTo(actor, venueId)
      if (stateOf(held, nowMs()) === 'over') return viewOf(held)
      const ended = { at: deps.now().toISOString(), by: nameOf(actor) }
      const closure = { ...held, version: held.version + 1, ended }
      if (!(await store.replace(closure, held.version))) throw new AppError('conflict')
      return changed(actor, 'closure.end', closure)
    },
    /** In force, or planned. */
    open: (venueId: Id): Promise<StoredClosure[]> => store.open(venueId, deps.now()),
    inForce: async (venueId: Id): Promise<StoredClosure[]> =>
      (await store.open(venueId, deps.now())).filter((closure) => stateOf(closure, nowMs()) === 'inForce'),
    /** Forgets those that have been over for a while. */
    housekeep: (): Promise<void> => store.forget(new Date(nowMs() - REMEMBERED_MS)),
  }
}
export type ClosuresService = ReturnType<typeof closuresService>

/** A zone on a level that displays do not have shuts nothing; whatever else a closure names may be unknown, and its report says so. */
function refuseUnknownLevel({ plan }: Draft, { zones }: Pick<WayClosureInput, 'zones'>): void {
  const unknown = zones.findIndex(({ levelId }) => !plan.levels.some((level) => level.id === levelId))
  if (unknown === -1) return
  const message = sentence(texts.levelUnknown)
  throw new AppError('malformed', message, [{ path: `zones.${unknown}.levelId`, message }])
}

/** How it is at a moment, Unix time in ms. */
function stateOf(closure: StoredClosure, atMs: number): WayClosureView['state'] {
  const over = overAt(closure)
  if (over !== null && Date.parse(over) <= atMs) return 'over'
  return closure.from !== null && Date.parse(closure.from) > atMs ? 'planned' : 'inForce'
}
