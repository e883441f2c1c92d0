import { type DayKind, type OfficeCalendar, type Programme, type SceneContent, singleScenesOf } from '@akari/protocol'

type Asking = Pick<Programme, 'entries' | 'hours' | 'sound'> & Partial<Pick<Programme, 'playlists'>>

/** The kinds of days that entries, operating hours and sound hours keep to, and that boards tell. */
export function askedKinds({ entries, hours, sound = [], playlists = [] }: Asking): ReadonlySet<DayKind> {
  return new Set([
    ...entries.flatMap(({ rule }) => [...(rule.days?.only ?? []), ...(rule.days?.except ?? [])]),
    ...(hours?.exceptions ?? []).flatMap(({ days }) => days),
    ...sound.flatMap(({ times }) => times.exceptions.flatMap(({ days }) => days)),
    ...playlists.flatMap(({ items }) => items.flatMap(({ scene }) => toldKinds(scene))),
  ])
}

function toldKinds(scene: SceneContent): DayKind[] {
  return singleScenesOf(scene).flatMap((single): DayKind[] => {
    if (single.kind === 'today') return ['closed']
    return single.kind === 'clock' ? [single.calendar ? 'closed' : 'holiday'] : []
  })
}

/** Of a calendar what tells these kinds of days, null for none: 閉庁日 need the whole of it. */
export function calendarTelling(kinds: ReadonlySet<DayKind>, calendar: OfficeCalendar): OfficeCalendar | null {
  if (kinds.has('closed')) return calendar
  if (kinds.size === 0) return null
  return {
    holidays: kinds.has('holiday') ? calendar.holidays : [],
    closedWeekdays: [],
    closedDates: [],
    openDates: [],
    yearEnd: kinds.has('yearEnd') ? calendar.yearEnd : null,
  }
}
