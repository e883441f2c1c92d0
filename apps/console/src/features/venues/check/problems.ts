import type { VenueProblemView, VenueReportView } from '@akari/protocol'

/** What follows from rooms, doors and ways as they are edited; the rest was wrong with the files already. */
const OF_THE_GRAPH: ReadonlySet<string> = new Set([
  'opening-one-sided',
  'opening-unattached',
  'opening-ambiguous',
  'entrance-unknown',
  'exit-unknown',
  'escalator-direction-unknown',
  'shaft-unmatched',
  'place-off-map',
  'unit-unreachable',
  'level-not-step-free',
  'ordinal-to-confirm',
])

/** Those that have a list of their own: rooms that nobody reaches, and the table of floors. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['unit-unreachable', 'ordinal-to-confirm'])

export const FAMILIES = ['ways', 'doors', 'places', 'data'] as const
export type Family = (typeof FAMILIES)[number]

const FAMILY: Record<string, Family> = {
  'entrance-unknown': 'ways',
  'exit-unknown': 'ways',
  'escalator-direction-unknown': 'ways',
  'shaft-unmatched': 'ways',
  'level-not-step-free': 'ways',
  'link-dangling': 'ways',
  'link-duplicate': 'ways',
  'opening-one-sided': 'doors',
  'opening-unattached': 'doors',
  'opening-ambiguous': 'doors',
  'place-off-map': 'places',
  'place-unknown': 'places',
  'far-from-building': 'places',
  'name-missing': 'places',
  'name-not-japanese': 'places',
  'category-unknown': 'places',
}

/**
 * What to look at, by what it is about: what the files lacked as the server found it, and what follows from the plan as it is
 * edited at this moment.
 */
export function problemsToLookAt(
  live: readonly VenueProblemView[],
  saved: Pick<VenueReportView, 'problems'> | undefined,
): Record<Family, VenueProblemView[]> {
  const ofTheFiles = (saved?.problems ?? []).filter(({ code }) => !OF_THE_GRAPH.has(code))
  const shown = [...live, ...ofTheFiles].filter(({ code }) => !TOLD_ELSEWHERE.has(code))
  const of = (family: Family): VenueProblemView[] => shown.filter(({ code }) => (FAMILY[code] ?? 'data') === family)
  return { ways: of('ways'), doors: of('doors'), places: of('places'), data: of('data') }
}

/** red: it cannot be published; amber: there is something to look at; green: nothing. */
export type Light = 'red' | 'amber' | 'green'

export function lightOf(inTheWay: number, problems: number): Light {
  if (inTheWay > 0) return 'red'
  return problems > 0 ? 'amber' : 'green'
}
