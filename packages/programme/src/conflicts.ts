import type {
  Daypart,
  EntryTargets,
  Id,
  Instant,
  OfficeCalendar,
  ScheduleConflict,
  ScheduleConflicts,
  ScheduleEntry,
} from '@akari/protocol'
import { type Stretch, sweep } from './conflict-sweep.ts'
import { type Reachable, reaches } from './reaches.ts'
import { instantOf, msOf } from './time.ts'
import { unroll, type Windows } from './unroll.ts'

/** An entry and the displays it is for. */
export type Conflicting = ScheduleEntry & { targets: EntryTargets }

type Options = {
  calendar?: OfficeCalendar
  dayparts?: Daypart[]
  /** Only what this entry has to do with. */
  about?: Id
}

/**
 * Where entries are due on the same display at the same time between two moments: who is shown, who gives way and why, and
 * which entries are never seen at all; by the rules of `direct`, without asking whether a playlist has something to show.
 * Conditions are taken to be met. Sorted by time; a rule that cannot be followed has no conflicts.
 *
 * E entries are unrolled once into W windows. Displays with the same entries share one sweep (O(w log w) for their w windows),
 * and what is alike is told once for all of them: the cost grows with the number of different displays, not with all.
 */
export function conflictsOf(
  entries: readonly Conflicting[],
  displays: readonly Reachable[],
  from: Instant,
  to: Instant,
  { calendar, dayparts, about }: Options = {},
): ScheduleConflicts {
  const [fromMs, toMs] = [msOf(from), msOf(to)]
  const classes = classesOf(entries, displays).filter(({ ids }) => about === undefined || ids.has(about))
  const windows = unroll(
    {
      entries: entries.filter(({ id }) => classes.some(({ ids }) => ids.has(id))),
      timeZone: 'UTC',
      ...(calendar === undefined ? {} : { calendar }),
      ...(dayparts === undefined ? {} : { dayparts }),
    },
    from,
    to,
  )
  const found = new Map<string, ScheduleConflict>()
  const hidden = new Map<string, { entryId: Id; displayIds: Id[]; by: Id[] }>()
  for (const { ids, displayIds } of classes) {
    for (const part of ['glass', 'line'] as const) {
      const swept = sweepOf(windows, part, ids, fromMs, toMs)
      for (const stretch of swept.stretches) {
        if (about === undefined || isIn(stretch, about))
          add(found, keyOf(part, stretch), () => conflict(part, stretch), displayIds)
      }
      for (const [entryId, hiders] of swept.behind) {
        if (swept.seen.has(entryId)) continue
        const by = [...hiders].sort()
        if (about !== undefined && entryId !== about && !hiders.has(about)) continue
        add(hidden, JSON.stringify([entryId, by]), () => ({ entryId, displayIds: [], by }), displayIds)
      }
    }
  }
  const byTime = (a: ScheduleConflict, b: ScheduleConflict) => msOf(a.from) - msOf(b.from) || msOf(a.to) - msOf(b.to)
  return { conflicts: [...found.values()].sort(byTime), hidden: [...hidden.values()] }
}

function sweepOf(windows: Windows, part: ScheduleConflict['part'], ids: ReadonlySet<Id>, fromMs: number, toMs: number) {
  const own = <W extends { entryId: Id }>(list: readonly W[]): W[] => list.filter(({ entryId }) => ids.has(entryId))
  return part === 'glass'
    ? sweep(own(windows.list), own(windows.interrupts), fromMs, toMs)
    : sweep(own(windows.overlays), [], fromMs, toMs)
}

/** Displays by the entries that are for them; those without any are left out. */
function classesOf(entries: readonly Conflicting[], displays: readonly Reachable[]) {
  const classes = new Map<string, { ids: ReadonlySet<Id>; displayIds: Id[] }>()
  for (const display of displays) {
    const ids = entries.filter(({ targets }) => reaches(targets, display)).map(({ id }) => id)
    const key = JSON.stringify(ids)
    const known = classes.get(key)
    if (known !== undefined) known.displayIds.push(display.id)
    else if (ids.length > 0) classes.set(key, { ids: new Set(ids), displayIds: [display.id] })
  }
  return [...classes.values()]
}

function add<T extends { displayIds: Id[] }>(
  to: Map<string, T>,
  key: string,
  make: () => T,
  displayIds: readonly Id[],
): void {
  const known = to.get(key) ?? make()
  known.displayIds.push(...displayIds)
  to.set(key, known)
}

function conflict(part: ScheduleConflict['part'], { fromMs, toMs, ...sides }: Stretch): ScheduleConflict {
  return { from: instantOf(fromMs), to: instantOf(toMs), displayIds: [], part, ...sides }
}

function isIn({ shown, behind, mixed }: Stretch, id: Id): boolean {
  return [shown, behind, mixed].some((sides) => sides.some(({ entryId }) => entryId === id))
}

function keyOf(part: string, { fromMs, toMs, shown, behind, mixed }: Stretch): string {
  const names = [shown, behind, mixed].map((sides) =>
    sides.map(({ entryId, originalStart }) => `${entryId} ${originalStart}`),
  )
  return `${part} ${fromMs} ${toMs} ${names.map((each) => each.join('|')).join('/')}`
}
