import type { Glass, MapPick, Theme, VenueMapProps } from '@akari/scenes'

/** What a test asks of the page; the map's venue is kept between calls, as a kiosk keeps it. */
export interface MapPage {
  glass: Glass
  theme?: Theme
  /** Null: the same page without a map. */
  map: Omit<VenueMapProps, 'venue' | 'onPick' | 'children'> | null
}

declare global {
  interface Window {
    venue: VenueMapProps['venue']
    picked: MapPick[]
    /** Draws it at once. */
    showMap: (page: MapPage) => void
  }
}
