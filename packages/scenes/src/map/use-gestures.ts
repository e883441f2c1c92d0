import type { Point } from '@akari/protocol'
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { type Camera, movedBy, pinched, turnedAt, type Viewport } from './camera.ts'
import type { LiveCamera } from './use-live-camera.ts'

interface GestureInput {
  view: RefObject<HTMLElement | null>
  enabled: boolean
  viewport: Viewport
  /** A finger that moved less than this has tapped, in pixels of the view. */
  slopPx: number
  live: LiveCamera
  clamp: (camera: Camera) => Camera
  /** Goes there before one's eyes: for keys. */
  glide: (camera: Camera) => void
  onReset: () => void
  onTap: (at: Point) => void
}

export interface GestureHandlers {
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerCancel: (event: PointerEvent) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** What an arrow key moves, as a share of the shorter side. */
const STEP_SHARE = 0.2
/** One press of a button or key. */
export const ZOOM_STEP = 1.6

/** Fingers, pen, mouse, wheel and keys as movements of the camera. */
export function useGestures(input: GestureInput): GestureHandlers {
  const latest = useRef(input)
  latest.current = input
  const { view, enabled } = input
  const fingers = useRef(new Map<number, Point>())
  const tap = useRef<Point | null>(null)

  useEffect(() => {
    const element = view.current
    if (!enabled || element === null) return
    // Not by React: it listens passively, and the page would scroll or zoom as well.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault()
      const { viewport, live, clamp } = latest.current
      const factor = Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015) * (event.deltaMode === 1 ? 20 : 1))
      live.move(clamp(turnedAt(live.now(), placeIn(element, event), viewport, { factor, turnDeg: 0 })))
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [view, enabled])

  return useMemo(() => {
    const onPointerDown = (event: PointerEvent): void => {
      const element = latest.current.view.current
      if (element === null || fingers.current.size >= 2 || event.button !== 0) return
      const at = placeIn(element, event)
      fingers.current.set(event.pointerId, at)
      tap.current = fingers.current.size === 1 ? at : null
    }
    const onPointerMove = (event: PointerEvent): void => {
      const { view: ref, viewport, slopPx, live, clamp } = latest.current
      const before = fingers.current.get(event.pointerId)
      if (ref.current === null || before === undefined) return
      const at = placeIn(ref.current, event)
      if (tap.current !== null) {
        if (Math.hypot(at[0] - tap.current[0], at[1] - tap.current[1]) < slopPx) return
        tap.current = null
      }
      ref.current.setPointerCapture(event.pointerId)
      const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
      fingers.current.set(event.pointerId, at)
      const moved =
        other === undefined
          ? movedBy(live.now(), [at[0] - before[0], at[1] - before[1]])
          : pinched(live.now(), [before, other], [at, other], viewport)
      live.move(clamp(moved))
    }
    const onPointerUp = (event: PointerEvent): void => {
      if (!fingers.current.delete(event.pointerId)) return
      if (tap.current !== null) latest.current.onTap(tap.current)
      tap.current = null
    }
    const onPointerCancel = (event: PointerEvent): void => {
      fingers.current.delete(event.pointerId)
      tap.current = null
    }
    const onKeyDown = (event: KeyboardEvent): void => {
      const { viewport, live, clamp, glide, onReset } = latest.current
      const camera = live.now()
      const zoom = (factor: number): Camera =>
        turnedAt(camera, [viewport.w / 2, viewport.h / 2], viewport, { factor, turnDeg: 0 })
      const step = STEP_SHARE * Math.min(viewport.w, viewport.h)
      const byKey: Record<string, () => Camera> = {
        ArrowLeft: () => movedBy(camera, [step, 0]),
        ArrowRight: () => movedBy(camera, [-step, 0]),
        ArrowUp: () => movedBy(camera, [0, step]),
        ArrowDown: () => movedBy(camera, [0, -step]),
        '+': () => zoom(ZOOM_STEP),
        ';': () => zoom(ZOOM_STEP),
        '=': () => zoom(ZOOM_STEP),
        '-': () => zoom(1 / ZOOM_STEP),
      }
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.key === 'r' || event.key === 'R') onReset()
      else if (byKey[event.key] !== undefined) glide(clamp(byKey[event.key]?.() ?? camera))
      else return
      event.preventDefault()
    }
    return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown }
  }, [])
}

/** In pixels of the element's own layout: a stage that is drawn smaller than it is counts. */
function placeIn(element: HTMLElement, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const box = element.getBoundingClientRect()
  const scale = box.width / element.clientWidth || 1
  return [(clientX - box.left) / scale, (clientY - box.top) / scale]
}
