import type { GeoPoint } from '@akari/protocol'
import { useState } from 'react'
import { type TownPlane, townPlane } from '../../parts/town-plane.ts'

type Held = { plane: TownPlane; places: number }

/**
 * A picture of these places that holds still while somebody draws in it: it is laid anew only where one of them is not in it, and
 * where many come at once (a file, a timetable).
 */
export function useSteadyPlane(frame: readonly GeoPoint[], width: number, height: number): TownPlane {
  const [held, setHeld] = useState<Held>(() => ({ plane: townPlane(frame, width, height), places: frame.length }))
  if (held.places === frame.length && isIn(held.plane, frame)) return held.plane
  const isByHand = frame.length - held.places <= 1
  const plane = isByHand && isIn(held.plane, frame) ? held.plane : townPlane(frame, width, height)
  setHeld({ plane, places: frame.length })
  return plane
}

/** Places are told to some ten centimetres: one on the edge may be a hair over it. */
const HAIR = 1

function isIn({ at, width, height }: TownPlane, places: readonly GeoPoint[]): boolean {
  return places.map(at).every(({ x, y }) => x >= -HAIR && x <= width + HAIR && y >= -HAIR && y <= height + HAIR)
}
