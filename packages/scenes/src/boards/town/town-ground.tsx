import type { TownMap } from '@akari/protocol'
import { memo, type ReactElement } from 'react'
import { type GeoProjection, pathOf } from './geo-projection.ts'

interface TownGroundProps {
  map: TownMap
  projection: GeoProjection
  /** The unit of the stage in pixels. */
  unitPx: number
  /** Are the streets drawn beneath? They have green, water, rails and roads of their own. */
  hasStreets: boolean
}

/** The town in outlines, quiet enough to stand beneath everything else: its border, green, water, rails, roads. */
export const TownGround = memo(function TownGround({
  map,
  projection,
  unitPx,
  hasStreets,
}: TownGroundProps): ReactElement {
  const path = (places: TownMap['boundary'][number], isClosed: boolean): string =>
    pathOf(places.map(projection.project), isClosed)
  return (
    <g className="ak-town-ground" aria-hidden="true">
      <path
        className={hasStreets ? 'ak-town-veil' : 'ak-town-land'}
        d={`${hasStreets ? AROUND : ''}${map.boundary.map((ring) => path(ring, true)).join('')}`}
      />
      {(hasStreets ? [] : map.areas).map(({ kind, ring }, n) => (
        <path key={n} className="ak-town-area" data-kind={kind} d={path(ring, true)} />
      ))}
      {(hasStreets ? [] : map.lines).map(({ kind, points }, n) => (
        <path
          key={n}
          className="ak-town-line"
          data-kind={kind}
          strokeWidth={unitPx * WIDTHS[kind]}
          d={path(points, false)}
        />
      ))}
      <path
        className="ak-town-border"
        strokeWidth={unitPx * 0.5}
        strokeDasharray={`${unitPx * 2.4} ${unitPx * 1.1} ${unitPx * 0.4} ${unitPx * 1.1}`}
        d={map.boundary.map((ring) => path(ring, true)).join('')}
      />
    </g>
  )
})

/** More than any glass. */
const AROUND = 'M-9999-9999H29999V29999H-9999Z'
/** In units of the stage. */
const WIDTHS = { rail: 0.7, road: 0.9, river: 0.9 } as const
