import type { GeoPoint, TownMap } from '@akari/protocol'
import { Text } from '@mantine/core'
import { type PointerEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '../../api/session.ts'
import { pointsOf } from '../../parts/town-plane.ts'
import { TownCorners } from './town-corners.tsx'
import { TownCross } from './town-cross.tsx'
import { useSteadyPlane } from './use-steady-plane.ts'
import classes from './boards.module.css'

const [WIDTH, HEIGHT] = [800, 560]
/** So far a finger or mouse strays in a press that is none but a press. */
const STRAY = 4

/** The town in outlines, on which places and lines are set by pressing and pulling, with mouse, finger or keys. */
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
  /** What is being drawn. */
  line?: readonly GeoPoint[] | undefined
  closed?: boolean
  onPress: (place: GeoPoint) => void
  /** `about` names one move; null: a step of its own. */
  onLine: (line: GeoPoint[], about: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const readOnly = !useMay('content')
  const svg = useRef<SVGSVGElement>(null)
  const [held, setHeld] = useState<{ index: number; about: string } | null>(null)
  const pulls = useRef(0)
  const pressed = useRef<{ x: number; y: number } | null>(null)
  const plane = useSteadyPlane(frame, WIDTH, HEIGHT)
  const placeOf = ({ clientX, clientY }: PointerEvent): GeoPoint => {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect(0, 0, WIDTH, HEIGHT)
    return plane.placeAt(((clientX - box.left) / box.width) * WIDTH, ((clientY - box.top) / box.height) * HEIGHT)
  }
  return (
    <>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={classes.map}
        role="group"
        aria-label={label}
        onPointerDown={({ clientX, clientY }) => {
          pressed.current = { x: clientX, y: clientY }
        }}
        onPointerMove={(event) => {
          if (held === null || line?.[held.index] === undefined) return
          onLine(line.with(held.index, placeOf(event)), held.about)
        }}
        onPointerUp={(event) => {
          const from = pressed.current
          const strayed = from === null || Math.hypot(event.clientX - from.x, event.clientY - from.y) > STRAY
          if (!readOnly && held === null && !strayed) onPress(placeOf(event))
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
          <polyline
            className={classes.drawn}
            points={pointsOf(closed ? [...line, ...line.slice(0, 1)] : line, plane)}
          />
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
        {!readOnly && line !== undefined && (
          <TownCorners
            line={line}
            plane={plane}
            onHold={(index) => {
              pulls.current += 1
              setHeld({ index, about: `pull ${pulls.current}` })
            }}
            onLine={onLine}
          />
        )}
        {!readOnly && <TownCross plane={plane} onPress={onPress} />}
      </svg>
      {!readOnly && (
        <Text size="sm" c="gray.6">
          {t('boards.keysHint')}
        </Text>
      )}
    </>
  )
}

function spot({ x, y }: { x: number; y: number }): { cx: number; cy: number } {
  return { cx: x, cy: y }
}
