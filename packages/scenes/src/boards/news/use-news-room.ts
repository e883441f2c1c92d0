import { type RefObject, useLayoutEffect, useState } from 'react'

/** Lines of the headline, and of what stands below it, that a row takes; with the space around them. */
const ROW = { headline: 2.9, below: 1.5 }

/** How many headlines have room in a place, one below the other: counted from its height and the sizes set on it. */
export function useNewsRoom(place: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(1)
  useLayoutEffect(() => {
    const box = place.current
    if (box === null) return
    const measure = (): void => {
      const style = getComputedStyle(box)
      const [body = 0, caption = 0] = ['--body', '--caption'].map((name) =>
        Number.parseFloat(style.getPropertyValue(name)),
      )
      const row = body * ROW.headline + caption * ROW.below
      setRoom(row > 0 ? Math.max(1, Math.floor(box.clientHeight / row)) : 1)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    return () => observer.disconnect()
  }, [place])
  return room
}
