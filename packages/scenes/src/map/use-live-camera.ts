import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { between, type Camera, isSameView } from './camera.ts'

interface LiveCameraInput {
  /** What was drawn sharp, and its labels placed for. */
  settled: Camera
  /** Pictures of one key can be glided between; another floor or another frame appears at once. */
  sceneKey: string
  /** Does a hand move it? Otherwise nothing here runs but the first painting. */
  interactive: boolean
  /** Puts what is drawn under this camera, without drawing it again. */
  paint: (camera: Camera) => void
  onSettle: (camera: Camera) => void
}

export interface LiveCamera {
  now: () => Camera
  /** A hand moved it: painted with the next frame, settled once the hand rests. */
  move: (camera: Camera) => void
}

const GLIDE_MS = 350
/** A hand that rests so long has finished: labels are placed and the plan is drawn sharp again. */
const REST_MS = 180

/** The camera of this very frame, apart from the one that React drew for. Costs nothing while nothing moves. */
export function useLiveCamera(input: LiveCameraInput): LiveCamera {
  const { settled, sceneKey, interactive, paint } = input
  const latest = useRef(input)
  const live = useRef(settled)
  const shownKey = useRef(sceneKey)
  const frame = useRef(0)
  const rest = useRef(0)

  useLayoutEffect(() => {
    latest.current = input
  })

  useLayoutEffect(() => {
    cancelAnimationFrame(frame.current)
    clearTimeout(rest.current)
    const from = live.current
    const isGlide = interactive && shownKey.current === sceneKey && !isSameView(from, settled) && !prefersStillness()
    shownKey.current = sceneKey
    if (!isGlide) {
      live.current = settled
      paint(settled)
      return
    }
    paint(from)
    const started = performance.now()
    const step = (nowMs: number): void => {
      const share = Math.min(1, Math.max(0, nowMs - started) / GLIDE_MS)
      live.current = share === 1 ? settled : between(from, settled, 1 - (1 - share) ** 3)
      paint(live.current)
      if (share < 1) frame.current = requestAnimationFrame(step)
    }
    frame.current = requestAnimationFrame(step)
  }, [settled, sceneKey, interactive, paint])

  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current)
      clearTimeout(rest.current)
    },
    [],
  )

  return useMemo(
    () => ({
      now: () => live.current,
      move: (camera) => {
        live.current = camera
        cancelAnimationFrame(frame.current)
        frame.current = requestAnimationFrame(() => latest.current.paint(live.current))
        clearTimeout(rest.current)
        rest.current = window.setTimeout(() => latest.current.onSettle(live.current), REST_MS)
      },
    }),
    [],
  )
}

function prefersStillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
