import { type GlassShape, LAYOUT_GRID, type ZoneArea } from '@akari/protocol'
import { type KeyboardEvent, type PointerEvent, type ReactElement, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fits, movedBy, resizedBy, type Step } from './arranging.ts'
import type { DrawnZone } from './drawing.ts'
import classes from './layouts.module.css'

const STEPS: Record<string, Step> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' }

type Drag = { id: string; kind: 'move' | 'size'; from: ZoneArea; x: number; y: number; about: string }

/**
 * The glass with its zones, to be moved and sized on the grid: by dragging, or with the arrow keys (with shift the size). A zone
 * never comes over another or over the edge; it stays where it last fitted.
 */
export function ZoneCanvas({
  zones,
  shape,
  nameOf,
  selectedId,
  readOnly,
  onSelect,
  onPlace,
  onRemove,
}: {
  zones: readonly DrawnZone[]
  shape: GlassShape
  nameOf: (zone: DrawnZone) => string
  selectedId: string | null
  readOnly: boolean
  onSelect: (id: string) => void
  onPlace: (id: string, area: ZoneArea, about: string | null) => void
  onRemove: (id: string) => void
}): ReactElement {
  const { t } = useTranslation()
  const grid = useRef<HTMLDivElement>(null)
  const drag = useRef<Drag | null>(null)
  const drags = useRef(0)
  const [said, setSaid] = useState('')
  const howId = useId()

  const tryPlace = (id: string, area: ZoneArea, about: string | null): void => {
    if (!fits(area, id, zones)) return setSaid(t('layouts.blocked'))
    onPlace(id, area, about)
    setSaid(t('layouts.placedAt', { column: area.x + 1, row: area.y + 1, width: area.w, height: area.h }))
  }
  const press = (event: KeyboardEvent, { id, area }: DrawnZone): void => {
    const step = STEPS[event.key]
    if (readOnly) return
    if (event.key === 'Delete') return onRemove(id)
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    tryPlace(id, event.shiftKey ? resizedBy(area, step) : movedBy(area, step), null)
  }
  const begin = (event: PointerEvent<HTMLElement>, { id, area }: DrawnZone, kind: Drag['kind']): void => {
    onSelect(id)
    if (readOnly || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    drags.current += 1
    drag.current = { id, kind, from: area, x: event.clientX, y: event.clientY, about: `drag ${drags.current}` }
  }
  const pull = (event: PointerEvent): void => {
    const box = grid.current?.getBoundingClientRect()
    if (drag.current === null || box === undefined) return
    const { id, kind, from, x, y, about } = drag.current
    const dx = Math.round(((event.clientX - x) / box.width) * LAYOUT_GRID.columns)
    const dy = Math.round(((event.clientY - y) / box.height) * LAYOUT_GRID.rows)
    const area =
      kind === 'move' ? { ...from, x: from.x + dx, y: from.y + dy } : { ...from, w: from.w + dx, h: from.h + dy }
    if (fits(area, id, zones)) onPlace(id, area, about)
  }
  const end = (): void => {
    drag.current = null
  }
  return (
    <div className={classes.glass} data-shape={shape}>
      <div className={classes.grid} ref={grid} role="group" aria-label={t('layouts.canvas')} aria-describedby={howId}>
        {zones.map((zone, index) => (
          <div
            key={zone.id}
            className={classes.zone}
            data-nth={index % 4}
            data-selected={zone.id === selectedId || undefined}
            style={{
              left: `${(zone.area.x / LAYOUT_GRID.columns) * 100}%`,
              top: `${(zone.area.y / LAYOUT_GRID.rows) * 100}%`,
              width: `${(zone.area.w / LAYOUT_GRID.columns) * 100}%`,
              height: `${(zone.area.h / LAYOUT_GRID.rows) * 100}%`,
            }}
          >
            <button
              type="button"
              className={classes.zoneBody}
              data-testid={`zone-${index + 1}`}
              aria-pressed={zone.id === selectedId}
              onClick={() => onSelect(zone.id)}
              onKeyDown={(event) => press(event, zone)}
              onPointerDown={(event) => begin(event, zone, 'move')}
              onPointerMove={pull}
              onPointerUp={end}
              onPointerCancel={end}
            >
              <b>{t('layouts.zone', { number: index + 1 })}</b>
              <span>{nameOf(zone)}</span>
            </button>
            {!readOnly && (
              <span
                className={classes.corner}
                aria-hidden
                data-testid={`corner-${index + 1}`}
                onPointerDown={(event) => begin(event, zone, 'size')}
                onPointerMove={pull}
                onPointerUp={end}
                onPointerCancel={end}
              />
            )}
          </div>
        ))}
      </div>
      <div className={classes.stripBar}>{t('layouts.strip')}</div>
      <p id={howId} className={classes.how}>
        {readOnly ? t('layouts.howReadOnly') : t('layouts.how')}
      </p>
      <p className={classes.said} role="status">
        {said}
      </p>
    </div>
  )
}
