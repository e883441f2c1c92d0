import type { VenueLevel } from '@akari/protocol'
import { memo, useId, type CSSProperties, type ReactElement } from 'react'
import { type Box, grown } from './extent.ts'
import type { Floor } from './floors.ts'
import { pathsOf, shapePath } from './level-paths.ts'
import type { MapClosure } from './map-props.ts'

interface LevelSheetProps {
  floor: Floor
  /** What is drawn sharp; another scale is a transform of the sheet until it comes to rest. */
  pxPerM: number
  highlight: readonly string[]
  closures: readonly MapClosure[]
}

/** Strokes along the outline reach beyond it. */
const EDGE_M = 1

/** The part of the plan that a sheet shows, in metres. */
export function sheetBox(extent: Box): Box {
  return grown(extent, EDGE_M)
}

/** The shapes of a floor: outline, rooms, steps and doors, with what is pointed out and what is closed. */
export function LevelSheet({ floor, pxPerM, highlight, closures }: LevelSheetProps): ReactElement {
  const { x, y, w, h } = sheetBox(floor.extent)
  // Strokes are counted in pixels of the glass: the style sheet divides by the scale.
  const style: CSSProperties & Record<'--scale', string> = { '--scale': pxPerM.toFixed(3) }
  return (
    <svg
      className="ak-plan"
      viewBox={`${x} ${y} ${w} ${h}`}
      width={w * pxPerM}
      height={h * pxPerM}
      style={style}
      aria-hidden
      focusable="false"
    >
      <Shapes level={floor.level} />
      <Emphasis floor={floor} highlight={highlight} closures={closures} />
    </svg>
  )
}

const Shapes = memo(function Shapes({ level }: { level: VenueLevel }): ReactElement {
  const { outline, units, treads, doors, serviceDoors } = pathsOf(level)
  return (
    <>
      <path className="ak-plan-outline" d={outline} />
      {units.map(({ look, d }) => (
        <path key={look} className="ak-plan-unit" data-unit={look} d={d} />
      ))}
      <path className="ak-plan-tread" d={treads} />
      <path className="ak-plan-door" d={doors} />
      <path className="ak-plan-door" data-door="service" d={serviceDoors} />
    </>
  )
})

/** Rooms that are pointed out, and rooms, doors and zones that are closed. */
function Emphasis({
  floor: { level, levelIds },
  highlight,
  closures,
}: Pick<LevelSheetProps, 'floor' | 'highlight' | 'closures'>): ReactElement {
  const hatch = useId()
  const pointedOut = new Set(highlight)
  const homes = new Set(level.occupants.filter(({ id }) => pointedOut.has(id)).map(({ unitId }) => unitId))
  const rooms = level.units.filter(({ id, kind }) => pointedOut.has(id) || (homes.has(id) && kind !== 'walkway'))
  const ids = new Set(closures.flatMap(({ featureIds }) => featureIds))
  const closed = [
    ...level.units.filter(({ id }) => ids.has(id)).map(({ shape }) => shapePath(shape)),
    ...closures
      .flatMap(({ zones }) => zones.filter(({ levelId }) => levelIds.includes(levelId)))
      .map(({ ring }) => shapePath([[ring]])),
  ]
  return (
    <>
      {rooms.length > 0 && <path className="ak-plan-pointed" d={rooms.map(({ shape }) => shapePath(shape)).join('')} />}
      {closed.length > 0 && (
        <>
          <pattern id={hatch} width="1.2" height="1.2" patternUnits="userSpaceOnUse">
            <path className="ak-plan-hatch" d="M-.3 .3 .3-.3M0 1.2 1.2 0M.9 1.5 1.5 .9" />
          </pattern>
          <path className="ak-plan-closed" fill={`url(#${hatch})`} d={closed.join('')} />
        </>
      )}
      {level.openings
        .filter(({ id }) => ids.has(id))
        .map(({ id, line }) => (
          <polyline key={id} className="ak-plan-shut" points={line.map((point) => point.join(',')).join(' ')} />
        ))}
    </>
  )
}
