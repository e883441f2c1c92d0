import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, useMemo } from 'react'
import { type EvacuationPlace, evacuationMarks, wayOut } from '../emergency/evacuation-marks.ts'
import { VenueMap } from '../map/venue-map.tsx'

/** The floor with the way on it, turned so that up is where the reader looks. */
export function GuidancePlan({ place, language }: { place: EvacuationPlace; language: KioskLanguage }): ReactElement {
  const { venue, levelId, kioskId, facingDeg } = place
  const way = useMemo(() => wayOut(place), [place])
  return (
    <div className="ak-guidance-paper">
      <VenueMap
        venue={venue}
        levelId={levelId}
        language={language}
        kioskId={kioskId}
        facingDeg={facingDeg}
        {...way}
        interactive={false}
        closures={place.closures}
        draw={evacuationMarks}
      />
    </div>
  )
}
