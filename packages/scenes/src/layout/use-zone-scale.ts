import { type GlassShape, shapeOf } from '@akari/protocol'
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useState } from 'react'
import { useGlass } from '../stage/glass-context.ts'
import { scaleVariables, zoneScale } from '../stage/type-scale.ts'

/** The sizes of a zone as the custom properties that scenes count in, and how the zone stands. Measured in the glass's own pixels. */
export function useZoneScale(frame: RefObject<HTMLElement | null>): { style: CSSProperties; shape: GlassShape } {
  const glass = useGlass()
  const [size, setSize] = useState({ widthPx: glass.widthPx, heightPx: glass.heightPx })
  useLayoutEffect(() => {
    const box = frame.current
    if (box === null) return
    const measure = (): void => {
      const { clientWidth: widthPx, clientHeight: heightPx } = box
      if (widthPx > 0 && heightPx > 0) setSize({ widthPx, heightPx })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [frame])
  const style = useMemo(() => scaleVariables(size, zoneScale(glass, size)), [glass, size])
  return { style, shape: shapeOf(size) }
}
