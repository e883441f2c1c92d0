import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { CaptionRoom } from './caption-phrases.ts'

/** A browser's fractions of a pixel must not tear off the last letter. */
const SPARE_EM = 0.1

/** Tells what a band of captions has room for whenever that is another: the lines of its tracks, and the width of the narrowest. */
export function useBandRoom(band: RefObject<HTMLElement | null>, onRoom: (room: CaptionRoom) => void): void {
  const told = useRef<CaptionRoom | null>(null)
  const measure = (): void => {
    const room = band.current === null ? null : roomIn(band.current)
    if (room === null || (room.lines === told.current?.lines && room.widthEm === told.current.widthEm)) return
    told.current = room
    onRoom(room)
  }
  const now = useRef(measure)
  now.current = measure
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    if (band.current === null) return
    const observer = new ResizeObserver(() => now.current())
    observer.observe(band.current)
    return () => observer.disconnect()
  }, [band])
}

/** Null while nothing is written in it. */
function roomIn(band: HTMLElement): CaptionRoom | null {
  const rooms = Array.from(band.querySelectorAll('.ak-captions-lines'), (lines) => {
    const written = lines.querySelector('p')
    if (written === null || lines.clientWidth === 0) return []
    const style = getComputedStyle(written)
    const count = Math.round(lines.clientHeight / Number.parseFloat(style.lineHeight))
    return [{ lines: count, widthEm: lines.clientWidth / Number.parseFloat(style.fontSize) - SPARE_EM }]
  }).flat()
  if (rooms.length === 0) return null
  return {
    lines: Math.max(1, Math.min(...rooms.map(({ lines }) => lines))),
    widthEm: Math.max(1, Math.min(...rooms.map(({ widthEm }) => widthEm))),
  }
}
