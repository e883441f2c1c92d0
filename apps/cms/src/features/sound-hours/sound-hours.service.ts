import { isAimless, overlappingRange } from '@akari/programme'
import {
  type EntryTargets,
  type Id,
  MOST_SOUND_HOURS,
  type SoundHoursInput,
  type SoundHoursView,
} from '@akari/protocol'
import type { Actor } from '../../http/actor.ts'
import { AppError } from '../../http/app-error.ts'
import { sentence } from '../../sentence.ts'
import type { ServiceDeps } from '../service-deps.ts'
import type { SoundHoursStore } from './sound-hours.store.ts'
import texts from './sound-hours.texts.json' with { type: 'json' }

export type SoundHoursService = ReturnType<typeof soundHoursService>

/**
 * 音を出す時間: when films and live pictures are heard, and how loud. `malformed` for times that overlap or without any display,
 * `already-exists` beyond what a display can follow, `not-yours` for displays that somebody else answers for, `conflict` on an
 * old version.
 */
export function soundHoursService(
  deps: ServiceDeps & { store: SoundHoursStore; refuseOthers: (actor: Actor, targets: EntryTargets) => Promise<void> },
) {
  const { store } = deps
  return {
    list: () => store.list(),
    create: async (input: SoundHoursInput, actor: Actor): Promise<SoundHoursView> => {
      refuseBad(input)
      await deps.refuseOthers(actor, input.targets)
      if ((await store.list()).length >= MOST_SOUND_HOURS) {
        throw new AppError('already-exists', sentence(texts.tooMany, { most: String(MOST_SOUND_HOURS) }))
      }
      const hours = { ...input, id: deps.newId(), version: 1, updatedAt: deps.now().toISOString() }
      await store.insert(hours)
      await deps.audit(actor, 'sound.create', hours.id, { name: hours.name, volume: hours.volume })
      deps.announce('schedule')
      return hours
    },
    replace: async (id: Id, input: SoundHoursInput, actor: Actor): Promise<SoundHoursView> => {
      refuseBad(input)
      const held = await store.find(id)
      if (held === null) throw new AppError('not-found')
      await deps.refuseOthers(actor, held.targets)
      await deps.refuseOthers(actor, input.targets)
      const hours = { ...input, id, version: input.version + 1, updatedAt: deps.now().toISOString() }
      if (!(await store.replace(hours, input.version))) throw new AppError('conflict')
      await deps.audit(actor, 'sound.change', id, { name: hours.name, volume: hours.volume, version: hours.version })
      deps.announce('schedule')
      return hours
    },
    remove: async (id: Id, actor: Actor): Promise<void> => {
      const held = await store.find(id)
      if (held === null) throw new AppError('not-found')
      await deps.refuseOthers(actor, held.targets)
      await store.remove(id)
      await deps.audit(actor, 'sound.delete', id, { name: held.name })
      deps.announce('schedule')
    },
  }
}

function refuseBad({ targets, times }: SoundHoursInput): void {
  if (isAimless(targets)) refuse('targets', sentence(texts.noTarget))
  for (const { times: ranges } of [...times.weekly, ...times.exceptions]) {
    const overlapping = overlappingRange(ranges)
    if (overlapping !== null) refuse('times', sentence(texts.timesOverlap, overlapping))
  }
}

function refuse(path: string, message: string): never {
  throw new AppError('malformed', message, [{ path, message }])
}
