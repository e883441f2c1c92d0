import type { GeoPoint, TownMap } from '@akari/protocol'
import { type PointerEvent, type ReactElement, useMemo, useRef, useState } from 'react'
import { pointsOf, townPlane } from '../../parts/town-plane.ts'
import classes from './boards.module.css'

const [WIDTH, HEIGHT] = [800, 560]
/** So far a finger or mouse strays in a press that is none but a press. */
const STRAY = 4

/** The town in outlines, on which places and lines are set by pressing and pulling. Everything on it can be typed or chosen beside it. */
export function TownDrawing({
  label,
  frame,
  map = null,
  stops = [],
  here,
  line,
  closed = false,
  onPress,
  onLine,
}: {
  label: string
  /** What is seen whole. */
  frame: readonly GeoPoint[]
  map?: Pick<TownMap, 'boundary' | 'lines' | 'places'> | null
  stops?: readonly { name: string; place: GeoPoint }[]
  here?: GeoPoint | undefined
  /** What is being drawn; its corners can be pulled, and taken away by a double press. */
  line?: readonly GeoPoint[] | undefined
  closed?: boolean
  onPress: (place: GeoPoint) => void
  onLine?: (line: GeoPoint[]) => void
}): ReactElement {
  const svg = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<number | null>(null)
  const pressed = useRef<{ x: number; y: number } | null>(null)
  const plane = useMemo(() => townPlane(frame, WIDTH, HEIGHT), [frame])
  const placeOf = ({ clientX, clientY }: PointerEvent): GeoPoint => {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect(0, 0, WIDTH, HEIGHT)
    return plane.placeAt(((clientX - box.left) / box.width) * WIDTH, ((clientY - box.top) / box.height) * HEIGHT)
  }
  return (
    <svg
      ref={svg}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={classes.map}
      role="img"
      aria-label={label}
      onPointerDown={({ clientX, clientY }) => {
        pressed.current = { x: clientX, y: clientY }
      }}
      onPointerMove={(event) => {
        if (held === null || line === undefined) return
        onLine?.(line.map((point, index) => (index === held ? placeOf(event) : point)))
      }}
      onPointerUp={(event) => {
        const from = pressed.current
        const strayed = from === null || Math.hypot(event.clientX - from.x, event.clientY - from.y) > STRAY
        if (held === null && !strayed) onPress(placeOf(event))
        setHeld(null)
      }}
      onPointerLeave={() => setHeld(null)}
    >
      {map?.boundary.map((ring, index) => (
        <polygon key={index} points={pointsOf(ring, plane)} />
      ))}
      {map?.lines.map(({ points }, index) => (
        <polyline key={index} points={pointsOf(points, plane)} />
      ))}
      {line !== undefined && (
        <polyline className={classes.drawn} points={pointsOf(closed ? [...line, ...line.slice(0, 1)] : line, plane)} />
      )}
      {stops.map(({ name, place }) => (
        <circle key={`${name} ${place.lat} ${place.lon}`} {...spot(plane.at(place))} r={5} className={classes.dot} />
      ))}
      {map?.places.map(({ id, name, at }) => (
        <g key={id}>
          <circle {...spot(plane.at(at))} r={7} className={classes.dot} />
          <text x={plane.at(at).x + 11} y={plane.at(at).y + 5}>
            {name.ja}
          </text>
        </g>
      ))}
      {here !== undefined && <circle {...spot(plane.at(here))} r={11} className={classes.here} />}
      {line?.map((point, index) => (
        <circle
          key={index}
          {...spot(plane.at(point))}
          r={9}
          className={classes.handle}
          onPointerDown={(event) => {
            event.stopPropagation()
            setHeld(index)
          }}
          onDoubleClick={() => onLine?.(line.filter((_, other) => other !== index))}
        />
      ))}
    </svg>
  )
}

function spot({ x, y }: { x: number; y: number }): { cx: number; cy: number } {
  return { cx: x, cy: y }
}
