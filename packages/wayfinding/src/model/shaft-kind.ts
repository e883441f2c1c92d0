import type { UnitKind } from '@akari/protocol'

/** What leads from level to level. */
export type ShaftKind = Extract<UnitKind, 'stairs' | 'elevator' | 'escalator'>

/** The kind of a unit where it is one that leads from level to level, else null. */
export function shaftKindOf(kind: UnitKind): ShaftKind | null {
  return kind === 'stairs' || kind === 'elevator' || kind === 'escalator' ? kind : null
}
