import { type Point, textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useCallback, useMemo, useRef, useState } from 'react'
import { say } from '../locales/words.ts'
import { type Camera, clampCamera, overTransform, projectionOf, sheetTransform, turnedAt } from './camera.ts'
import { type Floor, floorWith, standingOf } from './floors.ts'
import { homeView, labelSide, nearestPxPerM } from './home-view.ts'
import { LevelSheet, sheetBox } from './level-sheet.tsx'
import { liveMarks } from './live-marks.ts'
import { MapControls } from './map-controls.tsx'
import { MarkView } from './mark-view.tsx'
import type { MapLeg, VenueMapProps } from './map-props.ts'
import { MAP_WORDS } from './map-words.ts'
import { marksOf } from './marks.ts'
import { pickAt } from './pick.ts'
import { Route } from './route.tsx'
import { useGestures, ZOOM_STEP } from './use-gestures.ts'
import { useLiveCamera } from './use-live-camera.ts'
import { type Size, useSize } from './use-size.ts'

/**
 * The map of a floor, the same on slides, kiosk, in an emergency and in the console. Shapes are one sheet that is drawn once
 * and moved by a transform; names, pictures, 現在地 stand upright above it. Everything of one picture follows from one floor,
 * so that nothing of another floor is ever on it.
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
/** Marks stand ready so far around the view, as a share of its sides. */
const BEYOND = 0.25

interface FloorViewProps extends VenueMapProps {
  floor: Floor
  size: Size
  leg: MapLeg | null
}

