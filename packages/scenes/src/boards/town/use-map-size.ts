import { type RefObject, useLayoutEffect, useState } from 'react'

export interface MapSize {
  w: number
  h: number
  /** Font size of what has to be read from where people stand, in pixels; names on a map are somewhat smaller. */
  captionPx: number
  unitPx: number
}

/** Size of an element in layout pixels, and the measures of its stage or zone; null before the first measurement. */
export function useMapSize(element: RefObject<HTMLElement | null>): MapSize | null {
  const [size, setSize] = useState<MapSize | null>(null)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = (): void => {
      const { clientWidth: w, clientHeight: h } = box
      if (w === 0 || h === 0) return
      const style = getComputedStyle(box)
      const pixels = (name: string): number => Number.parseFloat(style.getPropertyValue(name)) || h / 20
      const next = { w, h, captionPx: pixels('--caption'), unitPx: pixels('--unit') }
      setSize((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}
