/** What there is a sign for, after the manner of JIS Z 8210. */
export type PictogramName =
  | 'toilet'
  | 'men'
  | 'women'
  | 'wheelchair'
  | 'ostomate'
  | 'nursing'
  | 'diaper'
  | 'kids'
  | 'bench'
  | 'lift'
  | 'stairs'
  | 'escalator'
  | 'ramp'
  | 'exit'
  | 'wayout'
  | 'entrance'
  | 'info'
  | 'parking'
  | 'aed'
  | 'firstaid'
  | 'extinguisher'
  | 'atm'
  | 'phone'
  | 'smoking'
  | 'vending'
  | 'cafe'
  | 'water'
  | 'wifi'
  | 'copy'
  | 'writing'
  | 'ticket'
  | 'lockers'
  | 'mailbox'
  | 'charging'
  | 'library'

interface Sign {
  categories: RegExp
  name: PictogramName
  /** Matters more than the name of an ordinary room. */
  vital?: true
}

/** IMDF categories of amenities, units and openings, the more useful to a visitor the earlier; the first that fits counts. */
const SIGNS: readonly Sign[] = [
  { categories: /^emergencyexit$/, name: 'exit', vital: true },
  { categories: /^(information|reception)/, name: 'info', vital: true },
  { categories: /^(defibrillator|aed)/, name: 'aed', vital: true },
  { categories: /^elevator/, name: 'lift', vital: true },
  { categories: /ostomate/, name: 'ostomate', vital: true },
  { categories: /(^|\.)wheelchair$|accessible/, name: 'wheelchair', vital: true },
  { categories: /^restroom\.female|^women/, name: 'women', vital: true },
  { categories: /^restroom\.male|^men/, name: 'men', vital: true },
  { categories: /^restroom|toilet/, name: 'toilet', vital: true },
  { categories: /^escalator/, name: 'escalator' },
  { categories: /^(stairs|steps)/, name: 'stairs' },
  { categories: /^ramp/, name: 'ramp' },
  { categories: /mothersroom|nursing/, name: 'nursing' },
  { categories: /baby|diaper/, name: 'diaper' },
  { categories: /^exit/, name: 'wayout' },
  { categories: /^(entry|entrance|pedestrian\.principal)/, name: 'entrance' },
  { categories: /^(ticket|queue)|\.trainticket$/, name: 'ticket' },
  { categories: /^(writing|formdesk)/, name: 'writing' },
  { categories: /^firstaid/, name: 'firstaid' },
  { categories: /^atm/, name: 'atm' },
  { categories: /^(foodservice|cafe|restaurant)/, name: 'cafe' },
  { categories: /^(childplay|kids)/, name: 'kids' },
  { categories: /^(seat|waitingroom|bench)/, name: 'bench' },
  { categories: /^(phone|payphone|telephone)/, name: 'phone' },
  { categories: /^(drinkingfountain|water)/, name: 'water' },
  { categories: /^vending/, name: 'vending' },
  { categories: /^(copy|print)/, name: 'copy' },
  { categories: /^wifi/, name: 'wifi' },
  { categories: /^(powercharging|charging)/, name: 'charging' },
  { categories: /^library/, name: 'library' },
  { categories: /^(mailbox|postbox)/, name: 'mailbox' },
  { categories: /^locker/, name: 'lockers' },
  { categories: /^smoking/, name: 'smoking' },
  { categories: /^parking/, name: 'parking' },
  { categories: /^fireextinguisher/, name: 'extinguisher' },
]

/** The picture for a category with its rank (0 matters most); null where there is none. */
export function pictogramFor(category: string): { name: PictogramName; rank: number; isVital: boolean } | null {
  const rank = SIGNS.findIndex(({ categories }) => categories.test(category))
  const found = SIGNS[rank]
  return found === undefined ? null : { name: found.name, rank, isVital: found.vital ?? false }
}
