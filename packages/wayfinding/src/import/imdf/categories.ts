import type { UnitKind } from '@akari/protocol'
import type { Passage } from '../../model/venue-model.ts'

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

/** What is solid or has no floor. */
const SOLID = new Set('structure column brick concrete drywall glass wood vegetation opentobelow'.split(' '))

/**
 * What a unit of this category looks like; null when nobody knows. What stands before the first dot decides
 * (`restroom.female.wheelchair`), because what follows only narrows it.
 */
export function unitKindOf(category: string): UnitKind | null {
  return KINDS.get(familyOf(category)) ?? null
}

/** What IMDF calls a door, and a lift, that nobody can use at present. */
const OUT_OF_SERVICE = 'outofservice'

/** Who may walk through a unit, by its category and IMDF restriction (`employeesonly`, `restricted`). */
export function unitPassage(category: string, restriction: string | null | undefined): Passage {
  if (SOLID.has(familyOf(category)) || restriction === OUT_OF_SERVICE) return 'none'
  return restriction || unitKindOf(category) === 'nonpublic' ? 'staff' : 'public'
}

/** Who may walk through an opening, by its category and access control (OGC 20-094, Opening Category). */
export function openingPassage(category: string, accessControl: readonly string[] | null | undefined): Passage {
  const lower = category.toLowerCase()
  if (accessControl?.includes(OUT_OF_SERVICE) === true) return 'none'
  if (lower.startsWith('emergencyexit')) return 'emergency'
  if (lower.startsWith('automobile') || lower.startsWith('bicycle')) return 'none'
  const isLocked = (accessControl ?? []).some((control) => control !== 'none')
  return isLocked || lower.startsWith('service') ? 'staff' : 'public'
}

function familyOf(category: string): string {
  return category.toLowerCase().split('.')[0] ?? ''
}
