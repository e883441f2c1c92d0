import type { EntryTargets, Id, TakeoverInput, TakeoverPatch, TakeoverView } from '@akari/protocol'
import { type Actor, nameOf } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence, type Sentence } from '../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { StoredTakeover, TakeoverStore } from './takeovers.store.ts'
import texts from './takeovers.texts.json' with { type: 'json' }

export type TakeoversService = ReturnType<typeof takeoversService>

const REMEMBERED = 50
const LONGEST_MS = 31 * 86_400_000

/**
 * 割込み: a playlist before everything but an emergency, published at once and alone. Writes throw `malformed` for times that
 * are over or too long, an empty or unknown playlist and displays that are none; `not-yours` for displays that somebody else
 * answers for; `conflict` on an old version or one that is over; `not-found`.
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
  const view = ({ playlist, isOpen, ...takeover }: StoredTakeover): TakeoverView => {
    const now = deps.now().getTime()
    const isOver = !isOpen || Date.parse(takeover.endsAt) <= now
    const state = isOver ? 'ended' : Date.parse(takeover.startsAt) > now ? 'planned' : 'running'
    return { ...takeover, playlistName: playlist.name, state }
  }
  const existing = async (id: Id): Promise<StoredTakeover> => {
    const found = await store.find(id)
    if (found === null) throw new AppError('not-found')
    return found
  }
  const changed = async (id: Id): Promise<TakeoverView> => {
    await deps.publish()
    deps.announce('schedule')
    return view(await existing(id))
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
      await store.insert(takeover)
      const { id, name, startsAt, endsAt } = takeover
      await deps.audit(actor, 'takeover.start', id, { name, playlist: playlist.name, startsAt, endsAt })
      return changed(id)
    },
    change: async (id: Id, { endsAt, version }: TakeoverPatch, actor: Actor): Promise<TakeoverView> => {
      const held = await existing(id)
      await deps.reachedBy(actor, held.targets)
      refuseBadEnd(Date.parse(endsAt), Math.max(Date.parse(held.startsAt), deps.now().getTime()))
      if (!(await store.setEnd(id, new Date(endsAt).toISOString(), version))) throw new AppError('conflict')
      await deps.audit(actor, 'takeover.change', id, { name: held.name, endsAt })
      return changed(id)
    },
    /** At once; one that is over stays over. */
    end: async (id: Id, actor: Actor): Promise<TakeoverView> => {
      const held = await existing(id)
      await deps.reachedBy(actor, held.targets)
      if (await store.end(id, nowIso(), nameOf(actor))) {
        await deps.audit(actor, 'takeover.end', id, { name: held.name })
      }
      return changed(id)
    },
    /** Takes those whose end has come out of the programmes, and puts right what a failure or another server left. */
    housekeep: async (): Promise<void> => {
      await store.closeOver(nowIso())
      await deps.publish()
    },
  }
}

function refuseBadEnd(endsMs: number, startsMs: number): void {
  if (endsMs <= startsMs) throw bad('endsAt', texts.endsBefore)
  if (endsMs - startsMs > LONGEST_MS) throw bad('endsAt', texts.tooLong)
}

function bad(path: string, text: Sentence): AppError {
  return new AppError('malformed', sentence(text), [{ path, message: sentence(text) }])
}
