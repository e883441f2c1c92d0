import { overlappingRange } from '@akari/programme'
import type { EntryTargets, HoursInput, HoursOf, HoursView, Id } from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { HoursStore } from './operating-hours.store.ts'
import texts from './operating-hours.texts.json' with { type: 'json' }

export type HoursService = ReturnType<typeof hoursService>

/**
 * 運用時間 of displays and groups. `already-exists` when a display or group has some, `malformed` for times that overlap,
 * `not-yours` for displays that somebody else answers for, `conflict` on an old version or when it is for another display.
 */
export function hoursService(
  deps: ServiceDeps & { store: HoursStore; refuseOthers: (actor: Actor, targets: EntryTargets) => Promise<void> },
) {
  const { store } = deps
  return {
    list: () => store.list(),
    create: async (input: HoursInput, actor: Actor): Promise<HoursView> => {
      refuseBad(input)
      await deps.refuseOthers(actor, targetsOf(input.of))
      const hours = { ...input, id: deps.newId(), version: 1, updatedAt: deps.now().toISOString() }
      if (!(await store.insert(hours))) throw new AppError('already-exists', sentence(texts.hasSome))
      await deps.audit(actor, 'hours.create', hours.id, { of: nameOf(input.of) })
      deps.announce('schedule')
      return hours
    },
    replace: async (id: Id, input: HoursInput, actor: Actor): Promise<HoursView> => {
      refuseBad(input)
      const held = await store.find(id)
      if (held === null) throw new AppError('not-found')
      await deps.refuseOthers(actor, targetsOf(held.of))
      const hours = { ...input, of: held.of, id, version: input.version + 1, updatedAt: deps.now().toISOString() }
      if (!(await store.replace(hours, input.version))) throw new AppError('conflict')
      await deps.audit(actor, 'hours.change', id, { of: nameOf(held.of), version: hours.version })
      deps.announce('schedule')
      return hours
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const held = await store.find(id)
      if (held === null) throw new AppError('not-found')
      await deps.refuseOthers(actor, targetsOf(held.of))
      await store.remove(id)
      await deps.audit(actor, 'hours.delete', id, { of: nameOf(held.of) })
      deps.announce('schedule')
    },
  }
}

function targetsOf(of: HoursOf): EntryTargets {
  return of.kind === 'display' ? { displayIds: [of.displayId], groups: [] } : { displayIds: [], groups: [of.group] }
}

function nameOf(of: HoursOf): string {
  return of.kind === 'display' ? `display:${of.displayId}` : `group:${of.group}`
}

function refuseBad({ hours }: HoursInput): void {
  for (const { times } of [...hours.weekly, ...hours.exceptions]) {
    const overlapping = overlappingRange(times)
    if (overlapping === null) continue
    const text = sentence(texts.timesOverlap, overlapping)
    throw new AppError('malformed', text, [{ path: 'hours', message: text }])
  }
}
