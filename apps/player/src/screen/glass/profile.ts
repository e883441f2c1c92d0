import type { DisplayProfile } from '@akari/protocol'
import type { Glass } from '@akari/scenes'
import { useMemo, useSyncExternalStore } from 'react'

/** A 55-inch display read from two metres, as long as nobody has said what this one is. */
const UNKNOWN_LONG_SIDE_MM = 1210
const UNKNOWN_DISTANCE_M = 2
/** Below this share of difference the window has the shape the programme says. */
const SAME_SHAPE = 0.02

/** The measures of the stage: the display's as published, unless the window has another shape. */
export function profileFor(display: DisplayProfile | null, window: { width: number; height: number }): Glass {
  const longPx = Math.max(window.width, window.height)
  const own = { widthPx: window.width, heightPx: window.height }
  if (display === null) return { ...own, mmPerPx: UNKNOWN_LONG_SIDE_MM / longPx, viewingDistanceM: UNKNOWN_DISTANCE_M }
  const published = display.widthPx / display.heightPx
  if (Math.abs(window.width / window.height / published - 1) < SAME_SHAPE) return display
  const longMm = Math.max(display.widthPx, display.heightPx) * display.mmPerPx
  const { viewingDistanceM, languagesBeside } = display
  return { ...own, mmPerPx: longMm / longPx, viewingDistanceM, languagesBeside }
}

export function useProfile(display: DisplayProfile | null): Glass {
  const size = useSyncExternalStore(onResize, windowSize)
  return useMemo(() => {
    const [width = 1, height = 1] = size.split('x').map(Number)
    return profileFor(display, { width: Math.max(1, width), height: Math.max(1, height) })
  }, [display, size])
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function windowSize(): string {
  return `${window.innerWidth}x${window.innerHeight}`
}
