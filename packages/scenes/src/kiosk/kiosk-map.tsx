import type { Point } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { FloorPlan } from '../map/floor-plan.tsx'
import { useSize } from '../map/use-size.ts'
import type { StepCard } from '@akari/wayfinding'
import { standing } from './building.ts'
import { useKiosk } from './kiosk-context.ts'

interface KioskMapProps {
  levelId: string
  legs?: readonly StepCard[]
  activeLeg?: number
  /** Places to point out. */
  highlight?: readonly string[]
}

/** A floor of the building as who reads this display sees it, with a way on it. */
export function KioskMap({ levelId, legs, activeLeg }: KioskMapProps): ReactElement {
  const { building, language } = useKiosk()
  const paper = useRef<HTMLDivElement>(null)
  const size = useSize(paper)
  const level = building.kit.venue.levels.find(({ id }) => id === levelId)
  const leg = activeLeg === undefined ? undefined : legs?.[activeLeg]
  const route: readonly Point[] | undefined = leg !== undefined && leg.points.length > 1 ? leg.points : undefined
  return (
    <div className="ak-kiosk-map" ref={paper} data-testid="map" data-level={levelId}>
      {size !== null && level !== undefined && (
        <FloorPlan
          level={level}
          size={size}
          rotationDeg={-(standing(building)?.facingDeg ?? 0)}
          language={language}
          kioskId={building.kioskId}
          keyed={false}
          {...(route === undefined ? {} : { route })}
        />
      )}
    </div>
  )
}
