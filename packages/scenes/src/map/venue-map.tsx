import { textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useCallback, useMemo, useRef } from 'react'
import { say } from '../locales/words.ts'
import { type Camera, projectionOf, turnedAt } from './camera.ts'
import { closedOn } from './closed-on.ts'
import { type Floor, floorWith, standingOf } from './floors.ts'
import { MapControls } from './map-controls.tsx'
import { type FloorPicture, MapLayers, paintLayers } from './map-layers.tsx'
import type { MapClosure, MapLeg, VenueMapProps } from './map-props.ts'
import { MAP_WORDS } from './map-words.ts'
import { MapLegend, quietCorner } from './map-legend.tsx'
import { marksOf } from './marks.ts'
import { pickAt } from './pick.ts'
import { Route } from './route.tsx'
import { shutSpots } from './shut-spots.ts'
import { type FloorCamera, useFloorCamera } from './use-floor-camera.ts'
import { useGestures, ZOOM_STEP } from './use-gestures.ts'
import { type LiveCamera, useLiveCamera } from './use-live-camera.ts'
import { type Size, useSize } from './use-size.ts'

/**
 * The map of a floor, the same on slides, kiosk, in an emergency and in the console. Shapes are one sheet that is drawn once
 * and moved by a transform; names, pictures and 現在地 stand upright above it. Everything of one picture follows from one
 * floor, so that nothing of another floor is ever on it.
 */
export function VenueMap(props: VenueMapProps): ReactElement {
  const { venue, levelId, legs = NO_LEGS, activeLeg = null, className = '' } = props
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const leg = activeLeg === null ? null : (legs[activeLeg] ?? null)
  const floor = floorWith(venue, leg?.levelId ?? levelId)
  return (
    <div className={`ak-venue-map ${className}`} data-interactive={props.interactive} ref={box}>
      {floor !== null && size !== null && <FloorView {...props} floor={floor} size={size} leg={leg} />}
    </div>
  )
}

const NO_LEGS: readonly MapLeg[] = []
const NO_IDS: readonly string[] = []
const NO_CLOSURES: readonly MapClosure[] = []
/** Marks stand ready so far around the view, as a share of its longer side. */
const BEYOND = 0.25

interface FloorViewProps extends VenueMapProps {
  floor: Floor
  size: Size
  leg: MapLeg | null
}

function FloorView(props: FloorViewProps): ReactElement {
  const { venue, floor, size, leg, language, facingDeg, interactive, onPick, children } = props
  const { northDeg } = venue
  const firstLeg = legsOn(floor, props.legs)[0] ?? null
  const camera = useFloorCamera({ floor, size, leg, firstLeg, facingDeg, northDeg, interactive })
  const picture = useFloorPicture(props, camera)
  const { projection, marks } = picture
  const layers = useRef<HTMLDivElement>(null)
  const paint = useCallback((now: Camera) => paintLayers(layers.current, picture, now), [picture])
  const sceneKey = `${floor.level.id} ${size.w} ${size.h}`
  const live = useLiveCamera({ settled: camera.settled, sceneKey, interactive, paint, onSettle: camera.settle })
  const view = useRef<HTMLDivElement>(null)
  const gestures = useGestures({
    view,
    enabled: interactive,
    viewport: size,
    slopPx: size.reach * 0.4,
    live,
    clamp: camera.clamp,
    glide: camera.settle,
    onReset: camera.reset,
    onTap: (at) => onPick?.(pickAt(floor, marks, projectionOf(live.now(), size), at, size.touch / 2)),
  })
  const label = withoutRuby(MAP_WORDS[language].plan.replace('{level}', textIn(floor.name, language).text))
  return (
    <>
      <div
        className="ak-map-view"
        ref={view}
        aria-label={label}
        {...(interactive ? { role: 'application', tabIndex: 0, ...gestures } : { role: 'img' })}
      >
        <MapLayers
          picture={picture}
          layers={layers}
          highlight={props.highlight ?? NO_IDS}
          closures={props.closures ?? NO_CLOSURES}
        >
          <Ways {...props} picture={picture} asked={camera.asked} />
          {children?.(projection)}
        </MapLayers>
      </div>
      {picture.marks.some(({ kind }) => kind === 'shut') && (
        <MapLegend language={language} corner={quietCorner(picture, size, firstLeg, interactive)} />
      )}
      {interactive && <Controls {...props} camera={camera} live={live} />}
    </>
  )
}

/** Everything that is drawn for the settled camera. */
function useFloorPicture(props: FloorViewProps, { settled, hereLabelSide }: FloorCamera): FloorPicture {
  const { venue, floor, size, language, kioskId, interactive, highlight, keyed = false, draw = marksOf } = props
  const { closures = NO_CLOSURES } = props
  const closed = useMemo(() => closedOn(floor.level, closures), [floor, closures])
  const shut = useMemo(() => shutSpots(floor, closures), [floor, closures])
  const standing = useMemo(() => standingOf(venue, kioskId), [venue, kioskId])
  const here = standing !== null && floor.levelIds.includes(standing.levelId) ? standing.at : null
  return useMemo(() => {
    const projection = projectionOf(settled, size)
    const marks = draw(floor.level, {
      projection,
      size,
      language,
      here,
      hereLabel: withoutRuby(say(language, 'youAreHere')),
      hereLabelSide,
      keyed,
      highlight: new Set(highlight),
      closed,
      shut,
      beyond: interactive ? Math.max(size.w, size.h) * BEYOND : 0,
    })
    return { floor, size, settled, projection, marks }
  }, [draw, floor, settled, size, language, here, hereLabelSide, keyed, highlight, closed, shut, interactive])
}

/** The stretches of the way that lie on this floor. */
function Ways(props: FloorViewProps & { picture: FloorPicture; asked: string }): ReactElement {
  const { floor, size, leg, legs, interactive, picture, asked } = props
  return (
    <>
      {legsOn(floor, legs).map((each, index) => (
        <Route
          key={`${asked} ${index}`}
          points={each.points.map(picture.projection.project)}
          width={size.reach * 0.5}
          rank={leg === null || each === leg ? 'active' : 'other'}
          drawn={interactive && each === leg}
        />
      ))}
    </>
  )
}

function legsOn({ levelIds }: Floor, legs: readonly MapLeg[] = NO_LEGS): readonly MapLeg[] {
  return legs.filter(({ levelId, points }) => levelIds.includes(levelId) && points.length > 1)
}

function Controls(props: FloorViewProps & { camera: FloorCamera; live: LiveCamera }): ReactElement {
  const { venue, floor, size, language, kioskId, facingDeg, camera, live } = props
  const standing = standingOf(venue, kioskId)
  const isHere = standing !== null && floor.levelIds.includes(standing.levelId)
  const zoom = (factor: number): void =>
    camera.settle(camera.clamp(turnedAt(live.now(), [size.w / 2, size.h / 2], size, { factor, turnDeg: 0 })))
  return (
    <MapControls
      language={language}
      northDeg={venue.northDeg + camera.settled.turnDeg}
      isNorthUp={camera.isNorthUp}
      hasFacing={facingDeg !== null}
      onTurn={camera.toggleNorth}
      onZoom={(direction) => zoom(direction === 'nearer' ? ZOOM_STEP : 1 / ZOOM_STEP)}
      onWhole={camera.showWhole}
      {...(isHere ? { onHere: () => camera.showAt(standing.at) } : {})}
    />
  )
}
