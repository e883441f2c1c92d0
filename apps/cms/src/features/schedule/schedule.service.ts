import { checkRule, ruleContext } from '@akari/programme'
import type { EntryInput, EntryTargets, EntryView, Id, OfficeCalendar } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { EntryStore } from './schedule.store.ts'
import texts from './schedule.texts.json' with { type: 'json' }

export type ScheduleService = {
  list: () => Promise<EntryView[]>
  countsByPlaylist: () => Promise<ReadonlyMap<Id, number>>
  create: (input: EntryInput, actor: Actor) => Promise<EntryView>
  replace: (id: Id, input: EntryInput, actor: Actor) => Promise<EntryView>
  remove: (id: Id, actor: Actor) => Promise<void>
}

/**
 * When playlists are shown. Writes throw `rule-refused` with the reason for a rule that can never be followed,
 * `malformed` for an unknown playlist or no target, `not-yours` for displays that somebody else answers for, `conflict`
 * on an old version, `not-found`.
 */
export function scheduleService(
  deps: ServiceDeps & {
    store: EntryStore
    playlistExists: (id: Id) => Promise<boolean>
    calendar?: () => Promise<OfficeCalendar>
    /** Throws `not-yours` unless the actor answers for every display that is reached. */
    refuseOthers: (actor: Actor, targets: EntryTargets) => Promise<void>
  },
): ScheduleService {
  const { store } = deps
  const refuseBad = async (input: EntryInput): Promise<void> => {
    const calendar = await deps.calendar?.()
    refuseBadRule(input, calendar)
    const { displayIds, groups, where } = input.targets
    if (displayIds.length + groups.length === 0 && where === undefined) {
      throw new AppError('malformed', undefined, [{ path: 'targets', message: sentence(texts.noTarget) }])
    }
    if (!(await deps.playlistExists(input.playlistId))) {
      throw new AppError('malformed', undefined, [{ path: 'playlistId', message: sentence(texts.playlistMissing) }])
    }
  }
  const refuseOthersEntry = async (id: Id, actor: Actor): Promise<void> => {
    const entry = await store.find(id)
    if (entry !== null) await deps.refuseOthers(actor, entry.targets)
  }
  return {
    list: () => store.list(),
    countsByPlaylist: () => store.countsByPlaylist(),
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

function refuseBadRule({ rule }: EntryInput, calendar: OfficeCalendar | undefined): void {
  const checked = checkRule(rule, ruleContext(calendar === undefined ? {} : { calendar }))
  if (!checked.ok) throw new AppError('rule-refused', sentence(texts[checked.problem], { zone: rule.timeZone }))
}
