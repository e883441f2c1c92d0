import { z } from 'zod'
import { broken } from './field-rule.ts'

/** Layouts are drawn on this grid; the status strip and the lines beside it are no part of it. */
export const LAYOUT_GRID = { columns: 12, rows: 12 } as const

export const MOST_ZONES = 12

/** A rectangle of whole cells, counted from the upper left corner. */
export const ZoneArea = z
  .object({
    x: z.int().min(0).max(11),
    y: z.int().min(0).max(11),
    w: z.int().min(1).max(12),
    h: z.int().min(1).max(12),
  })
  .refine(({ x, y, w, h }) => x + w <= LAYOUT_GRID.columns && y + h <= LAYOUT_GRID.rows, broken('withinGlass'))
export type ZoneArea = z.infer<typeof ZoneArea>

/** How a glass stands. */
export type GlassShape = 'wide' | 'tall'

/** Higher than wide is tall. */
export function shapeOf({ widthPx, heightPx }: { widthPx: number; heightPx: number }): GlassShape {
  return heightPx > widthPx ? 'tall' : 'wide'
}

/** Do two rectangles share a cell? */
export function overlap(a: ZoneArea, b: ZoneArea): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** Zones of one shape: at least one, each with an id of its own, none over another. */
export function zonesApart<Z extends z.ZodType<{ id: string; area: ZoneArea }>>(zone: Z) {
  return z
    .array(zone)
    .min(1)
    .max(MOST_ZONES)
    .superRefine((zones, context) => {
      for (const [index, { id, area }] of zones.entries()) {
        const before = zones.slice(0, index)
        const path = [index]
        if (before.some((other) => other.id === id)) {
          context.addIssue({ code: 'custom', path: [...path, 'id'], ...broken('ownZoneId') })
        }
        if (before.some((other) => overlap(other.area, area))) {
          context.addIssue({ code: 'custom', path: [...path, 'area'], ...broken('ownZoneArea') })
        }
      }
    })
}
