import type { VenueModel } from '@akari/protocol'
import { useTextIn } from '../../../parts/texts-in.ts'

/** Names levels by their id, shortly; empty for one that the venue has not. */
export function useLevelName({ levels }: Pick<VenueModel, 'levels'>): (id: string | null | undefined) => string {
  const textIn = useTextIn()
  return (id) => {
    const known = levels.find((level) => level.id === id)
    return known === undefined ? '' : textIn(known.shortName)
  }
}
