import type { Point, VenueEdits, VenueModel } from '@akari/protocol'
import { changes } from '../model/changes.ts'
import { roomAt } from '../model/floors.ts'
import type { Selected } from '../model/selected.ts'

type Change = (edits: VenueEdits) => VenueEdits

/** Puts what is in hand somewhere else on its level; null for what stays where it was built. */
export function movedTo(model: VenueModel, selected: Selected, at: Point): Change | null {
  switch (selected.kind) {
    case 'kiosk':
      return (edits) => changes.kiosk(edits, { ...selected.it, at })
    case 'occupant': {
      const unitId = roomAt(model, selected.it.levelId, at)?.id ?? null
      return (edits) => changes.occupant(edits, { ...selected.it, at, unitId })
    }
    case 'node':
      return (edits) => changes.node(edits, { ...selected.it, at })
    case 'link':
    case 'unit':
    case 'opening':
    case 'amenity':
      return null
  }
}

/** The same by so many metres. */
export function movedOn(model: VenueModel, selected: Selected, [dx, dy]: Point): Change | null {
  if (!('at' in selected.it)) return null
  const [x, y] = selected.it.at
  return movedTo(model, selected, [x + dx, y + dy])
}

/** What does not belong to the building as it was handed in. */
export type Removable = Extract<Selected, { kind: 'kiosk' | 'occupant' | 'link' | 'node' }>

export function isRemovable(selected: Selected): selected is Removable {
  switch (selected.kind) {
    case 'kiosk':
    case 'occupant':
    case 'link':
    case 'node':
      return true
    case 'unit':
    case 'opening':
    case 'amenity':
      return false
  }
}

/** Takes what is in hand away. `imported`: the plan without edits. */
export function removedFrom(imported: VenueModel, { kind, it: { id } }: Removable): Change {
  switch (kind) {
    case 'kiosk':
      return (edits) => changes.noKiosk(edits, imported, id)
    case 'occupant':
      return (edits) => changes.noOccupant(edits, imported, id)
    case 'link':
      return (edits) => changes.noLink(edits, imported, id)
    case 'node':
      return (edits) => changes.noNode(edits, imported, id)
  }
}

/** Clockwise degrees from up, whole, of the direction from one point of a plan to another. */
export function directionOf([x, y]: Point, [tx, ty]: Point): number {
  return (Math.round((Math.atan2(tx - x, y - ty) * 180) / Math.PI) + 360) % 360
}
