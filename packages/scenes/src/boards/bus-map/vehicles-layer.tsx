import { type KioskLanguage, type Point, textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useMemo, useRef } from 'react'
import { emsOf } from '../../text/pages.ts'
import type { GeoProjection } from '../town/geo-projection.ts'
import type { MapSize } from '../town/use-map-size.ts'
import { transitWord } from '../transit/transit-words.ts'
import { agePlates } from './age-plates.ts'
import type { SeenVehicle } from './seen-vehicles.ts'
import { useMotions } from './use-motions.ts'

interface VehiclesLayerProps {
  vehicles: readonly SeenVehicle[]
  projection: GeoProjection
  size: MapSize
  /** Font size of the letters on a bus, in pixels. */
  fontPx: number
  language: KioskLanguage
  /** Do they move, or is the picture still? */
  moving: boolean
}

/** How large a bus and the letters of its age are drawn, in the size of its own letters. */
const REACH = 0.74
const AGE_SHARE = 0.66

/** The buses, above everything else of the map: in the colour of their route while they are live, grey with their age when not. */
export function VehiclesLayer(props: VehiclesLayerProps): ReactElement {
  const { vehicles, projection, size, fontPx, language, moving } = props
  const layer = useRef<HTMLDivElement>(null)
  const ages = useMemo(() => {
    const agePx = fontPx * AGE_SHARE
    const buses = vehicles.map(({ id, sighting, ageMinutes }) => ({
      id,
      at: projection.project(sighting.place),
      plate: ageMinutes === null ? null : { w: (emsOf(ageWords(ageMinutes, language)) + 0.8) * agePx, h: agePx * 1.4 },
    }))
    return agePlates(buses, fontPx * REACH * 1.05, { x: 0, y: 0, ...size })
  }, [vehicles, projection, size, fontPx, language])
  useMotions(layer, vehicles, projection, moving)
  const ordered = vehicles.toSorted(
    (a, b) => Number(a.state === 'live') - Number(b.state === 'live') || (a.id < b.id ? -1 : 1),
  )
  return (
    <div className="ak-vehicles" ref={layer}>
      {ordered.map((vehicle) => (
        <div key={vehicle.id} className="ak-vehicle" data-vehicle={vehicle.id} data-state={vehicle.state}>
          <VehicleMark vehicle={vehicle} age={ages.get(vehicle.id)} fontPx={fontPx} language={language} />
        </div>
      ))}
    </div>
  )
}

function VehicleMark({
  vehicle: { route, state, ageMinutes, bearing },
  age,
  fontPx,
  language,
}: {
  vehicle: SeenVehicle
  /** Where the middle of its age stands, seen from the middle of the bus. */
  age: Point | undefined
  fontPx: number
  language: KioskLanguage
}): ReactElement {
  const shown = textIn(route.name.texts, language)
  const text = withoutRuby(shown.text)
  const r = fontPx * REACH
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
      {ageMinutes !== null && age !== undefined && (
        <span
          className="ak-vehicle-age"
          lang={language}
          style={{ fontSize: fontPx * AGE_SHARE, left: age[0], top: age[1] }}
        >
          {ageWords(ageMinutes, language)}
        </span>
      )}
    </>
  )
}

function ageWords(minutes: number, language: KioskLanguage): string {
  return withoutRuby(transitWord(language, 'vehicleAge', { minutes }))
}

/** A disc with a tip that points up: where the bus is going once it is turned. */
function drop(r: number): string {
  const [tip, x, y] = [r * 1.55, r * 0.764, r * 0.645]
  return `M0 ${-tip}L${x} ${-y}A${r} ${r} 0 1 1 ${-x} ${-y}Z`
}
