import type { DraftScene, EntryTargets, Id, Instant, ProgrammeTakeover, TakeoverView } from '@akari/protocol'
import { isDeepStrictEqual } from 'node:util'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import type { Audit } from '../service-deps.ts'
import type { StoredTakeover, TakeoverStore } from './takeovers.store.ts'

/** A takeover that another feature keeps under an id of its own: one scene, as long as it says. */
type Held = {
  id: Id
  name: string
  scene: DraftScene
  targets: EntryTargets
  startsAt: Instant
  endsAt: Instant
  noticeSeconds: number
  silent: boolean
  sitting: NonNullable<ProgrammeTakeover['sitting']>
  adjournedAt?: Instant
}

type Deps = {
  store: TakeoverStore
  now: () => Date
  audit: Audit
  begin: (takeover: StoredTakeover, actor: Actor) => Promise<TakeoverView>
  end: (takeover: StoredTakeover, actor: Actor) => Promise<void>
  changed: (id: Id) => Promise<TakeoverView>
}

/** Longer than any is shown: it begins anew for nobody. */
const SCENE_SECONDS = 86_400

/** Takeovers that are kept in line with something else: sittings. Nobody is asked whether they may: whoever calls has judged that. */
export function heldTakeovers({ store, now, audit, begin, end, changed }: Deps) {
  return {
    /**
     * Begins it, or makes it as it is to be from now on. One that a person ended before its time stays so, unless a person wants it
     * `anew`.
     */
    hold: async (held: Held, actor: Actor, anew: boolean): Promise<void> => {
      const before = await store.find(held.id)
      const takeover: StoredTakeover = {
        ...shownBy(held),
        ...begunBy(held, before?.broughtAt),
        startedBy: before?.startedBy ?? nameOf(actor),
        startedAt: before?.startedAt ?? now().toISOString(),
        endedBy: null,
        isOpen: true,
        version: (before?.version ?? 0) + 1,
      }
      if (before === null) return void (await begin(takeover, actor))
      if (before.endedBy !== null && !anew) return
      if (before.isOpen && isDeepStrictEqual(takeover, { ...before, version: takeover.version })) return
      if (!(await store.replace(takeover, before.version))) throw new AppError('conflict')
      const { name, startsAt, endsAt } = takeover
      await audit(actor, 'takeover.change', held.id, { name, startsAt, endsAt })
      await changed(held.id)
    },
    /** Lets it come before all others that have begun: it begins now. Where it is not open, nothing is done. */
    bringForward: async (id: Id, actor: Actor): Promise<void> => {
      const before = await store.find(id)
      if (before === null || !before.isOpen) return
      const startsAt = now().toISOString()
      const takeover = { ...before, startsAt, broughtAt: startsAt, version: before.version + 1 }
      if (!(await store.replace(takeover, before.version))) throw new AppError('conflict')
      const { name, endsAt } = takeover
      await audit(actor, 'takeover.change', id, { name, startsAt, endsAt })
      await changed(id)
    },
    /** What people did to it: who ended it before its time, and when somebody last let it come before others; null: nobody, or there is none. */
    byHand: async (id: Id): Promise<{ endedBy: string | null; broughtAt: Instant | null }> => {
      const held = await store.find(id)
      return { endedBy: held?.endedBy ?? null, broughtAt: held?.broughtAt ?? null }
    },
    /** Ends it where it is open. */
    release: async (id: Id, actor: Actor): Promise<void> => {
      const held = await store.find(id)
      if (held === null || !held.isOpen) return
      await end(held, actor)
      await changed(id)
    },
  }
}

function begunBy({ startsAt }: Held, broughtAt: Instant | undefined): Pick<StoredTakeover, 'startsAt' | 'broughtAt'> {
  if (broughtAt === undefined) return { startsAt }
  return { startsAt: broughtAt > startsAt ? broughtAt : startsAt, broughtAt }
}

function shownBy({ scene, silent, ...held }: Held) {
  const { id, name } = held
  const item = { id, seconds: SCENE_SECONDS, scene, validFrom: null, validUntil: null, ...(silent && { silent }) }
  return { ...held, playlistId: id, playlist: { id, name, items: [item] } }
}