function FloorView(props: FloorViewProps): ReactElement {
  const { venue, floor, size, leg, language, kioskId, facingDeg, interactive } = props
  const { highlight = NO_IDS, closures = [], keyed = false, draw = marksOf, onPick, children } = props
  const legs = (props.legs ?? NO_LEGS).filter((each) => floor.levelIds.includes(each.levelId) && each.points.length > 1)
  const standing = useMemo(() => standingOf(venue, kioskId), [venue, kioskId])
  const here = standing !== null && floor.levelIds.includes(standing.levelId) ? standing.at : null
  const [isNorthUp, setNorthUp] = useState(false)
  const homeTurnDeg = isNorthUp ? -venue.northDeg : -(facingDeg ?? 0)

  const way = leg !== null && leg.points.length > 1 ? leg.points : null
  const side = labelSide(way, homeTurnDeg)
  const controlsPx = interactive ? size.touch * 1.4 : 0
  const home = useMemo(
    () => homeView(floor, leg?.points ?? null, homeTurnDeg, size, { hereLabel: side, controlsPx }),
    [floor, leg, homeTurnDeg, size, side, controlsPx],
  )
  const whole = useMemo(
    () => homeView(floor, null, homeTurnDeg, size, { hereLabel: null, controlsPx }),
    [floor, homeTurnDeg, size, controlsPx],
  )
  const clamp = useCallback(
    (camera: Camera) =>
      clampCamera(camera, floor.extent, size, {
        leastPxPerM: Math.min(whole.pxPerM, home.pxPerM) * 0.85,
        mostPxPerM: Math.max(nearestPxPerM(size), whole.pxPerM),
      }),
    [floor, size, whole, home],
  )

  // What a hand chose holds until something else is asked for.
  const asked = `${homeTurnDeg} ${legKey(leg)}`
  const [chosen, setChosen] = useState<{ asked: string; camera: Camera } | null>(null)
  const byHand = chosen !== null && chosen.asked === asked ? chosen.camera : null
  const settled = useMemo(() => (byHand === null ? home : clamp(byHand)), [byHand, home, clamp])
  const settle = (camera: Camera): void => setChosen({ asked, camera })

  const projection = useMemo(() => projectionOf(settled, size), [settled, size])
  const marks = useMemo(
    () =>
      draw(floor.level, {
        projection,
        size,
        language,
        here,
        hereLabel: withoutRuby(say(language, 'youAreHere')),
        hereLabelSide: side,
        keyed,
        highlight: new Set(highlight),
        beyond: interactive ? Math.max(size.w, size.h) * BEYOND : 0,
      }),
    [draw, floor, projection, size, language, here, side, keyed, highlight, interactive],
  )

  const ground = useRef<HTMLDivElement>(null)
  const over = useRef<SVGSVGElement>(null)
  const upright = useRef<HTMLDivElement>(null)
  const sheet = useMemo(() => {
    const { x, y } = sheetBox(floor.extent)
    const origin: Point = [x, y]
    return { origin, pxPerM: settled.pxPerM }
  }, [floor, settled])
  const paint = useCallback(
    (camera: Camera): void => {
      if (ground.current !== null) ground.current.style.transform = sheetTransform(camera, size, sheet)
      if (over.current !== null) over.current.style.transform = overTransform(camera, settled, size)
      const now = liveMarks(marks, projection, projectionOf(camera, size))
      for (const [index, element] of [...(upright.current?.children ?? [])].entries()) {
        const mark = now[index]
        if (!(element instanceof SVGElement) || mark === undefined) continue
        element.style.transform = `translate(${mark.at[0].toFixed(1)}px, ${mark.at[1].toFixed(1)}px)`
        element.style.visibility = mark.isFree ? 'visible' : 'hidden'
      }
    },
    [size, sheet, settled, marks, projection],
  )
  const sceneKey = `${floor.level.id} ${size.w} ${size.h}`
  const live = useLiveCamera({ settled, sceneKey, interactive, paint, onSettle: settle })
  const view = useRef<HTMLDivElement>(null)
  const gestures = useGestures({
    view,
    enabled: interactive,
    viewport: size,
    slopPx: size.reach * 0.4,
    live,
    clamp,
    glide: settle,
    onReset: () => {
      setNorthUp(false)
      setChosen(null)
    },
    onTap: (at) => onPick?.(pickAt(floor, marks, projectionOf(live.now(), size), at, size.touch / 2)),
  })
  const zoom = (factor: number): void =>
    settle(clamp(turnedAt(live.now(), [size.w / 2, size.h / 2], size, { factor, turnDeg: 0 })))
  const label = withoutRuby(MAP_WORDS[language].plan.replace('{level}', textIn(floor.name, language).text))
  return (
    <>
      <div
        className="ak-map-view"
        ref={view}
        aria-label={label}
        {...(interactive ? { role: 'application', tabIndex: 0, ...gestures } : { role: 'img' })}
      >
        <div className="ak-map-ground" ref={ground}>
          <LevelSheet floor={floor} pxPerM={settled.pxPerM} highlight={highlight} closures={closures} />
        </div>
        <svg className="ak-map-over" ref={over} width={size.w} height={size.h} focusable="false">
          {legs.map((each, index) => (
            <Route
              key={`${asked} ${index}`}
              points={each.points.map(projection.project)}
              width={size.reach * 0.5}
              rank={leg === null || each === leg ? 'active' : 'other'}
              drawn={interactive && each === leg}
            />
          ))}
          {children?.(projection)}
        </svg>
        <div className="ak-map-upright" ref={upright}>
          {marks.map((mark) => (
            <svg
              key={mark.id}
              className="ak-map-mark"
              data-mark={mark.id}
              width={mark.box.w}
              height={mark.box.h}
              style={{ transform: `translate(${mark.box.x}px, ${mark.box.y}px)` }}
              focusable="false"
            >
              <MarkView mark={mark} />
            </svg>
          ))}
        </div>
      </div>
      {interactive && (
        <MapControls
          language={language}
          northDeg={venue.northDeg + settled.turnDeg}
          isNorthUp={isNorthUp}
          hasFacing={facingDeg !== null}
          onTurn={() => setNorthUp(!isNorthUp)}
          onZoom={(direction) => zoom(direction === 'nearer' ? ZOOM_STEP : 1 / ZOOM_STEP)}
          onWhole={() => settle(whole)}
          {...(here === null
            ? {}
            : { onHere: () => settle(clamp({ ...whole, centre: here, pxPerM: whole.pxPerM * 2.5 })) })}
        />
      )}
    </>
  )
}

/** Equal for the same stretch of the same way. */
function legKey(leg: MapLeg | null): string {
  return leg === null ? '' : `${leg.levelId} ${leg.kind} ${leg.points.join(' ')}`
}
