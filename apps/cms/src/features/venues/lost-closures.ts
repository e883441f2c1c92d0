import type { Id, VenueModel, VenueProblemView, WayClosure } from '@akari/protocol'
import { placesOf } from '@akari/wayfinding'
import { inBoth } from '../../sentence.ts'
import texts from './venues.texts.json' with { type: 'json' }

/**
 * Closures that name what is not in the plan displays run on (`shown`): whatever they closed there is open, and somebody must close
 * it anew. And those that lose it as soon as the `draft` is published.
 */
export function lostClosures(
  closures: readonly WayClosure[],
  shown: VenueModel,
  draft: VenueModel,
): VenueProblemView[] {
  const [known, coming] = [idsOf(shown), idsOf(draft)]
  return closures.flatMap(({ reason, featureIds, zones }) =>
    [...featureIds, ...zones.map(({ levelId }) => levelId)].flatMap((id) => {
      const told = (code: keyof typeof TEXTS) => [
        { code, feature: id, text: inBoth(TEXTS[code], { reason: reason.ja, id }) },
      ]
      if (!known.has(id)) return told('closure-lost')
      return coming.has(id) ? [] : told('closure-losing')
    }),
  )
}

const TEXTS = { 'closure-lost': texts.closureLost, 'closure-losing': texts.closureLosing }

function idsOf(model: VenueModel): ReadonlySet<Id> {
  const { levels, relations, network } = model
  const ways = [...relations, ...(network?.nodes ?? []), ...(network?.links ?? [])]
  return new Set([...placesOf(model), ...[...levels, ...ways].map(({ id }) => id)])
}
