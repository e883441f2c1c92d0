import { type KioskLanguage, type Point, textIn, type VenueLevel, type VenueUnit, withoutRuby } from '@akari/protocol'
import { useMemo, type ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { type MapMark, marksOf, type Surroundings } from './marks.ts'
import { Route } from './route.tsx'
import { Pictogram } from './pictogram.tsx'
import { fitInto, pathOf, type Projection } from './projection.ts'
import type { Size } from './use-size.ts'

/** Room for the label of the display, in sizes of its type. */
const HERE_LABEL = 3.4

interface FloorPlanProps {
  level: VenueLevel
  size: Size
  rotationDeg: number
  language: KioskLanguage
  kioskId: string | null
  /** Does a list beside the plan explain the numbers of the counters? */
  keyed: boolean
  /** What the plan is drawn large around, in metres; the whole level when left out. */
  focus?: readonly Point[]
  /** A way over the plan, in metres, from its beginning. */
  route?: readonly Point[]
  /** What stands on the plan; the everyday names and pictures unless something else is said. */
  draw?: (level: VenueLevel, around: Surroundings) => MapMark[]
}

/** The drawing of one level: quiet shapes below, names and pictures upright above, 現在地 on top. */
export function FloorPlan(props: FloorPlanProps): ReactElement {
  const { level, size, rotationDeg, language, kioskId, keyed, focus, route, draw = marksOf } = props
  const hereLabelSide = labelSide(route, rotationDeg)
  const projection = useMemo(
    () => fitLevel(focus ?? level.outline.flat(2), size, rotationDeg, hereLabelSide),
    [focus, level, size, rotationDeg, hereLabelSide],
  )
  const here = level.kiosks.find((kiosk) => kiosk.id === kioskId)?.at ?? null
  const marks = useMemo(
    () =>
      draw(level, {
        projection,
        size,
        language,
        here,
        hereLabel: withoutRuby(say(language, 'youAreHere')),
        hereLabelSide,
        keyed,
      }),
    [draw, level, projection, size, language, here, hereLabelSide, keyed],
  )
  return (
    <svg
      className="ak-plan"
      viewBox={`0 0 ${size.w} ${size.h}`}
      width={size.w}
      height={size.h}
      role="img"
      aria-label={withoutRuby(textIn(level.shortName, language).text)}
    >
      <path className="ak-plan-outline" fillRule="evenodd" d={pathOf(level.outline, projection.project)} />
      <Units level={level} projection={projection} />
      <Doors level={level} projection={projection} />
      {route !== undefined && <Route points={route.map(projection.project)} width={size.reach * 0.5} />}
      {marks.map((mark) => (
        <Mark key={mark.id} mark={mark} />
      ))}
    </svg>
  )
}

type Side = 'above' | 'below'

/** `label`: on which side of the display its label needs room of its own. */
function fitLevel(points: readonly Point[], size: Size, rotationDeg: number, label: Side | null): Projection {
  const edge = size.reach * 1.1
  const [above, below] = [
    label === 'above' ? size.reach * HERE_LABEL : edge,
    label === 'below' ? size.reach * HERE_LABEL : edge,
  ]
  const inner = fitInto(points, rotationDeg, { w: size.w - 2 * edge, h: size.h - above - below })
  const project = (point: Point): Point => {
    const [x, y] = inner.project(point)
    return [x + edge, y + above]
  }
  return { ...inner, project, box: { ...inner.box, x: inner.box.x + edge, y: inner.box.y + above } }
}

/** The label keeps to the other side of the display than the way sets out on; null where there is no way. */
function labelSide(route: readonly Point[] | undefined, rotationDeg: number): Side | null {
  const [from, to] = route ?? []
  if (from === undefined || to === undefined) return null
  const radians = (rotationDeg * Math.PI) / 180
  const down = (to[0] - from[0]) * Math.sin(radians) + (to[1] - from[1]) * Math.cos(radians)
  return down < 0 ? 'below' : 'above'
}

function Units({ level, projection }: { level: VenueLevel; projection: Projection }): ReactElement {
  const serving = new Set(level.occupants.map((occupant) => occupant.unitId))
  return (
    <g>
      {level.units.map((unit) => (
        <path
          key={unit.id}
          className="ak-plan-unit"
          data-unit={serving.has(unit.id) && unit.kind !== 'walkway' ? 'counter' : unit.kind}
          fillRule="evenodd"
          d={pathOf(unit.shape, projection.project)}
        />
      ))}
      {level.units.filter(isStepped).map((unit) => (
        <path key={unit.id} className="ak-plan-tread" d={treads(unit, projection)} />
      ))}
    </g>
  )
}

function isStepped(unit: VenueUnit): boolean {
  return unit.kind === 'stairs' || unit.kind === 'escalator'
}

/** Lines across a flight of steps, along its longer side. */
function treads(unit: VenueUnit, { project, pxPerM }: Projection): string {
  const points = unit.shape.flat(2).map(project)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const along = east - west > south - north
  const count = Math.max(2, Math.floor((along ? east - west : south - north) / (0.7 * pxPerM)))
  const lines = Array.from({ length: count - 1 }, (_, index) => (index + 1) / count)
  return lines
    .map((share) =>
      along
        ? `M${(west + (east - west) * share).toFixed(1)} ${north.toFixed(1)}V${south.toFixed(1)}`
        : `M${west.toFixed(1)} ${(north + (south - north) * share).toFixed(1)}H${east.toFixed(1)}`,
    )
    .join('')
}

function Doors({ level, projection }: { level: VenueLevel; projection: Projection }): ReactElement {
  const width = Math.max(2, projection.pxPerM * 0.32)
  return (
    <g strokeWidth={width}>
      {level.openings.map((opening) => (
        <polyline
          key={opening.id}
          className="ak-plan-door"
          data-door={opening.category}
          points={opening.line.map((point) => projection.project(point).join(',')).join(' ')}
        />
      ))}
    </g>
  )
}

function Mark({ mark }: { mark: MapMark }): ReactElement {
  switch (mark.kind) {
    case 'name':
      return (
        <g className="ak-plan-name" data-rank={mark.rank} fontSize={mark.fontPx} lang={mark.language}>
          {mark.lines.map((text, index) => (
            <text
              key={text}
              x={mark.box.x + mark.box.w / 2}
              y={mark.box.y + mark.fontPx * (0.9 + 1.12 * index)}
              textAnchor="middle"
              strokeWidth={mark.fontPx * 0.18}
            >
              {text}
            </text>
          ))}
        </g>
      )
    case 'pictogram':
      return (
        <g transform={`translate(${mark.box.x + mark.box.w / 2} ${mark.box.y + mark.box.h / 2})`}>
          <Pictogram name={mark.name} size={mark.sizePx} crossed={mark.crossed ?? false} />
        </g>
      )
    case 'here':
      return (
        <g className="ak-here" transform={`translate(${mark.at[0]} ${mark.at[1]})`}>
          <circle className="ak-here-halo" r={mark.fontPx * 0.95} />
          <circle className="ak-here-dot" r={mark.fontPx * 0.62} strokeWidth={mark.fontPx * 0.2} />
          <g transform={`translate(${mark.label.x - mark.at[0]} ${mark.label.y - mark.at[1]})`}>
            <path className="ak-here-plate" d={pointer(mark)} />
            <rect className="ak-here-plate" width={mark.label.w} height={mark.label.h} rx={mark.fontPx * 0.3} />
            <text
              className="ak-here-text"
              lang={mark.language}
              fontSize={mark.fontPx}
              x={mark.label.w / 2}
              y={mark.fontPx * 1.17}
              textAnchor="middle"
            >
              {mark.text}
            </text>
          </g>
        </g>
      )
  }
}

/** The tip of the label's plate, towards the dot. */
function pointer({ at, label, below, fontPx }: Extract<MapMark, { kind: 'here' }>): string {
  const [half, tip] = [fontPx * 0.35, fontPx * (below ? -0.42 : 0.42)]
  const x = Math.max(half, Math.min(at[0] - label.x, label.w - half))
  return `M${x - half} ${below ? 1 : label.h - 1}h${half * 2}l${-half} ${tip}z`
}
