import type { VenueModel, VenueProblemView, WayClosure } from '@akari/protocol'
import { inBoth } from '../sentence.ts'
import texts from './venues.texts.json' with { type: 'json' }

/** Closures that name what is not in a plan (any more): whatever they closed there is open, and somebody must close it anew. */
export function lostClosures(model: VenueModel, closures: readonly WayClosure[]): VenueProblemView[] {
  const { levels, units, openings, amenities, occupants, kiosks, network } = model
  const features = [...units, ...openings, ...amenities, ...occupants, ...kiosks]
  const ways = [...(network?.nodes ?? []), ...(network?.links ?? [])]
  const known = new Set([...levels, ...features, ...ways].map(({ id }) => id))
  return closures.flatMap(({ reason, featureIds, zones }) =>
    [...featureIds, ...zones.map(({ levelId }) => levelId)]
      .filter((id) => !known.has(id))
      .map((id) => ({
        code: 'closure-lost',
        feature: id,
        text: inBoth(texts.closureLost, { reason: reason.ja, id }),
      })),
  )
}
