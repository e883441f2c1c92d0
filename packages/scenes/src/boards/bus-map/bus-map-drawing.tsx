import type { KioskLanguage, TownMap } from '@akari/protocol'
import { memo, type ReactElement } from 'react'
import { pathOf } from '../town/geo-projection.ts'
import { HereView } from '../town/here-view.tsx'
import { NameView } from '../town/name-view.tsx'
import { TownGround } from '../town/town-ground.tsx'
import type { MapSize } from '../town/use-map-size.ts'
import type { BusMapPlan } from './bus-map-plan.ts'

interface BusMapDrawingProps {
  plan: BusMapPlan
  town: TownMap | null
  /** Are the streets drawn beneath? */
  hasStreets: boolean
  size: MapSize
  language: KioskLanguage
  label: string
}

/** What of the map stands still: drawn once, until the routes or the glass change. */
export const BusMapDrawing = memo(function BusMapDrawing(props: BusMapDrawingProps): ReactElement {
  const { plan, town, hasStreets, size, language, label } = props
  const { widthPx, lines, order, stops, names, own, here, projection } = plan
  return (
    <svg className="ak-town-map" width={size.w} height={size.h} role="img" aria-label={label}>
      {town !== null && <TownGround map={town} {...{ projection, hasStreets }} unitPx={size.unitPx} />}
      <g className="ak-bus-lines">
        {lines.map(({ key, points }) => (
          <path key={key} className="ak-bus-line-edge" strokeWidth={widthPx * 1.5} d={pathOf(points)} />
        ))}
        {order.map(({ key, route, points }) => (
          <path
            key={key}
            stroke={route.colour}
            strokeWidth={widthPx * 0.45}
            strokeDasharray={`0 ${widthPx * 1.1}`}
            d={pathOf(points)}
          />
        ))}
        {lines.map(({ key, route, points }) => (
          <path key={key} stroke={route.colour} strokeWidth={widthPx} d={pathOf(points)} />
        ))}
      </g>
      {stops.map(({ stop, at: [x, y], r }) => (
        <circle
          key={stop.id}
          className="ak-bus-stop"
          data-own={own.has(stop.id)}
          cx={x}
          cy={y}
          r={own.has(stop.id) ? r * 1.6 : r}
          strokeWidth={r * 0.42}
        />
      ))}
      {names.map((name) => (
        <NameView key={name.id} name={name} strong={own.has(name.id)} />
      ))}
      {here !== null && <HereView here={here} language={language} />}
    </svg>
  )
})
