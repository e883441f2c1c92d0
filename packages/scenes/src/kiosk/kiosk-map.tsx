import type { StepCard } from '@akari/wayfinding'
import type { ReactElement } from 'react'
import { standingOf } from '../map/floors.ts'
import { VenueMap } from '../map/venue-map.tsx'
import { useKiosk } from './kiosk-context.ts'

interface KioskMapProps {
  levelId: string
  legs?: readonly StepCard[]
  activeLeg?: number
  /** Places to point out. */
  highlight?: readonly string[]
}

/** A floor of the building as who reads this display sees it, with a way on it; moved by the visitor's hand. */
export function KioskMap(props: KioskMapProps): ReactElement {
  const { building, language, comfort } = useKiosk()
  const { kit, kioskId, closures } = building
  return (
    <div
      className="ak-kiosk-map"
      data-testid="map"
      data-level={props.levelId}
      {...(comfort.contrast ? { 'data-theme': 'ink' } : {})}
    >
      <VenueMap
        venue={kit.venue}
        language={language}
        kioskId={kioskId}
        facingDeg={standingOf(kit.venue, kioskId)?.facingDeg ?? null}
        closures={closures}
        interactive
        {...props}
      />
    </div>
  )
}
