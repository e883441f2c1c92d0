import type { Id, WayClosure, WayClosureInput, WayClosureView } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { ClosureStore, StoredClosure } from './closures.store.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** As many as a programme carries. */
const MOST_OPEN = 200
const REMEMBERED_MS = 30 * 86_400_000

type Deps = ServiceDeps & {
  store: ClosureStore
  /** The levels of a venue; throws `not-found` where there is none. */
  levelIds: (venueId: Id) => Promise<ReadonlySet<Id>>
  /** Puts closures into the programmes of the displays that stand there, at once. */
  relay: () => Promise<void>
}

/** What cannot be passed in a venue, now or by the calendar. It is on the glass at once, without anybody's approval. */
export function closuresService(deps: Deps) {
  const { store } = deps
  const nowMs = () => deps.now().getTime()
  const openOf = async (venueId: Id): Promise<StoredClosure[]> =>
    (await store.list(venueId)).filter((closure) => stateOf(closure, nowMs()) !== 'over')
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
  const refuseUnknownLevel = async (venueId: Id, { zones }: WayClosureInput): Promise<void> => {
    const known = await deps.levelIds(venueId)
    const unknown = zones.findIndex(({ levelId }) => !known.has(levelId))
    if (unknown === -1) return
    const message = sentence(texts.levelUnknown)
    throw new AppError('malformed', message, [{ path: `zones.${unknown}.levelId`, message }])
  }
  return {
    /** Those in force, then planned ones, then those that are over; each the newest first. */
    list: async (venueId: Id): Promise<WayClosureView[]> => {
      await deps.levelIds(venueId)
      const views = (await store.list(venueId)).map(viewOf)
      return (['inForce', 'planned', 'over'] as const).flatMap((state) => views.filter((view) => view.state === state))
    },
    add: async (venueId: Id, { version: _new, ...said }: WayClosureInput, actor: Actor): Promise<WayClosureView> => {
      await refuseUnknownLevel(venueId, { ...said, version: 0 })
      if ((await openOf(venueId)).length >= MOST_OPEN) {
        throw new AppError('venue-refused', sentence(texts.tooManyClosures, { most: String(MOST_OPEN) }))
      }
      const by = { madeAt: deps.now().toISOString(), madeBy: nameOf(actor) }
      const closure = { ...said, ...by, id: deps.newId(), venueId, version: 1, ended: null }
      await store.insert(closure)
      return changed(actor, 'closure.add', closure)
    },
    change: async (venueId: Id, id: Id, input: WayClosureInput, actor: Actor): Promise<WayClosureView> => {
      await refuseUnknownLevel(venueId, input)
      const { version, ...said } = input
      const closure = { ...(await existing(venueId, id)), ...said, version: version + 1, ended: null }
      if (!(await store.replace(closure, version))) throw new AppError('conflict')
      return changed(actor, 'closure.change', closure)
    },
    /** Opens it again, whatever its calendar says; one that is over stays as it is. */
    end: async (venueId: Id, id: Id, actor: Actor): Promise<WayClosureView> => {
      const held = await existing(venueId, id)
      if (stateOf(held, nowMs()) === 'over') return viewOf(held)
      const ended = { at: deps.now().toISOString(), by: nameOf(actor) }
      const closure = { ...held, version: held.version + 1, ended }
      if (!(await store.replace(closure, held.version))) throw new AppError('conflict')
      return changed(actor, 'closure.end', closure)
    },
    /** In force, or planned. */
    open: async (venueId: Id): Promise<WayClosure[]> => openOf(venueId),
    inForce: async (venueId: Id): Promise<WayClosure[]> =>
      (await store.list(venueId)).filter((closure) => stateOf(closure, nowMs()) === 'inForce'),
    /** Forgets those that have been over for a while. */
    housekeep: async (): Promise<void> => {
      const before = nowMs() - REMEMBERED_MS
      await store.remove(
        (await store.list(null)).filter((closure) => stateOf(closure, before) === 'over').map(({ id }) => id),
      )
    },
  }
}
export type ClosuresService = ReturnType<typeof closuresService>

/** How it is at a moment, Unix time in ms; one that somebody ended is over from then on. */
export function stateOf({ from, until, ended }: StoredClosure, atMs: number): WayClosureView['state'] {
  if (ended !== null && Date.parse(ended.at) <= atMs) return 'over'
  if (until !== null && Date.parse(until) <= atMs) return 'over'
  return from !== null && Date.parse(from) > atMs ? 'planned' : 'inForce'
}
