import type {
  EntryFacts,
  EntryField,
  Programme,
  ProgrammeChange,
  ProgrammeTakeover,
  ScheduleEntry,
  SettingField,
  TakeoverField,
} from '@akari/protocol'
import { calendarDays } from './calendar-diff.ts'
import { playlistChanges } from './playlist-diff.ts'
import { differingKeys, matched, namesOf, same } from './same.ts'

/** A programme without its number and date. */
type Content = Omit<Programme, 'revision' | 'publishedAt'>
type Of<K extends ProgrammeChange['kind']> = Extract<ProgrammeChange, { kind: K }>

const SETTINGS: { [K in keyof Content]?: SettingField } = {
  display: 'display',
  defaultPlaylistId: 'default',
  hours: 'hours',
  sound: 'sound',
  dayparts: 'dayparts',
  streams: 'streams',
  visitSeconds: 'visit',
  guide: 'guide',
  closures: 'closures',
  publicUrl: 'guide',
  city: 'city',
  timeZone: 'city',
}
/** Told one by one, or following from what is told: files and feeds are those of the scenes. */
const TOLD_OTHERWISE = new Set(['entries', 'playlists', 'takeovers', 'calendar', 'feeds', 'files'])

const ENTRY_FIELDS: { [K in keyof ScheduleEntry]?: EntryField } = {
  name: 'name',
  playlistId: 'playlist',
  priority: 'priority',
  rule: 'rule',
  order: 'order',
  role: 'role',
  conditions: 'conditions',
  onHigher: 'onHigher',
  silent: 'sound',
}
const TAKEOVER_FIELDS: { [K in keyof ProgrammeTakeover]?: TakeoverField } = {
  name: 'name',
  playlistId: 'playlist',
  startsAt: 'time',
  endsAt: 'time',
}

/**
 * What is different between two programmes of a display, in people's words: entries, then playlists, takeovers, days, and what
 * concerns the display as a whole. `before` is null for a display that had none. Empty exactly when both are the same:
 * whatever has no word of its own is told as `other`, so that nothing is published unseen.
 */
export function programmeChanges(before: Content | null, after: Content): ProgrammeChange[] {
  if (same(before, after)) return []
  const changes = [
    ...entryChanges(before, after),
    ...playlistChanges(before?.playlists ?? [], after.playlists),
    ...takeoverChanges(before?.takeovers ?? [], after.takeovers ?? []),
    ...calendarChanges(before, after),
    ...settingChanges(before, after),
  ]
  return changes.length > 0 ? changes : [{ kind: 'setting', field: 'other' }]
}

function entryChanges(before: Content | null, after: Content): Of<'entry'>[] {
  return matched(before?.entries ?? [], after.entries).flatMap(({ was, is, id }): Of<'entry'>[] => {
    const fields = was === null || is === null ? [] : namesOf(ENTRY_FIELDS, differingKeys(was, is))
    if (was !== null && is !== null && fields.length === 0) return []
    return [
      {
        kind: 'entry',
        how: howOf(was, is),
        id,
        fields,
        before: was === null || before === null ? null : factsOf(was, before),
        after: is === null ? null : factsOf(is, after),
      },
    ]
  })
}

function factsOf({ name, playlistId, priority, rule }: ScheduleEntry, { playlists }: Content): EntryFacts {
  return { name, playlist: playlists.find(({ id }) => id === playlistId)?.name ?? playlistId, priority, rule }
}

function takeoverChanges(before: readonly ProgrammeTakeover[], after: readonly ProgrammeTakeover[]): Of<'takeover'>[] {
  return matched(before, after).flatMap(({ was, is, id }): Of<'takeover'>[] => {
    const fields = was === null || is === null ? [] : namesOf(TAKEOVER_FIELDS, differingKeys(was, is))
    const told = is ?? was
    if (told === null || (was !== null && is !== null && fields.length === 0)) return []
    const { name, startsAt, endsAt } = told
    return [{ kind: 'takeover', how: howOf(was, is), id, name, fields, startsAt, endsAt }]
  })
}

function calendarChanges(before: Content | null, after: Content): Of<'calendar'>[] {
  const days = before === null ? [] : calendarDays(before, after)
  return days.length === 0 ? [] : [{ kind: 'calendar', days }]
}

function settingChanges(before: Content | null, after: Content): Of<'setting'>[] {
  if (before === null) return [{ kind: 'setting', field: 'first' }]
  const keys = differingKeys(before, after).filter((key) => !TOLD_OTHERWISE.has(key))
  return namesOf(SETTINGS, keys).map((field) => ({ kind: 'setting', field }))
}

function howOf(was: unknown, is: unknown): 'added' | 'removed' | 'changed' {
  if (was === null) return 'added'
  return is === null ? 'removed' : 'changed'
}
