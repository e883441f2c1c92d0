import type { Point } from '@akari/protocol'
import { useCallback, useMemo, useState } from 'react'
import { type Camera, clampCamera } from './camera.ts'
import type { Floor } from './floors.ts'
import { homeView, labelSide, nearestPxPerM, type Side } from './home-view.ts'
import type { MapLeg } from './map-props.ts'
import type { Size } from './use-size.ts'

interface FloorCameraInput {
  floor: Floor
  size: Size
  /** The stretch of a way that the view is to show. */
  leg: MapLeg | null
  /** The first stretch on this floor, whether the view is to show it or not. */
  firstLeg: MapLeg | null
  facingDeg: number | null
  northDeg: number
  interactive: boolean
}

export interface FloorCamera {
  /** What is to be drawn: where a hand left it, or where the map starts from. */
  settled: Camera
  /** Changes with what the map was asked to show. */
  asked: string
  /** On which side of the display its label stands. */
  hereLabelSide: Side | null
  isNorthUp: boolean
  clamp: (camera: Camera) => Camera
  settle: (camera: Camera) => void
  showWhole: () => void
  showAt: (metres: Point) => void
  toggleNorth: () => void
  reset: () => void
}

/** How much nearer than the whole floor one stands at a place. */
const AT_A_PLACE = 2.5
/** How much farther than the whole floor one can go. */
const FARTHEST = 0.85

/** Where to look from: the floor, or a stretch of a way, heading up; then wherever a hand moves it, within bounds. */
export function useFloorCamera(input: FloorCameraInput): FloorCamera {
  const { floor, size, leg, firstLeg, facingDeg, northDeg, interactive } = input
  const [isNorthUp, setNorthUp] = useState(false)
  const turnDeg = isNorthUp ? -northDeg : -(facingDeg ?? 0)
  const hereLabelSide = labelSide((leg ?? firstLeg)?.points ?? null, turnDeg)
  const controlsPx = interactive ? size.touch * 1.4 : 0
  const home = useMemo(
    () =>
      homeView(floor, leg?.points ?? null, turnDeg, size, {
        hereLabel: leg === null ? null : hereLabelSide,
        controlsPx,
      }),
    [floor, leg, turnDeg, size, hereLabelSide, controlsPx],
  )
  const whole = useMemo(
    () => homeView(floor, null, turnDeg, size, { hereLabel: null, controlsPx }),
    [floor, turnDeg, size, controlsPx],
  )
  const clamp = useCallback(
    (camera: Camera) =>
      clampCamera(camera, floor.extent, size, {
        leastPxPerM: Math.min(whole.pxPerM, home.pxPerM) * FARTHEST,
        mostPxPerM: Math.max(nearestPxPerM(size), whole.pxPerM),
      }),
    [floor, size, whole, home],
  )
  // What a hand chose holds until something else is asked for.
  const asked = `${turnDeg} ${leg === null ? '' : `${leg.levelId} ${leg.kind} ${leg.points.join(' ')}`}`
  const [chosen, setChosen] = useState<{ asked: string; camera: Camera } | null>(null)
  const byHand = chosen !== null && chosen.asked === asked ? chosen.camera : null
  const settled = useMemo(() => (byHand === null ? home : clamp(byHand)), [byHand, home, clamp])
  const settle = (camera: Camera): void => setChosen({ asked, camera })
  return {
    settled,
    asked,
    hereLabelSide,
    isNorthUp,
    clamp,
    settle,
    showWhole: () => settle(whole),
    showAt: (metres) => settle(clamp({ ...whole, centre: metres, pxPerM: whole.pxPerM * AT_A_PLACE })),
    toggleNorth: () => setNorthUp(!isNorthUp),
    reset: () => {
      setNorthUp(false)
      setChosen(null)
    },
  }
}
