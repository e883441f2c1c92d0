import type { StreetsView } from '@akari/basemap/view'
import {
  type Basemap,
  fallbackChain,
  type KioskLanguage,
  type MediaVariant,
  type RouteLines,
  type TownMap,
  type Venue,
} from '@akari/protocol'
import type { OpenTimetable } from '@akari/transit'
import type { MapClosure } from '../map/map-props.ts'

/** Where a scene finds what it names. Scenes fetch nothing by themselves but media elements' own sources. */
export interface SceneResources {
  fileUrl: (sha256: string) => string
  /** URL of the stream's HLS playlist, null where the programme does not know the stream. */
  liveUrl: (streamId: string) => string | null
  /** Nothing is played here, where the programme would: what a preview shows says where the picture is. */
  announcesStreams?: boolean
  /** A venue document that is loaded already, null while it is not. */
  venue: (sha256: string) => Venue | null
  /** A feed's timetable, ready to be asked; null while there is none. */
  timetable: (feedId: string) => OpenTimetable | null
  /** Documents of the content set that are loaded already, null while they are not. */
  townMap: (sha256: string) => TownMap | null
  routeLines: (sha256: string) => RouteLines | null
  /** Draws the streets of a view; null where this display shows their picture instead. Gives null where it could not. */
  streets: ((basemap: Basemap, view: StreetsView) => Promise<HTMLCanvasElement | null>) | null
  /** Where this display stands, for 現在地. */
  kioskId: string | null
  /** What nobody may pass now in the building where it stands. */
  closures: readonly MapClosure[]
}

/**
 * `hopeless`: there will be no picture, show something else. `passing`: the scene says so itself and goes on trying. `silent`:
 * nothing is wrong, it has nothing to say now; what follows takes its place.
 */
export type SceneFault =
  | { kind: 'silent' }
  | {
      kind: 'hopeless' | 'passing'
      code: string
      detail: string
      /** Of a layout: it happened to this showing in this zone, and the layout goes on. */
      inZone?: ZonePlace
    }

export interface ZonePlace {
  zoneId: string
  stageKey: string
}

/** What every scene is told, and what it tells back: that it can be shown, or that it never will be. */
export interface SceneProps {
  language: KioskLanguage
  resources: SceneResources
  /** Is it on the glass now, rather than prepared out of sight? */
  playing: boolean
  onReady: () => void
  onFault: (fault: SceneFault) => void
}

/** The file for a reader of `language`: the nearest language, then the one for everybody, then any. */
export function variantFor(variants: readonly MediaVariant[], language: KioskLanguage): MediaVariant | null {
  for (const wanted of fallbackChain(language)) {
    const own = variants.find((variant) => variant.language === wanted)
    if (own !== undefined) return own
    if (wanted === language) {
      const shared = variants.find((variant) => variant.language === null)
      if (shared !== undefined) return shared
    }
  }
  return variants[0] ?? null
}
