import type { KioskLanguage, Texts, Venue, VenueGuide } from '@akari/protocol'
import type { BuiltGraph, NearestKind, Shut, VenueIndex } from '@akari/wayfinding'
import type { MapClosure } from '../map/map-props.ts'
import { type KioskWord, kioskWord } from './kiosk-words.ts'

/** All that a kiosk answers from: a guide made ready, what is shut now, and where this display stands in it. */
export interface KioskBuilding {
  kit: { guide: VenueGuide; venue: Venue; built: BuiltGraph; index: VenueIndex }
  shut: Shut
  /** What staff have closed, for the map. */
  closures: readonly MapClosure[]
  kioskId: string
  /** Where telephones reach the CMS; null where they do not. */
  publicUrl: string | null
}

/** What is to be said of a place. */
export interface PlaceFacts {
  id: string
  name: Texts
  levelId: string
  category: string
  counters: readonly number[]
  hours: string | null
}

/** IMDF categories that have no name of their own in many plans, and what the kiosk calls them. */
const CALLED: readonly (readonly [RegExp, KioskWord & NearestKind])[] = [
  [/^restroom.*wheelchair/, 'accessible-toilet'],
  [/^restroom/, 'toilet'],
  [/^mothersroom/, 'nursing'],
  [/^(defibrillator|aed)/, 'aed'],
  [/^elevator/, 'elevator'],
  [/^stairs/, 'stairs'],
  [/^atm/, 'atm'],
  [/^information/, 'information'],
  [/^(emergencyexit|pedestrian)/, 'exit'],
]

/** What is known of a place of the venue; null where there is none with this id. */
export function placeFacts({ guide: { venue } }: KioskBuilding['kit'], id: string): PlaceFacts | null {
  const occupant = venue.occupants.find((one) => one.id === id)
  if (occupant !== undefined) return occupant
  const found = [...venue.amenities, ...venue.units, ...venue.openings].find((one) => one.id === id)
  if (found === undefined) return null
  const { levelId, category, hours } = found
  return { id, name: found.name ?? calledBy(category), levelId, category, counters: [], hours }
}

function calledBy(category: string): Texts {
  const word = CALLED.find(([pattern]) => pattern.test(category))?.[1] ?? 'place'
  return inEveryLanguage(word)
}

/** A word of the kiosk as texts, for where names of places stand. */
export function inEveryLanguage(word: KioskWord): Texts {
  const said = (language: KioskLanguage): string => kioskWord(language, word)
  return { ja: said('ja'), 'ja-x-easy': said('ja-x-easy'), en: said('en'), 'zh-Hans': said('zh-Hans'), ko: said('ko') }
}

/** How a level is called; null for one that the venue does not have. */
export function levelName({ kit }: KioskBuilding, levelId: string | null): Texts | null {
  return kit.venue.levels.find(({ id }) => id === levelId)?.shortName ?? null
}
