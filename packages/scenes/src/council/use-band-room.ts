import type { CaptionRoom } from '@akari/text'
import { type RefObject, useLayoutEffect, useRef } from 'react'

/** What a band has room for; `isForOne`: it shows one of its languages at a time. */
export interface BandRoom extends CaptionRoom {
  isForOne: boolean
}

/** A browser's fractions of a pixel must not tear off the last letter. */
const SPARE_EM = 0.1

/** Tells what a band of captions has room for whenever that is another. */
export function useBandRoom(band: RefObject<HTMLElement | null>, onRoom: (room: BandRoom) => void): void {
  const told = useRef<{ room: BandRoom; bandPx: number } | null>(null)
  const measure = (): void => {
    const now = band.current === null ? null : roomIn(band.current)
    if (band.current === null || now === null) return
    const bandPx = band.current.clientWidth
    const before = told.current
    // The names of languages take turns with them: what fits the narrowest fits all.
    const isTurned = before?.bandPx === bandPx && before.room.isForOne && now.isForOne
    const room = isTurned ? { ...now, widthEm: Math.min(before.room.widthEm, now.widthEm) } : now
    told.current = { room, bandPx }
    if (before === null || JSON.stringify(room) !== JSON.stringify(before.room)) onRoom(room)
  }
  const newest = useRef(measure)
  newest.current = measure
  useLayoutEffect(measure)
  useLayoutEffect(() => {
    if (band.current === null) return
    const observer = new ResizeObserver(() => newest.current())
    observer.observe(band.current)
    return () => observer.disconnect()
  }, [band])
}

/** Its lines, and the width of the narrowest of its tracks; null while nothing is written in it. */
function roomIn(band: HTMLElement): BandRoom | null {
  const all = [...band.querySelectorAll('.ak-captions-lines')]
  const rooms = all.flatMap((lines) => {
    const written = lines.querySelector('p')
    if (written === null || lines.clientWidth === 0) return []
    const style = getComputedStyle(written)
    const count = Math.round(lines.clientHeight / Number.parseFloat(style.lineHeight))
    return [{ lines: count, widthEm: lines.clientWidth / Number.parseFloat(style.fontSize) - SPARE_EM }]
  })
  if (rooms.length === 0) return null
  return {
    lines: Math.max(1, Math.min(...rooms.map(({ lines }) => lines))),
    widthEm: Math.max(1, Math.min(...rooms.map(({ widthEm }) => widthEm))),
    isForOne: rooms.length < all.length,
  }
}
