import type { Point, Texts } from '@akari/protocol'
import { distance } from '../model/geometry.ts'
import { metOccupants } from '../model/met-occupants.ts'
import type { VenueModel } from '../model/venue-model.ts'

/** What is this near to where one turns tells one where to turn. */
const NEAR_M = 7

export type Landmark = { id: string; name: Texts; at: Point; levelId: string; rank: number }

/** What people recognise: counters and offices, then toilets and lifts, then named rooms. */
export function landmarksOf(venue: VenueModel): Landmark[] {
  const named = venue.units.filter(({ passage, kind }) => passage === 'public' && kind !== 'walkway')
  return [
    ...metOccupants(venue).map(({ id, name, at, levelId }) => ({ id, name, at, levelId, rank: 0 })),
    ...venue.amenities.flatMap(({ id, name, at, levelId }) =>
      name === null ? [] : [{ id, name, at, levelId, rank: 1 }],
    ),
    ...named.flatMap(({ id, name, labelAt, levelId }) =>
      name === null ? [] : [{ id, name, at: labelAt, levelId, rank: 2 }],
    ),
  ]
}

/** The landmark to name at a point: of those near by the most telling, then the nearest. */
export function landmarkAt(
  landmarks: readonly Landmark[],
  levelId: string,
  at: Point,
  except: ReadonlySet<string>,
): Landmark | null {
  const near = landmarks
    .filter(
      (landmark) => landmark.levelId === levelId && !except.has(landmark.id) && distance(landmark.at, at) <= NEAR_M,
    )
    .toSorted((a, b) => a.rank - b.rank || distance(a.at, at) - distance(b.at, at) || (a.id < b.id ? -1 : 1))
  return near[0] ?? null
}
