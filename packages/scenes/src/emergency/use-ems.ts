import { type RefObject, useLayoutEffect, useState } from 'react'

/** A little less than is there: widths of texts are estimates. */
const SAFE = 0.95
const BEFORE_MEASURING = 12

/** How many ems of its own type an element is wide. */
export function useEms(element: RefObject<HTMLElement | null>): number {
  const [ems, setEms] = useState(BEFORE_MEASURING)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = (): void => {
      const fontPx = Number.parseFloat(getComputedStyle(box).fontSize)
      if (fontPx > 0 && box.clientWidth > 0) setEms((box.clientWidth / fontPx) * SAFE)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return ems
}
