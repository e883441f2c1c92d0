import type { KioskLanguage, Point, VenueLevel, WayClosure } from '@akari/protocol'
import type { ReactNode } from 'react'
import type { Projection } from './camera.ts'
import type { MapVenue } from './floors.ts'
import type { MapMark, Surroundings } from './marks.ts'

/** A stretch of a way on one level: a step card of the guide is one. */
export interface MapLeg {
  levelId: string
  /** In metres, from its beginning. */
  points: readonly Point[]
  kind: string
}

/** What nobody may pass now: units and doors by id, and zones drawn on a level. */
export type MapClosure = Pick<WayClosure, 'featureIds' | 'zones'>

/** What was touched on the plan. */
export interface MapPick {
  /** Of the occupant, amenity, opening or unit there; null on bare ground. */
  id: string | null
  /** The smallest room there, whoever is in it. */
  unitId: string | null
  /** Where, in metres of the venue. */
  at: Point
  levelId: string
}

/** What stands upright on a level, in the order of its importance. */
export type DrawMarks = (level: VenueLevel, around: Surroundings) => MapMark[]

export interface VenueMapProps {
  venue: MapVenue
  /** The level to look at; all levels of its ordinal are drawn. An active leg shows its own level instead. */
  levelId: string
  language: KioskLanguage
  /** The display that the map hangs on, for 現在地. */
  kioskId: string | null
  /** Clockwise degrees from the drawing's up to where its reader looks: that way is up. Null: as drawn. */
  facingDeg: number | null
  /** A way; its stretches on other floors stay hidden. */
  legs?: readonly MapLeg[]
  /** Index of the stretch that is being gone: its floor is shown, the view fits it, and its line is drawn before one's eyes. */
  activeLeg?: number | null
  /** Ids of units, occupants or amenities to point out. */
  highlight?: readonly string[]
  /** What is closed now. */
  closures?: readonly MapClosure[]
  /** Moved by fingers, wheel, keys and buttons; otherwise it is a picture: no listeners, no animation. */
  interactive: boolean
  /** Does a list beside the plan explain the numbers of the counters? Then they stand for the names. */
  keyed?: boolean
  /** What stands on the plan; the everyday names and pictures unless something else is said. Keep it stable. */
  draw?: DrawMarks
  onPick?: (pick: MapPick) => void
  className?: string
  /** SVG drawn over the plan in pixels of the view, for editors; moves along while a hand moves the plan. */
  children?: (projection: Projection) => ReactNode
}
