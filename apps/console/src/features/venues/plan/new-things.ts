import type { DisplayView, ModelKiosk, ModelOccupant, Point, Texts, VenueEdits, VenueModel } from '@akari/protocol'
import { changes } from '../model/changes.ts'
import { roomAt } from '../model/floors.ts'
import { spotOf } from './use-settle-displays.ts'

type Placed = { id: string; placed: (edits: VenueEdits) => VenueEdits }

/** A display somewhere on a plan, its reader looking up the page until somebody turns it. */
export function newDisplayPlace(display: DisplayView, levelId: string, at: Point): Placed {
  const kiosk: ModelKiosk = { id: spotOf(display), levelId, name: { ja: display.profile.name }, at, facingDeg: 0 }
  return { id: kiosk.id, placed: (edits) => changes.kiosk(edits, kiosk) }
}

/** An office or a counter somewhere on a plan, in the room that is there. */
export function newOccupant(model: VenueModel, name: Texts, levelId: string, at: Point, id: string): Placed {
  const occupant: ModelOccupant = {
    id,
    levelId,
    category: 'cityhall',
    name,
    readings: [],
    at,
    unitId: roomAt(model, levelId, at)?.id ?? null,
    counters: [],
    keywords: [],
    hours: null,
  }
  return { id, placed: (edits) => changes.occupant(edits, occupant) }
}
