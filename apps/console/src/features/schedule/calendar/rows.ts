import { reaches } from '@akari/programme'
import type { DisplayView, EntryTargets, EntryView } from '@akari/protocol'

/** A line of the calendar: a group (null: the displays without one), or a display, below the group it is shown in. */
export type Row =
  | { kind: 'group'; key: string; group: string | null; displays: readonly DisplayView[]; open: boolean }
  | { kind: 'display'; key: string; group: string | null; display: DisplayView }

/** Groups by name, each with its displays where it is open; without any group at all just the displays. */
export function rowsOf(displays: readonly DisplayView[], open: ReadonlySet<string>): Row[] {
  const byName = displays.toSorted((a, b) => a.profile.name.localeCompare(b.profile.name, 'ja', { numeric: true }))
  const groups = [...new Set(byName.flatMap((display) => display.groups))].sort((a, b) => a.localeCompare(b, 'ja'))
  if (groups.length === 0) return byName.map((display) => displayRow(display, null))
  const rows = groups.flatMap((group) =>
    groupRows(
      group,
      byName.filter((display) => display.groups.includes(group)),
      open,
    ),
  )
  const alone = byName.filter((display) => display.groups.length === 0)
  return alone.length === 0 ? rows : [...rows, ...groupRows(null, alone, open)]
}

/** Is an entry shown anywhere in this row? */
export function isIn(row: Row, targets: EntryTargets): boolean {
  return displaysOf(row).some((display) => reaches(targets, display))
}

/** On some displays of a group only. */
export function isInPart(row: Row, targets: EntryTargets): boolean {
  return !displaysOf(row).every((display) => reaches(targets, display))
}

function displaysOf(row: Row): readonly DisplayView[] {
  return row.kind === 'group' ? row.displays : [row.display]
}

/** What an entry made in this row is for. */
export function targetsOfRow(row: Row): EntryTargets {
  if (row.kind === 'group' && row.group !== null) return { displayIds: [], groups: [row.group] }
  return { displayIds: displaysOf(row).map(({ id }) => id), groups: [] }
}

/**
 * The targets of an entry that is carried from one row to another; null where the entry does not name the row it is
 * carried from, so that nobody could tell what was meant.
 */
export function retargeted({ targets }: EntryView, from: Row, to: Row): EntryTargets | null {
  if (from.key === to.key) return targets
  const [left, entered] = [targetsOfRow(from), targetsOfRow(to)]
  const named =
    left.displayIds.every((id) => targets.displayIds.includes(id)) &&
    left.groups.every((group) => targets.groups.includes(group))
  if (!named) return null
  const swap = (all: readonly string[], out: readonly string[], into: readonly string[]): string[] => [
    ...new Set([...all.filter((each) => !out.includes(each)), ...into]),
  ]
  return {
    ...targets,
    displayIds: swap(targets.displayIds, left.displayIds, entered.displayIds),
    groups: swap(targets.groups, left.groups, entered.groups),
  }
}

function groupRows(group: string | null, displays: readonly DisplayView[], open: ReadonlySet<string>): Row[] {
  const key = `group:${group ?? ''}`
  const head: Row = { kind: 'group', key, group, displays, open: open.has(key) }
  return open.has(key) ? [head, ...displays.map((display) => displayRow(display, group))] : [head]
}

function displayRow(display: DisplayView, group: string | null): Row {
  return { kind: 'display', key: `display:${display.id}@${group ?? ''}`, group, display }
}
