import { askedKinds, calendarTelling, reaches } from '@akari/programme'
import type { Daypart, OfficeCalendar, OperatingHours, ScheduleEntry, SoundHours } from '@akari/protocol'
import { type Draft, order, type TargetDisplay } from './content.ts'

/** The one set of operating hours of a display: its own, else those of its first group by position, then name; null: always on. */
export function hoursFor(display: TargetDisplay, all: NonNullable<Draft['hours']>): OperatingHours | null {
  const own = all.find(({ of }) => of.kind === 'display' && of.displayId === display.id)
  if (own !== undefined) return own.hours
  const ofGroups = all.flatMap(({ of, position, hours }) =>
    of.kind === 'group' && reaches({ displayIds: [], groups: [of.group] }, display)
      ? [{ group: of.group, position, hours }]
      : [],
  )
  const [first] = ofGroups.sort((a, b) => a.position - b.position || order(a.group, b.group))
  return first?.hours ?? null
}

/** The sound hours of a display, the one that goes first first. */
export function soundFor(display: TargetDisplay, all: NonNullable<Draft['sound']>): SoundHours[] {
  return all
    .filter(({ targets }) => reaches(targets, display))
    .toSorted((a, b) => a.position - b.position || order(a.name, b.name) || order(a.id, b.id))
    .map(({ id, name, volume, times }) => ({ id, name, volume, times }))
}

/**
 * Of the calendar what these entries, hours, sound hours and boards ask for, null when that is nothing: a new holiday must not change the
 * programme of every display.
 */
export function usedCalendar(
  asking: Parameters<typeof askedKinds>[0],
  calendar: OfficeCalendar | undefined,
): OfficeCalendar | null {
  return calendar === undefined ? null : calendarTelling(askedKinds(asking), calendar)
}

/** The dayparts that these entries name, sorted by id. */
export function usedDayparts(entries: readonly ScheduleEntry[], dayparts: readonly Daypart[]): Daypart[] {
  const ids = new Set(entries.flatMap(({ rule }) => rule.daypartId ?? []))
  return dayparts.filter(({ id }) => ids.has(id)).sort((a, b) => order(a.id, b.id))
}
