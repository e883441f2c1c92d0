import type { VenueModel } from '../model/venue-model.ts'

/**
 * Levels whose name and ordinal do not fit each other, or that share an ordinal: somebody has to confirm them, because data
 * of one country count from 0 and of another from 1.
 */
export function doubtfulOrdinals(venue: VenueModel): { id: string; name: string; ordinal: number }[] {
  return venue.levels
    .filter(({ ordinal, shortName }) => {
      const isShared = venue.levels.filter((other) => other.ordinal === ordinal).length > 1
      const said = ordinalSaid(shortName.ja)
      return isShared || (said !== null && said !== ordinal)
    })
    .map(({ id, shortName, ordinal }) => ({ id, name: shortName.ja, ordinal }))
}

/** The ordinal that a level's name tells: `B2` is −2, `1F` is 0, `3階` is 2; null where it tells none. */
function ordinalSaid(name: string): number | null {
  const plain = name.normalize('NFKC').toUpperCase().trim()
  const below = /^(?:B|地下)(\d{1,2})(?:F|階)?$/.exec(plain)?.[1]
  if (below !== undefined) return -Number(below)
  const above = /^(\d{1,2})(?:F|階)$/.exec(plain)?.[1]
  return above === undefined ? null : Number(above) - 1
}
