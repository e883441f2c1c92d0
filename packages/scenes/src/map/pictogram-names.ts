export type PictogramName =
  | 'toilet'
  | 'men'
  | 'women'
  | 'wheelchair'
  | 'lift'
  | 'stairs'
  | 'escalator'
  | 'nursing'
  | 'aed'
  | 'atm'
  | 'exit'
  | 'info'
  | 'wifi'
  | 'copy'
  | 'water'
  | 'vending'
  | 'kids'
  | 'cafe'
  | 'entrance'

/** Amenity and opening categories (IMDF) as pictures; the more useful a thing is to a visitor, the earlier it is listed. */
const BY_CATEGORY: readonly (readonly [RegExp, PictogramName])[] = [
  [/^(emergencyexit)$/, 'exit'],
  [/^(information|reception)/, 'info'],
  [/^elevator/, 'lift'],
  [/wheelchair|accessible/, 'wheelchair'],
  [/^restroom\.female|^women/, 'women'],
  [/^restroom\.male|^men/, 'men'],
  [/^restroom|toilet/, 'toilet'],
  [/^(defibrillator|aed)/, 'aed'],
  [/^escalator/, 'escalator'],
  [/^(stairs|steps)/, 'stairs'],
  [/mothersroom|nursing|baby/, 'nursing'],
  [/^atm/, 'atm'],
  [/^(entry|entrance|pedestrian\.principal)/, 'entrance'],
  [/^(foodservice|cafe|restaurant)/, 'cafe'],
  [/^childplay|^kids/, 'kids'],
  [/^(drinkingfountain|water)/, 'water'],
  [/^vending/, 'vending'],
  [/^copy|^print/, 'copy'],
  [/^wifi/, 'wifi'],
]

/** Pictograms up to this rank matter more than the names of ordinary rooms. */
export const VITAL_RANK = 6

/** The picture for a category with its rank (0 matters most); null where there is none. */
export function pictogramFor(category: string): { name: PictogramName; rank: number } | null {
  const rank = BY_CATEGORY.findIndex(([pattern]) => pattern.test(category))
  const found = BY_CATEGORY[rank]
  return found === undefined ? null : { name: found[1], rank }
}
