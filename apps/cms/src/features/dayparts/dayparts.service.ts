import { overlappingRange } from '@akari/programme'
import type { Daypart, DaypartInput, DaypartView, EntryView, Id } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { DaypartStore, StoredDaypart } from './dayparts.store.ts'
import texts from './dayparts.texts.json' with { type: 'json' }

export type DaypartsService = ReturnType<typeof daypartsService>

/**
 * 時間帯: times of day under a name. `already-exists` for a name that is taken, `in-use` with the names of the entries that keep
 * to one that is to be deleted, `malformed` for times that overlap or leave nothing, `conflict` on an old version.
 */
export function daypartsService(
  deps: ServiceDeps & {
    store: DaypartStore
    entries: () => Promise<readonly Pick<EntryView, 'id' | 'name' | 'rule'>[]>
  },
) {
  const { store } = deps
  const usersOf = async (id: Id) => (await deps.entries()).filter(({ rule }) => rule.daypartId === id)
  const view = async (daypart: StoredDaypart): Promise<DaypartView> => {
    const usedIn = (await usersOf(daypart.id)).map(({ id: entryId, name }) => ({ entryId, name }))
    return { ...daypart, usedIn }
  }
  return {
    list: async (): Promise<DaypartView[]> => Promise.all((await store.list()).map(view)),
    /** As programmes need them. */
    all: async (): Promise<Daypart[]> =>
      (await store.list()).map(({ id, name, times, exceptions }) => ({ id, name, times, exceptions })),
    create: async (input: DaypartInput, actor: Actor): Promise<DaypartView> => {
      refuseBad(input)
      const daypart = { ...input, id: deps.newId(), version: 1, updatedAt: deps.now().toISOString() }
      if (!(await store.insert(daypart))) throw new AppError('already-exists', sentence(texts.nameTaken))
      await deps.audit(actor, 'daypart.create', daypart.id, { name: daypart.name })
      deps.announce('schedule')
      return view(daypart)
    },
    replace: async (id: Id, input: DaypartInput, actor: Actor): Promise<DaypartView> => {
      refuseBad(input)
      const daypart = { ...input, id, version: input.version + 1, updatedAt: deps.now().toISOString() }
      if (!(await store.replace(daypart, input.version))) {
        const held = await store.find(id)
        if (held === null) throw new AppError('not-found')
        if (held.version !== input.version) throw new AppError('conflict')
        throw new AppError('already-exists', sentence(texts.nameTaken))
      }
      await deps.audit(actor, 'daypart.change', id, { name: daypart.name, version: daypart.version })
      deps.announce('schedule')
      return view(daypart)
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const users = await usersOf(id)
      if (users.length > 0) {
        const names = users.map(({ name }) => `「${name}」`).join('')
        throw new AppError('in-use', sentence(texts.usedByEntries, { names }))
      }
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'daypart.delete', id)
      deps.announce('schedule')
    },
  }
}

function refuseBad({ times, exceptions }: DaypartInput): void {
  const all = [times, ...exceptions.map((exception) => exception.times)]
  if (all.every((each) => each.length === 0)) {
    throw new AppError('malformed', sentence(texts.noTimes), [{ path: 'times', message: sentence(texts.noTimes) }])
  }
  for (const each of all) {
    const overlapping = overlappingRange(each)
    if (overlapping === null) continue
    const text = sentence(texts.timesOverlap, overlapping)
    throw new AppError('malformed', text, [{ path: 'times', message: text }])
  }
}
