import type { Reachable } from '@akari/programme'
import type {
  Daypart,
  EntryInput,
  EntryTargets,
  EntryView,
  Id,
  Instant,
  OfficeCalendar,
  ScheduleCheck,
  ScheduleCheckResult,
  ScheduleConflicts,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import { findConflicts } from './conflict-finder.ts'
import { type Problem, problemsOf } from './schedule-check.ts'
import type { EntryStore } from './schedule.store.ts'
import texts from './schedule.texts.json' with { type: 'json' }

export type ScheduleService = {
  list: () => Promise<EntryView[]>
  countsByPlaylist: () => Promise<ReadonlyMap<Id, number>>
  /** Where entries get in each other's way between two moments, `span-too-long` apart at most. */
  conflicts: (from: Instant, to: Instant) => Promise<ScheduleConflicts>
  /** What saving an entry would say to it, and what it would get in the way of. */
  check: (check: ScheduleCheck) => Promise<ScheduleCheckResult>
  create: (input: EntryInput, actor: Actor) => Promise<EntryView>
  replace: (id: Id, input: EntryInput, actor: Actor) => Promise<EntryView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

/** A calendar shows a month, and the days around it. */
const LONGEST_SPAN_MS = 62 * 86_400_000
/** Stands for an entry that has no id yet. */
const NEW_ENTRY = 'new-entry'

/**
 * When playlists are shown. Writes throw `rule-refused` with the reason for a rule that can never be followed,
 * `malformed` for an unknown playlist or no target, `not-yours` for displays that somebody else answers for, `conflict`
 * on an old version, `not-found`.
 */
export function scheduleService(
  deps: ServiceDeps & {
    store: EntryStore
    playlistExists: (id: Id) => Promise<boolean>
    calendar: () => Promise<OfficeCalendar>
    dayparts: () => Promise<readonly Daypart[]>
    displays: () => Promise<readonly Reachable[]>
    /** Throws `not-yours` unless the actor answers for every display that is reached. */
    refuseOthers: (actor: Actor, targets: EntryTargets) => Promise<void>
  },
): ScheduleService {
  const { store } = deps
  const surroundings = async () => ({
    calendar: await deps.calendar(),
    dayparts: await deps.dayparts(),
    displays: (await deps.displays()).map(({ id, groups, tags }) => ({ id, groups, tags })),
  })
  const problems = async (input: EntryInput): Promise<Problem[]> =>
    problemsOf(input, {
      ...(await surroundings()),
      playlistExists: await deps.playlistExists(input.playlistId),
      now: deps.now(),
    })
  const refuseBad = async (input: EntryInput): Promise<void> => {
    const refused = (await problems(input)).find(({ severity }) => severity === 'refused')
    if (refused === undefined) return
    const message = sentence(refused.text)
    switch (refused.code) {
      case 'playlistMissing':
        throw new AppError('malformed', undefined, [{ path: 'playlistId', message }])
      case 'noTarget':
        throw new AppError('malformed', undefined, [{ path: 'targets', message }])
      default:
        throw new AppError('rule-refused', message)
    }
  }
  const refuseOthersEntry = async (id: Id, actor: Actor): Promise<void> => {
    const entry = await store.find(id)
    if (entry !== null) await deps.refuseOthers(actor, entry.targets)
  }
  return {
    list: () => store.list(),
    countsByPlaylist: () => store.countsByPlaylist(),
    conflicts: async (from, to) => {
      refuseBadSpan(from, to)
      return findConflicts({ entries: await store.list(), ...(await surroundings()), from, to, about: undefined })
    },
    check: async ({ id, entry, from, to }) => {
      refuseBadSpan(from, to)
      const found = await problems(entry)
      if (found.some(({ severity }) => severity === 'refused')) return { problems: found, conflicts: [], hidden: [] }
      const about = id ?? NEW_ENTRY
      const others = (await store.list()).filter((other) => other.id !== id)
      const entries = [...others, { ...entry, id: about }]
      return { problems: found, ...(await findConflicts({ entries, ...(await surroundings()), from, to, about })) }
    },
    create: async (input, actor) => {
      await refuseBad(input)
      await deps.refuseOthers(actor, input.targets)
      const entry = { ...input, id: deps.newId(), version: 1, updatedAt: deps.now().toISOString() }
      await store.insert(entry)
      await deps.audit(actor, 'entry.create', entry.id, { name: entry.name })
      deps.announce('schedule')
      return entry
    },
    replace: async (id, input, actor) => {
      await refuseBad(input)
      await refuseOthersEntry(id, actor)
      await deps.refuseOthers(actor, input.targets)
      const entry = { ...input, id, version: input.version + 1, updatedAt: deps.now().toISOString() }
      if (!(await store.replace(entry, input.version))) {
        throw new AppError((await store.find(id)) === null ? 'not-found' : 'conflict')
      }
      await deps.audit(actor, 'entry.change', id, { name: entry.name, version: entry.version })
      deps.announce('schedule')
      return entry
    },
    remove: async (id, actor) => {
      await refuseOthersEntry(id, actor)
      if (!(await store.remove(id))) throw new AppError('not-found')
      await deps.audit(actor, 'entry.delete', id)
      deps.announce('schedule')
    },
  }
}

function refuseBadSpan(from: Instant, to: Instant): void {
  const ms = Date.parse(to) - Date.parse(from)
  if (ms > 0 && ms <= LONGEST_SPAN_MS) return
  throw new AppError('malformed', undefined, [{ path: 'to', message: sentence(texts.badSpan) }])
}
