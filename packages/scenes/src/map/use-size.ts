import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  w: number
  h: number
  /** Font size for text read within arm's reach, in pixels. */
  reach: number
}

/** Size of an element in layout pixels (a stage's scaling does not count), null before the first measurement. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = (): void => {
      if (box.clientWidth === 0 || box.clientHeight === 0) return
      const reach = Number.parseFloat(getComputedStyle(box).getPropertyValue('--reach'))
      setSize({
        w: box.clientWidth,
        h: box.clientHeight,
        reach: Number.isFinite(reach) ? reach : box.clientHeight / 30,
      })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}
