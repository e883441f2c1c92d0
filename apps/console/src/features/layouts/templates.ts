import type { ZoneArea } from '@akari/protocol'
import type { Drawing, DrawnZone } from './drawing.ts'

/** What a new layout can start from; the names are in the locale files. */
export const TEMPLATES = ['whole', 'band', 'halves', 'column', 'thirds'] as const
type Template = (typeof TEMPLATES)[number]

const AREAS: Record<Template, { landscape?: readonly ZoneArea[]; portrait?: readonly ZoneArea[] }> = {
  whole: { landscape: [{ x: 0, y: 0, w: 12, h: 12 }] },
  band: {
    landscape: [
      { x: 0, y: 0, w: 12, h: 9 },
      { x: 0, y: 9, w: 12, h: 3 },
    ],
  },
  halves: {
    landscape: [
      { x: 0, y: 0, w: 6, h: 12 },
      { x: 6, y: 0, w: 6, h: 12 },
    ],
  },
  column: {
    landscape: [
      { x: 0, y: 0, w: 8, h: 12 },
      { x: 8, y: 0, w: 4, h: 6 },
      { x: 8, y: 6, w: 4, h: 6 },
    ],
    portrait: [
      { x: 0, y: 0, w: 12, h: 6 },
      { x: 0, y: 6, w: 12, h: 3 },
      { x: 0, y: 9, w: 12, h: 3 },
    ],
  },
  thirds: {
    portrait: [
      { x: 0, y: 0, w: 12, h: 5 },
      { x: 0, y: 5, w: 12, h: 4 },
      { x: 0, y: 9, w: 12, h: 3 },
    ],
  },
}

/** The zones of a template, none with a playlist yet. */
export function drawingOf(template: Template): Drawing {
  const { landscape, portrait } = AREAS[template]
  return {
    name: '',
    ...(landscape === undefined ? {} : { landscape: landscape.map(zoneOf) }),
    ...(portrait === undefined ? {} : { portrait: portrait.map(zoneOf) }),
  }
}

export function isTemplate(name: string | null): name is Template {
  return TEMPLATES.some((template) => template === name)
}

function zoneOf(area: ZoneArea, index: number): DrawnZone {
  return { id: `zone-${index + 1}`, area, playlistId: '' }
}
