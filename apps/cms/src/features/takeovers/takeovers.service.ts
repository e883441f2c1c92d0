import type { EntryTargets, Id, SentWay, TakeoverInput, TakeoverPatch, TakeoverView } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence, type Sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { heldTakeovers } from './held-takeovers.ts'
import type { StoredTakeover, TakeoverStore } from './takeovers.store.ts'
import texts from './takeovers.texts.json' with { type: 'json' }

export type TakeoversService = ReturnType<typeof takeoversService>

const REMEMBERED = 50
const LONGEST_MS = 31 * 86_400_000
const LONGEST_NAME = 120
/** Longer than any is shown: it begins anew for nobody. */
const WAY_SECONDS = 86_400

/** A way as it is sent: to one display, for so long from now. */
export type WayForDisplay = { displayId: Id; way: SentWay; forMs: number }

/**
 * 割込み: a playlist before everything but an emergency, published at once and alone. Writes throw `malformed` for times that
 * are over or too long, an empty or unknown playlist and displays that are none; `not-yours` for displays that somebody else
 * answers for; `conflict` on an old version or one that is over; `not-found`. A way that staff send to a display is one as well.
 */
export function takeoversService(
  deps: ServiceDeps & {
    store: TakeoverStore
    playlist: (id: Id) => Promise<StoredTakeover['playlist'] | null>
    /** How many displays are reached; throws `not-yours` unless the actor answers for every one. */
    reachedBy: (actor: Actor, targets: EntryTargets) => Promise<number>
    /** Makes the pictures it needs, so that what goes out is not the large originals. */
    prepare: (takeover: Pick<StoredTakeover, 'targets' | 'playlist'>) => Promise<void>
    /** Brings what is published into line with the takeovers that are open, and says so. */
    publish: () => Promise<void>
  },
) {
  const { store } = deps
  const nowIso = () => deps.now().toISOString()
  const view = ({
    playlist,
    isOpen,
    sitting: _sitting,
    adjournedAt: _adjournedAt,
    broughtAt: _broughtAt,
    ...takeover
  }: StoredTakeover): TakeoverView => {
    const now = deps.now().getTime()
    const isOver = !isOpen || Date.parse(takeover.endsAt) <= now
    const state = isOver ? 'ended' : Date.parse(takeover.startsAt) > now ? 'planned' : 'running'
    return { ...takeover, playlistName: playlist.name, way: wayOf(playlist), state }
  }
  const existing = async (id: Id): Promise<StoredTakeover> => {
    const found = await store.find(id)
    if (found === null) throw new AppError('not-found')
    return found
  }
  const existingWay = async (id: Id): Promise<StoredTakeover> => {
    const found = await existing(id)
    if (wayOf(found.playlist) === null) throw new AppError('not-found')
    return found
  }
  const changed = async (id: Id): Promise<TakeoverView> => {
    await deps.publish()
    deps.announce('schedule')
    return view(await existing(id))
  }
  const begun = async (takeover: StoredTakeover, actor: Actor): Promise<TakeoverView> => {
    await store.insert(takeover)
    const { id, name, playlist, startsAt, endsAt } = takeover
    const way = wayOf(playlist)
    const shown = way === null ? { playlist: playlist.name } : { way: way.placeId, profile: way.profile }
    await deps.audit(actor, 'takeover.start', id, { name, ...shown, startsAt, endsAt })
    return changed(id)
  }
  const endNow = async ({ id, name }: StoredTakeover, actor: Actor): Promise<void> => {
    if (await store.end(id, nowIso(), nameOf(actor))) await deps.audit(actor, 'takeover.end', id, { name })
  }
  return {
    /** Open ones by start, then those that are over, the latest first. */
    list: async (): Promise<TakeoverView[]> => [...(await store.open()), ...(await store.over(REMEMBERED))].map(view),
    /** As programmes need them. */
    open: () => store.open(),
    start: async (input: TakeoverInput, actor: Actor): Promise<TakeoverView> => {
      const now = deps.now().getTime()
      const startsMs = Math.max(now, input.startsAt === null ? now : Date.parse(input.startsAt))
      refuseBadEnd(Date.parse(input.endsAt), startsMs)
      const playlist = await deps.playlist(input.playlistId)
      if (playlist === null) throw bad('playlistId', texts.playlistMissing)
      if (playlist.items.length === 0) throw bad('playlistId', texts.playlistEmpty)
      if ((await deps.reachedBy(actor, input.targets)) === 0) throw bad('targets', texts.noDisplay)
      const takeover: StoredTakeover = {
        ...input,
        id: deps.newId(),
        startsAt: new Date(startsMs).toISOString(),
        endsAt: new Date(input.endsAt).toISOString(),
        playlist,
        startedBy: nameOf(actor),
        startedAt: nowIso(),
        endedBy: null,
        isOpen: true,
        version: 1,
      }
      await deps.prepare(takeover)
      return begun(takeover, actor)
    },
    /** Shows a way on a display, in place of the one that was sent there before. */
    sendWay: async ({ displayId, way, forMs }: WayForDisplay, actor: Actor): Promise<TakeoverView> => {
      const targets = { displayIds: [displayId], groups: [] }
      if ((await deps.reachedBy(actor, targets)) === 0) throw new AppError('not-found')
      for (const former of await store.open()) {
        if (wayOf(former.playlist) === null || !former.targets.displayIds.includes(displayId)) continue
        await endNow(former, actor)
      }
      const id = deps.newId()
      return begun(
        {
          id,
          name: way.title.ja.slice(0, LONGEST_NAME),
          playlistId: id,
          playlist: playlistOf(id, way),
          targets,
          startsAt: nowIso(),
          endsAt: new Date(deps.now().getTime() + forMs).toISOString(),
          noticeSeconds: 0,
          startedBy: nameOf(actor),
          startedAt: nowIso(),
          endedBy: null,
          isOpen: true,
          version: 1,
        },
        actor,
      )
    },
    /** Takes a way back that was sent; `not-found` for any other takeover. */
    endWay: async (id: Id, actor: Actor): Promise<TakeoverView> => {
      const held = await existingWay(id)
      await deps.reachedBy(actor, held.targets)
      await endNow(held, actor)
      return changed(id)
    },
    ...heldTakeovers({ ...deps, begin: begun, end: endNow, changed }),
    change: async (id: Id, { endsAt, version }: TakeoverPatch, actor: Actor): Promise<TakeoverView> => {
      const held = await existing(id)
      await deps.reachedBy(actor, held.targets)
      if (held.playlist.items[0]?.scene.kind === 'sitting') throw bad('endsAt', texts.ofSitting)
      refuseBadEnd(Date.parse(endsAt), Math.max(Date.parse(held.startsAt), deps.now().getTime()))
      if (!(await store.setEnd(id, new Date(endsAt).toISOString(), version))) throw new AppError('conflict')
      await deps.audit(actor, 'takeover.change', id, { name: held.name, endsAt })
      return changed(id)
    },
    /** At once; one that is over stays over. */
    end: async (id: Id, actor: Actor): Promise<TakeoverView> => {
      const held = await existing(id)
      await deps.reachedBy(actor, held.targets)
      await endNow(held, actor)
      return changed(id)
    },
    /** Takes those whose end has come out of the programmes, and puts right what a failure or another server left. */
    housekeep: async (): Promise<void> => {
      await store.closeOver(nowIso())
      await deps.publish()
    },
  }
}

/** The playlist of a takeover that shows a way and nothing else. */
function playlistOf(id: Id, way: SentWay): StoredTakeover['playlist'] {
  const item = { id, seconds: WAY_SECONDS, scene: { kind: 'way' as const, ...way }, validFrom: null, validUntil: null }
  return { id, name: way.title.ja.slice(0, LONGEST_NAME), items: [item] }
}

function wayOf({ items }: Pick<StoredTakeover['playlist'], 'items'>): SentWay | null {
  const [first] = items
  if (first?.scene.kind !== 'way' || items.length > 1) return null
  const { kind: _kind, ...way } = first.scene
  return way
}

function refuseBadEnd(endsMs: number, startsMs: number): void {
  if (endsMs <= startsMs) throw bad('endsAt', texts.endsBefore)
  if (endsMs - startsMs > LONGEST_MS) throw bad('endsAt', texts.tooLong)
}

function bad(path: string, text: Sentence): AppError {
  return new AppError('malformed', sentence(text), [{ path, message: sentence(text) }])
}
