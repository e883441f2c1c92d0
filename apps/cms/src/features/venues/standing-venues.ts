import type { FileRef, Id, WayClosure } from '@akari/protocol'
import type { MainDatabase } from '../../db/database.ts'
import { closureStore } from './closures.store.ts'
import { venueStore } from './venues.store.ts'

/** What the displays of a published venue get: its guide, and what cannot be passed there now or soon. */
export type StandingVenue = {
  modelId: Id
  kioskIds: readonly Id[]
  guide: FileRef
  /** Files that the guide names. */
  recordings?: readonly FileRef[] | undefined
  closures: readonly WayClosure[]
}

/** The published venues, the oldest first, for whatever compiles programmes. */
export function standingVenuesOf(db: MainDatabase, now: () => Date): () => Promise<StandingVenue[]> {
  const [venues, closures] = [venueStore(db), closureStore(db)]
  return async () => {
    const published = (await venues.list()).filter((venue) => venue.published !== null)
    if (published.length === 0) return []
    const open = await closures.open(null, now())
    return published.flatMap(({ id, published: what }) =>
      what === null ? [] : [{ ...what, closures: open.filter(({ venueId }) => venueId === id).map(bare) }],
    )
  }
}

function bare({ id, reason, featureIds, zones, from, until }: WayClosure): WayClosure {
  return { id, reason, featureIds, zones, from, until }
}
