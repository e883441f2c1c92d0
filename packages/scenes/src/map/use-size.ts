import { type RefObject, useLayoutEffect, useState } from 'react'

export interface Size {
  w: number
  h: number
  /** Font size for text read within arm's reach, in pixels. */
  reach: number
  /** The least that can be read there. */
  near: number
  /** Smallest side of something to touch, in pixels. */
  touch: number
  /** Is the stage, or the zone, it stands on higher than wide? */
  tall: boolean
}

/** Size of an element in layout pixels (a stage's scaling does not count), null before the first measurement. */
export function useSize(element: RefObject<HTMLElement | null>): Size | null {
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const box = element.current
    if (box === null) return
    const measure = (): void => {
      if (box.clientWidth === 0 || box.clientHeight === 0) return
      const pixels = (name: string, otherwise: number): number => {
        const set = Number.parseFloat(getComputedStyle(box).getPropertyValue(name))
        return Number.isFinite(set) ? set : otherwise
      }
      setSize({
        w: box.clientWidth,
        h: box.clientHeight,
        reach: pixels('--reach', box.clientHeight / 30),
        near: pixels('--near', box.clientHeight / 50),
        touch: pixels('--touch', box.clientHeight / 16),
        tall: box.closest('[data-shape]')?.getAttribute('data-shape') === 'tall',
      })
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [element])
  return size
}
