import type { Occurrence } from '@akari/protocol'
import { type PointerEvent, useEffect, useRef, useState } from 'react'
import type { Bar } from './bars.ts'
import { type Gesture, gestureAt, type Grip, stepOf } from './drag.ts'
import type { Row } from './rows.ts'
import { DAY_MINUTES, minuteIn, type Span } from './span.ts'

/** Further than this it is a drag and no click, in pixels. */
const CLICK_PX = 4
/** A finger that rests this long takes hold; one that moves before scrolls. */
const HOLD_MS = 350

type Point = { clientX: number; clientY: number }
type Held = { grip: Grip; start: Point; dragging: boolean; timer: ReturnType<typeof setTimeout> | null }

type DragProps = {
  span: Span
  rows: readonly Row[]
  barOf: (row: Row, key: string) => Bar | undefined
  at: (point: Point) => { minute: number; row: number }
  readOnly: boolean
  onClick: (row: Row, bar: Bar | null, minute: number, point: Point) => void
  onDrop: (gesture: Gesture) => void
}

/** Drags in the calendar with mouse, pen and finger: empty space makes, bars move, edges resize. Esc lets go. */
export function useDrag(props: DragProps) {
  const [gesture, setGesture] = useState<Gesture | null>(null)
  const held = useRef<Held | null>(null)
  const letGo = (): void => {
    if (held.current?.timer != null) clearTimeout(held.current.timer)
    held.current = null
    setGesture(null)
  }
  const follow = (event: Point & { altKey: boolean }): Gesture | null => {
    const now = held.current
    const row = props.rows[props.at(event).row]
    if (now === null || row === undefined) return null
    const entry = now.grip.kind === 'create' ? undefined : now.grip.bar.entry
    return gestureAt(now.grip, row, props.at(event).minute, stepOf(props.span.view, event.altKey, entry))
  }
  useEffect(() => {
    const escape = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && held.current !== null) letGo()
    }
    const keepStill = (event: TouchEvent): void => {
      if (held.current?.dragging === true) event.preventDefault()
    }
    window.addEventListener('keydown', escape)
    window.addEventListener('touchmove', keepStill, { passive: false })
    return () => {
      window.removeEventListener('keydown', escape)
      window.removeEventListener('touchmove', keepStill)
    }
  }, [])
  return {
    gesture,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        const grip = event.button === 0 ? gripOf(event, props) : null
        if (grip === null) return
        const start = { clientX: event.clientX, clientY: event.clientY }
        held.current = { grip, start, dragging: false, timer: null }
        event.currentTarget.setPointerCapture(event.pointerId)
        if (event.pointerType === 'touch' && !props.readOnly) {
          held.current.timer = setTimeout(() => {
            if (held.current === null) return
            held.current.dragging = true
            setGesture(follow({ ...start, altKey: false }))
          }, HOLD_MS)
        }
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = held.current
        if (now === null) return
        const moved = Math.hypot(event.clientX - now.start.clientX, event.clientY - now.start.clientY) > CLICK_PX
        if (!now.dragging && moved) {
          if (event.pointerType === 'touch' || props.readOnly) return letGo()
          now.dragging = true
        }
        if (now.dragging) setGesture(follow(event))
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        const now = held.current
        if (now === null) return
        const done = now.dragging ? follow(event) : null
        letGo()
        if (done !== null) props.onDrop(done)
        else if (!now.dragging) {
          const bar = now.grip.kind === 'create' ? null : now.grip.bar
          props.onClick(now.grip.row, bar, now.grip.at, now.start)
        }
      },
      onPointerCancel: letGo,
    },
  }
}

/** What a pointer takes hold of: an edge, a bar, empty time; null where there is nothing to hold. */
function gripOf(event: PointerEvent<HTMLElement>, { at, rows, barOf, span }: DragProps): Grip | null {
  if (!(event.target instanceof Element) || event.target.closest('[data-track]') === null) return null
  const { minute, row: index } = at(event)
  const row = rows[index]
  if (row === undefined) return null
  const element = event.target.closest<HTMLElement>('[data-bar]')
  const bar = element === null ? undefined : barOf(row, element.dataset['bar'] ?? '')
  if (bar === undefined) return { kind: 'create', row, at: minute }
  const edge = event.target.closest<HTMLElement>('[data-edge]')?.dataset['edge']
  const kind = edge === 'start' || edge === 'end' ? edge : 'move'
  return gripOn(kind, row, bar, minute, span)
}

/** The hold on a bar at a minute: in a bar of several days on the day that lies there. */
export function gripOn(kind: 'move' | 'start' | 'end', row: Row, bar: Bar, at: number, span: Span): Grip | null {
  const extent = extentIn(span)
  const occurrence = bar.occurrences.findLast((one) => extent(one).from <= at) ?? bar.occurrences[0]
  return occurrence === undefined ? null : { kind, row, bar, occurrence, at, ...extent(occurrence) }
}

function extentIn(span: Span): (occurrence: Occurrence) => { from: number; to: number } {
  const minute = minuteIn(span)
  return ({ startsAt, endsAt }) => {
    const [from, to] = [minute(Date.parse(startsAt)), minute(Date.parse(endsAt))]
    if (span.view !== 'month') return { from, to }
    const day = Math.floor(from / DAY_MINUTES)
    return { from: day * DAY_MINUTES, to: Math.max(day + 1, Math.ceil(to / DAY_MINUTES)) * DAY_MINUTES }
  }
}
