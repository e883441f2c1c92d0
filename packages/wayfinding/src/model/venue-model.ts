import type { Point, Texts, UnitKind } from '@akari/protocol'
import type { Polygon } from './geometry.ts'

/**
 * A venue as everything in this package reads it, whatever format it came in. Points are metres on the venue's own plane
 * (x right, y down, its long side level); categories are those of IMDF 1.0 (OGC 20-094).
 */
export type VenueModel = {
  format: VenueFormat
  id: string
  name: Texts
  widthM: number
  heightM: number
  /** Clockwise degrees from the drawing's up to true north. */
  northDeg: number
  /** Lowest first; several may share an ordinal. */
  levels: ModelLevel[]
  units: ModelUnit[]
  openings: ModelOpening[]
  amenities: ModelAmenity[]
  occupants: ModelOccupant[]
  kiosks: ModelKiosk[]
  /** Units that somebody said are joined, beyond what openings and shafts say. */
  relations: ModelRelation[]
  network: ModelNetwork | null
}
export type VenueFormat = 'imdf' | 'mlit' | 'svg'

export type ModelLevel = {
  id: string
  /** 0 is the entrance floor; landings lie in between (0.5). */
  ordinal: number
  shortName: Texts
  outline: Polygon[]
  outdoor: boolean
}

/** Who may pass: anybody, staff only, anybody in an emergency, nobody (walls, voids, gates for cars). */
export type Passage = 'public' | 'staff' | 'emergency' | 'none'

export type ModelUnit = {
  id: string
  levelId: string
  kind: UnitKind
  category: string
  name: Texts | null
  /** How the name is read or otherwise written: kana, romaji, other names. */
  readings: string[]
  shape: Polygon[]
  labelAt: Point
  passage: Passage
  /** What joins the pieces of one shaft over the levels, where the data say so. */
  shaft: string | null
  /** Where an escalator runs. */
  direction: 'up' | 'down' | null
  hours: string | null
}

export type ModelOpening = {
  id: string
  levelId: string
  category: string
  name: Texts | null
  line: Point[]
  passage: Passage
  /** Null where the data say nothing. */
  stepFree: boolean | null
  hours: string | null
}

export type ModelAmenity = {
  id: string
  levelId: string
  category: string
  name: Texts | null
  readings: string[]
  at: Point
  unitId: string | null
  hours: string | null
}

export type ModelOccupant = {
  id: string
  levelId: string
  category: string
  name: Texts
  readings: string[]
  at: Point
  unitId: string | null
  counters: number[]
  /** What people come here for. */
  keywords: string[]
  hours: string | null
}

export type ModelKiosk = { id: string; levelId: string; name: Texts | null; at: Point; facingDeg: number | null }

export type ModelRelation = {
  id: string
  from: string
  to: string
  kind: 'walk' | 'stairs' | 'elevator' | 'escalator'
  oneWay: boolean
  hours: string | null
}

/** Ways that somebody drew. `whole`: they are all there is; otherwise they complete what units and openings give. */
export type ModelNetwork = { whole: boolean; nodes: NetworkNode[]; links: NetworkLink[] }
export type NetworkNode = {
  id: string
  levelId: string
  at: Point
  /** Out of doors: where a way out has ended. */
  outside: boolean
  /** Units that this node stands for (a door of the room), apart from the one it lies in. */
  unitIds: string[]
}
export type LinkKind = 'walk' | 'door' | 'steps' | 'stairs' | 'ramp' | 'movingwalkway' | 'elevator' | 'escalator'
export type NetworkLink = {
  id: string
  from: string
  to: string
  kind: LinkKind
  oneWay: boolean
  /** Null: as long as it is drawn. */
  metres: number | null
  /** Null where the data leave it open. */
  stepFree: boolean | null
  tactile: boolean
  passage: Passage
  hours: string | null
}
