import type { Metres } from './plane.ts'

/** One floor as drawn, before it becomes IMDF. Keys name the same thing in names.json and in identifiers. */
export interface LevelPlan {
  key: LevelKey
  ordinal: number
  shortName: string
  units: UnitPlan[]
  openings: OpeningPlan[]
  amenities: AmenityPlan[]
  kiosks: KioskPlan[]
  fixtures: FixturePlan[]
  sections: SectionPlan[]
}
export type LevelKey = 'b1' | '1f' | '2f' | '3f'

export interface UnitPlan {
  key: string
  /** Key in names.json; null for rooms that need no label. */
  name: string | null
  category: string
  outline: Metres[]
  /** Where the label goes when the centre of gravity is outside the room. */
  label?: Metres
  restriction?: 'employeesonly' | 'restricted'
  /** Joins the same shaft over all levels. */
  shaft?: string
  direction?: 'up' | 'down'
}

export type OpeningCategory = 'pedestrian' | 'pedestrian.principal' | 'emergencyexit' | 'service'

export interface OpeningPlan {
  category: OpeningCategory
  name?: string
  from: Metres
  to: Metres
  door: 'automatic' | 'swinging' | 'open'
}

export interface AmenityPlan {
  key: string
  name: string
  category: string
  at: Metres
  unit: string
  shaft?: string
  accessible?: boolean
}

export interface KioskPlan {
  key: string
  unit: string
  at: Metres
  /** Bearing in degrees, clockwise from the drawing board's y axis, in which the reader looks. */
  facing: number
}

export interface FixturePlan {
  category: 'desk' | 'furniture' | 'vegetation' | 'stage' | 'equipment'
  outline: Metres[]
}

export interface SectionPlan {
  key: string
  outline: Metres[]
}

/** A doorway in a wall that runs along x, centred on `at`, `width` metres wide. */
export function doorAlongX([x, y]: Metres, width: number, category: OpeningCategory = 'pedestrian'): OpeningPlan {
  return { category, from: [x - width / 2, y], to: [x + width / 2, y], door: width >= 2 ? 'open' : 'swinging' }
}

/** A doorway in a wall that runs along y, centred on `at`, `width` metres wide. */
export function doorAlongY([x, y]: Metres, width: number, category: OpeningCategory = 'pedestrian'): OpeningPlan {
  return { category, from: [x, y - width / 2], to: [x, y + width / 2], door: width >= 2 ? 'open' : 'swinging' }
}

/** A named door to the outside. */
export function entrance(name: string, opening: OpeningPlan): OpeningPlan {
  return { ...opening, name, door: opening.category === 'emergencyexit' ? 'swinging' : 'automatic' }
}
