import { zonesFor } from '@akari/programme'
import { type GlassShape, LAYOUT_GRID } from '@akari/protocol'
import type { ReactElement } from 'react'
import { type LayoutDrawing, sceneOfLayout } from './scene-of-draft.ts'
import classes from './zone-drawing.module.css'

/** The zones of a layout in lines, as they lie on a glass of this shape. */
export function ZoneDrawing({ drawing, shape }: { drawing: LayoutDrawing; shape: GlassShape }): ReactElement {
  return (
    <svg
      className={classes.glass}
      data-shape={shape}
      viewBox={`0 0 ${LAYOUT_GRID.columns} ${LAYOUT_GRID.rows}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable="false"
    >
      {zonesFor(sceneOfLayout(drawing), shape).map(({ id, area }, index) => (
        <rect
          key={id}
          className={classes.zone}
          data-nth={index % 4}
          x={area.x + 0.12}
          y={area.y + 0.12}
          width={area.w - 0.24}
          height={area.h - 0.24}
        />
      ))}
    </svg>
  )
}
