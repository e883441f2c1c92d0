import type { DisplayView, EntryTargets } from '@akari/protocol'

type Targets = ReturnType<typeof EntryTargets.parse>

const GROUP = 'group:'
const DISPLAY = 'display:'

/** Targets as values of one list of choices. */
export function choicesOf(targets: Targets): string[] {
  return [...targets.groups.map((group) => GROUP + group), ...targets.displayIds.map((id) => DISPLAY + id)]
}

/** Targets from the values of that list. */
export function targetsOf(choices: readonly string[]): Targets {
  const named = (kind: string): string[] =>
    choices.filter((each) => each.startsWith(kind)).map((each) => each.slice(kind.length))
  return { displayIds: named(DISPLAY), groups: named(GROUP) }
}

/** Everything an entry can be for: groups first, then displays. */
export function allChoices(displays: readonly DisplayView[]): {
  groups: { value: string; label: string }[]
  displays: { value: string; label: string }[]
} {
  const groups = [...new Set(displays.flatMap((display) => display.groups))].sort()
  return {
    groups: groups.map((group) => ({ value: GROUP + group, label: group })),
    displays: displays.map((display) => ({ value: DISPLAY + display.id, label: display.profile.name })),
  }
}
