import type { UnitKind } from '@akari/protocol'

/** How the unit categories of IMDF 1.0 (OGC 20-094, Unit Category) look on our map; public rooms of every sort are `room`. */
const CATEGORIES: readonly [UnitKind, string][] = [
  ['walkway', 'walkway lobby waitingroom ramp movingwalkway footbridge platform terrace unenclosedarea road'],
  ['stairs', 'stairs steps'],
  ['elevator', 'elevator'],
  ['escalator', 'escalator'],
  ['restroom', 'restroom'],
  ['room', 'room office conferenceroom huddleroom auditorium classroom library foodservice lounge recreation theater'],
  ['room', 'movietheater fieldofplay fitnessroom firstaid mothersroom phoneroom smokingarea shower mailroom parking'],
  ['room', 'unspecified'],
  ['nonpublic', 'nonpublic structure column brick concrete drywall glass wood serverroom storage kitchen laundry'],
  ['nonpublic', 'privatelounge vegetation'],
  ['void', 'opentobelow'],
]

const KINDS: ReadonlyMap<string, UnitKind> = new Map(
  CATEGORIES.flatMap(([kind, names]) => names.split(' ').map((name): [string, UnitKind] => [name, kind])),
)

/**
 * What a unit of this category looks like; null when nobody knows. What stands before the first dot decides
 * (`restroom.female.wheelchair`), because what follows only narrows it.
 */
export function unitKindOf(category: string): UnitKind | null {
  const [family = ''] = category.toLowerCase().split('.')
  return KINDS.get(family) ?? null
}
