import type { WayClosureView } from '@akari/protocol'
import { type Shut, shutBy } from '@akari/wayfinding'
import { useMemo } from 'react'
import { useWayClosures } from '../../../api/venues.ts'
import type { VenueKit } from './kit.ts'

/** What is closed at this moment, and what that shuts on the graph of a venue, whatever the hours of its doors; null without one. */
export function useClosedNow(
  venueId: string,
  kit: VenueKit | null,
): { inForce: readonly WayClosureView[]; shut: Shut | null } {
  const closures = useWayClosures(venueId).data
  const inForce = useMemo(() => (closures ?? []).filter(({ state }) => state === 'inForce'), [closures])
  const shut = useMemo(() => {
    if (kit === null) return null
    const featureIds = inForce.flatMap((closure) => closure.featureIds)
    const zones = inForce.flatMap((closure) => closure.zones.map(({ levelId, ring }) => ({ levelId, shape: [[ring]] })))
    return shutBy(kit.model, kit.built.graph, { featureIds, zones }, null)
  }, [kit, inForce])
  return { inForce, shut }
}
