import { type KioskLanguage, textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { emsOf } from '../../text/pages.ts'
import type { GeoProjection } from '../town/geo-projection.ts'
import { transitWord } from '../transit/transit-words.ts'
import type { SeenVehicle } from './seen-vehicles.ts'
import { useMotions } from './use-motions.ts'

interface VehiclesLayerProps {
  vehicles: readonly SeenVehicle[]
  projection: GeoProjection
  /** Font size of the letters on a bus, in pixels. */
  fontPx: number
  language: KioskLanguage
  /** Do they move, or is the picture still? */
  moving: boolean
}

/** The buses, above everything else of the map: in the colour of their route while they are live, grey with their age when not. */
export function VehiclesLayer({ vehicles, projection, fontPx, language, moving }: VehiclesLayerProps): ReactElement {
  const layer = useRef<HTMLDivElement>(null)
  useMotions(layer, vehicles, projection, moving)
  const ordered = vehicles.toSorted(
    (a, b) => Number(a.state === 'live') - Number(b.state === 'live') || (a.id < b.id ? -1 : 1),
  )
  return (
    <div className="ak-vehicles" ref={layer}>
      {ordered.map((vehicle) => (
        <div key={vehicle.id} className="ak-vehicle" data-vehicle={vehicle.id} data-state={vehicle.state}>
          <VehicleMark vehicle={vehicle} fontPx={fontPx} language={language} />
        </div>
      ))}
    </div>
  )
}

function VehicleMark({
  vehicle: { route, state, ageMinutes, bearing },
  fontPx,
  language,
}: {
  vehicle: SeenVehicle
  fontPx: number
  language: KioskLanguage
}): ReactElement {
  const shown = textIn(route.name.texts, language)
  const text = withoutRuby(shown.text)
  const r = fontPx * 0.74
  const letterPx = Math.min(fontPx * 0.95, (r * 1.7) / Math.max(1, emsOf(text)))
  const side = r * 3.2
  const colours = state === 'live' ? { fill: route.colour, ink: route.textColour } : { fill: '#767c82', ink: '#ffffff' }
  return (
    <>
      <svg
        width={side}
        height={side}
        viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`}
        style={{ left: -side / 2, top: -side / 2 }}
      >
        {bearing === null ? (
          <circle className="ak-vehicle-body" r={r} fill={colours.fill} strokeWidth={r * 0.18} />
        ) : (
          <g data-nose>
            <path className="ak-vehicle-body" fill={colours.fill} d={drop(r)} strokeWidth={r * 0.18} />
          </g>
        )}
        <text lang={shown.language} fill={colours.ink} fontSize={letterPx} y={letterPx * 0.36} textAnchor="middle">
          {text}
        </text>
      </svg>
      {ageMinutes !== null && (
        <span className="ak-vehicle-age" lang={language} style={{ fontSize: fontPx * 0.66, top: r * 1.05 }}>
          {withoutRuby(transitWord(language, 'vehicleAge', { minutes: ageMinutes }))}
        </span>
      )}
    </>
  )
}

/** A disc with a tip that points up: where the bus is going once it is turned. */
function drop(r: number): string {
  const [tip, x, y] = [r * 1.55, r * 0.764, r * 0.645]
  return `M0 ${-tip}L${x} ${-y}A${r} ${r} 0 1 1 ${-x} ${-y}Z`
}
