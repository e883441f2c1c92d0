import { useElementSize } from '@mantine/hooks'
import { type RefObject, useRef, useState } from 'react'
import { DAY_MINUTES, type Span } from './span.ts'
import { rowAt, topsOf, visibleRows } from './visible-rows.ts'

/** Pixels of the column with the names, and of the days above; the style sheet has the same. */
export const LABEL_PX = 190
const LEAST_PX_A_DAY = { day: 24 * 42, week: 112, month: 38 } as const

type Geometry = {
  scroller: RefObject<HTMLDivElement | null>
  measured: (node: HTMLDivElement | null) => void
  onScroll: () => void
  trackPx: number
  tops: readonly number[]
  visible: { from: number; to: number }
  /** Minute of the span and index of the row under a point of the window. */
  at: (point: { clientX: number; clientY: number }) => { minute: number; row: number }
  /** Begins the view at a minute. */
  lookAt: (minute: number) => void
  /** Brings a row, and a minute of it, into sight. */
  reveal: (row: number, minute: number) => void
}

/** Where everything in the calendar is, in pixels, and which rows are in sight. */
export function useGeometry(span: Span, heights: readonly number[], headPx: number): Geometry {
  const scroller = useRef<HTMLDivElement | null>(null)
  const { ref: sizeRef, width, height } = useElementSize<HTMLDivElement>()
  const [top, setTop] = useState(0)
  const tops = topsOf(heights)
  const trackPx = Math.max(LEAST_PX_A_DAY[span.view] * span.days.length, width - LABEL_PX)
  const pxAMinute = trackPx / span.minutes
  return {
    scroller,
    measured: (node) => {
      scroller.current = node
      sizeRef(node)
    },
    onScroll: () => setTop(scroller.current?.scrollTop ?? 0),
    trackPx,
    tops,
    visible: visibleRows(tops, top, height),
    at: ({ clientX, clientY }) => {
      const box = scroller.current
      if (box === null) return { minute: 0, row: 0 }
      const { left, top: edge } = box.getBoundingClientRect()
      const minute = (clientX - left - box.clientLeft + box.scrollLeft - LABEL_PX) / pxAMinute
      const row = rowAt(tops, clientY - edge - box.clientTop + box.scrollTop - headPx)
      return { minute: Math.min(span.minutes - 1, Math.max(0, minute)), row }
    },
    // Newer browsers answer scrollTo with a promise, which an effect must not hand back to React.
    lookAt: (minute) => {
      scroller.current?.scrollTo({ left: minute * pxAMinute, top: 0 })
    },
    reveal: (row, minute) => {
      const box = scroller.current
      if (box === null) return
      const [above, below] = [tops[row] ?? 0, tops[row + 1] ?? 0]
      if (above < box.scrollTop) box.scrollTop = above
      else if (below + headPx > box.scrollTop + box.clientHeight) box.scrollTop = below + headPx - box.clientHeight
      const x = minute * pxAMinute
      const roomPx = box.clientWidth - LABEL_PX
      if (x < box.scrollLeft) box.scrollLeft = Math.max(0, x - 24)
      else if (x + 90 > box.scrollLeft + roomPx) box.scrollLeft = x - roomPx + Math.min(roomPx, 200)
    },
  }
}

/** Where a view begins to be looked at: a day at seven in the morning, a week or month shortly before today, else its start. */
export function firstMinuteInSight({ view, days }: Span, today: string): number {
  return view === 'day' ? 7 * 60 : Math.max(0, days.indexOf(today) - 2) * DAY_MINUTES
}
