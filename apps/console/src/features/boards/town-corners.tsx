import type { GeoPoint } from '@akari/protocol'
import { type KeyboardEvent, type ReactElement, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TownPlane } from '../../parts/town-plane.ts'
import { byArrow } from './by-arrow.ts'
import classes from './boards.module.css'

/**
 * The corners of what is drawn, to be pulled, and taken away by a double press; with keys: arrows, Delete, and PageUp and PageDown for
 * the one before and after. A border may have hundreds: the Tab key stops at one of them.
 */
export function TownCorners({
  line,
  plane,
  onHold,
  onLine,
}: {
  line: readonly GeoPoint[]
  plane: TownPlane
  onHold: (index: number) => void
  /** `about` names one move; null: a step of its own. */
  onLine: (line: GeoPoint[], about: string | null) => void
}): ReactElement {
  const { t } = useTranslation()
  const handles = useRef<(SVGCircleElement | null)[]>([])
  const [last, setLast] = useState(0)
  const stop = Math.min(last, line.length - 1)
  const press = (event: KeyboardEvent, index: number): void => {
    const point = line[index]
    const next = point && byArrow(event, plane.at(point), plane)
    if (next) onLine(line.with(index, plane.placeAt(next.x, next.y)), `arrow ${index}`)
    else if (event.key === 'PageUp') handles.current[index - 1]?.focus()
    else if (event.key === 'PageDown') handles.current[index + 1]?.focus()
    else if (event.key === 'Delete') {
      // The handle of the last corner goes; every other one becomes that of the next corner.
      if (index === line.length - 1) handles.current[index - 1]?.focus()
      onLine(line.toSpliced(index, 1), null)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      {line.map((point, index) => {
        const { x, y } = plane.at(point)
        return (
          <circle
            key={index}
            ref={(element) => {
              handles.current[index] = element
            }}
            cx={x}
            cy={y}
            r={9}
            className={classes.handle}
            role="button"
            tabIndex={index === stop ? 0 : -1}
            aria-label={t('boards.corner', { number: index + 1, count: line.length })}
            data-testid={`town-corner-${index}`}
            onFocus={() => setLast(index)}
            onKeyDown={(event) => press(event, index)}
            onPointerDown={(event) => {
              event.stopPropagation()
              onHold(index)
            }}
            onDoubleClick={() => onLine(line.toSpliced(index, 1), null)}
          />
        )
      })}
    </>
  )
}
