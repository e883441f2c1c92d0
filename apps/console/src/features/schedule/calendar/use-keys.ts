import { type KeyboardEvent, useState } from 'react'
import type { Lanes } from './bars.ts'
import { type Gesture, nudged, stepOf } from './drag.ts'
import type { Row } from './rows.ts'
import type { Span, View } from './span.ts'
import { nearestStop, type Stop, stopsOf } from './stops.ts'
import { gripOn } from './use-drag.ts'

type KeyProps = {
  span: Span
  rows: readonly Row[]
  lanesOf: (row: Row) => Lanes
  readOnly: boolean
  reveal: (row: number, minute: number) => void
  onOpen: (row: Row, stop: Stop) => void
  onNew: (row: Row | undefined, minute: number) => void
  onDrop: (gesture: Gesture) => void
  onToggle: (key: string) => void
  onView: (view: View) => void
  onToday: () => void
  onStep: (direction: 1 | -1) => void
}

type Place = { rowKey: string; minute: number; barKey: string | null }

const VIEW_KEYS: Readonly<Record<string, View>> = { d: 'day', w: 'week', m: 'month' }

/**
 * The calendar by keyboard. Arrows walk over bars and empty times; Enter opens or makes; Alt with arrows carries a bar along
 * (with Shift its end), Enter then puts it down and Esc leaves it where it was.
 */
export function useKeys(props: KeyProps) {
  const { rows, span, lanesOf } = props
  const [place, setPlace] = useState<Place | null>(null)
  const [carried, setCarried] = useState<Gesture | null>(null)
  const index = Math.max(
    0,
    rows.findIndex(({ key }) => key === place?.rowKey),
  )
  const row = rows[index]
  const stopIn = (at: Row): Stop[] => stopsOf(span, lanesOf(at).bars)
  const stops = row === undefined ? [] : stopIn(row)
  const onBar = stops.findIndex(({ bar }) => bar !== null && bar.key === place?.barKey)
  const current = place === null ? 0 : onBar >= 0 ? onBar : nearestStop(stops, place.minute)
  const stop = stops[current] ?? null
  const go = (toRow: number, to: Stop | undefined): void => {
    const target = rows[toRow]
    if (target === undefined || to === undefined) return
    setPlace({ rowKey: target.key, minute: to.minute, barKey: to.bar?.key ?? null })
    props.reveal(toRow, to.minute)
  }
  const vertically = (by: number): void => {
    const target = rows[index + by]
    if (target === undefined) return
    const all = stopIn(target)
    go(index + by, all[nearestStop(all, stop?.minute ?? 0)])
  }
  const carry = (event: KeyboardEvent): void => {
    if (props.readOnly || row === undefined || stop?.bar == null) return
    const grip = gripOn('move', row, stop.bar, Math.max(stop.minute, stop.bar.fromMinute), span)
    const start =
      carried ?? (grip === null || grip.kind === 'create' ? null : { grip, row, from: grip.from, to: grip.to })
    if (start === null) return
    const step = stepOf(span.view, event.ctrlKey, stop.bar.entry)
    const rowBy = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    const target = rows[rows.findIndex(({ key }) => key === start.row.key) + rowBy] ?? start.row
    const by = event.key === 'ArrowLeft' ? -step : event.key === 'ArrowRight' ? step : 0
    setCarried(nudged({ ...start, row: target }, by, event.shiftKey ? 'end' : 'whole', step))
  }
  const enter = (): void => {
    if (carried !== null) props.onDrop(carried)
    else if (row !== undefined && stop !== null) props.onOpen(row, stop)
    setCarried(null)
  }
  const act = (event: KeyboardEvent): boolean => {
    const view = VIEW_KEYS[event.key.toLowerCase()]
    switch (event.key) {
      case 'ArrowLeft':
      case 'ArrowRight':
        go(index, stops[current + (event.key === 'ArrowLeft' ? -1 : 1)])
        return true
      case 'ArrowUp':
      case 'ArrowDown':
        vertically(event.key === 'ArrowUp' ? -1 : 1)
        return true
      case 'Home':
      case 'End':
        go(index, event.key === 'Home' ? stops[0] : stops.at(-1))
        return true
      case 'PageUp':
      case 'PageDown':
        props.onStep(event.key === 'PageUp' ? -1 : 1)
        return true
      case 'Enter':
        enter()
        return true
      case 'Escape':
        setCarried(null)
        return carried !== null
      case ' ':
        if (row?.kind === 'group') props.onToggle(row.key)
        return true
      case 'n':
      case 'N':
        props.onNew(row, stop?.minute ?? 0)
        return true
      case 't':
      case 'T':
        props.onToday()
        return true
      default:
        if (view !== undefined) props.onView(view)
        return view !== undefined
    }
  }
  return {
    row: place === null ? null : (row ?? null),
    stop,
    carried,
    place: (at: Row, to: Stop) => setPlace({ rowKey: at.key, minute: to.minute, barKey: to.bar?.key ?? null }),
    onFocus: () => {
      if (place === null && rows[0] !== undefined) go(0, stops[0])
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.target !== event.currentTarget) return
      if (event.altKey && event.key.startsWith('Arrow')) carry(event)
      else if (event.altKey || event.ctrlKey || event.metaKey || !act(event)) return
      event.preventDefault()
    },
  }
}
