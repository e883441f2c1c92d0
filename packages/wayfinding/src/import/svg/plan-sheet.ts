import type { Point } from '@akari/protocol'
import { doubleAreaOf, lengthOf } from '../../model/geometry.ts'
import type { Position } from '../plane.ts'
import { linesOf } from './shapes.ts'
import { nameOf, parseSvg, type SvgElement } from './svg-tree.ts'
import { type Affine, IDENTITY, within } from './transform.ts'

/** One drawn floor: rooms, doors, ways and portals in the document's units, and where some of its points are on Earth. */
export type PlanSheet = {
  rooms: { id: string; title: string; category: string; ring: Point[] }[]
  doors: { roomId: string; line: Point[] }[]
  paths: Point[][]
  portals: { id: string; line: Point[] }[]
  controls: { at: Point; position: Position }[]
}

const GROUPS = ['rooms', 'doors', 'paths', 'portals', 'controlpoints'] as const
type Group = (typeof GROUPS)[number]
type Found = { element: SvgElement; transform: Affine }

/**
 * Reads a floor plan drawn by convention: groups with the ids Rooms, Doors, Paths, Portals and ControlPoints. A door has the id
 * of its room; a portal's is its shaft and where it leads (`Elev.1.floor2`); a control point has data-lat and data-lon. Null
 * where a text is no SVG.
 */
export function readSheet(text: string): PlanSheet | null {
  const root = parseSvg(text)
  if (root === null || root.name !== 'svg') return null
  const groups = new Map<Group, Found[]>()
  collect(root, IDENTITY, groups)
  const itemsOf = (group: Group): Found[] =>
    (groups.get(group) ?? []).flatMap(({ element, transform }) =>
      element.children.map((child) => ({ element: child, transform })),
    )
  return {
    rooms: itemsOf('rooms').flatMap(({ element, transform }) => {
      const ring = largestRing(linesOf(element, transform))
      const id = nameOf(element)
      if (ring === null || id === '') return []
      const title = element.children.find(({ name }) => name === 'title')?.text.trim() ?? ''
      return [
        { id, title: title === '' ? id : title, category: element.attributes.get('data-category') ?? 'room', ring },
      ]
    }),
    doors: itemsOf('doors').flatMap(({ element, transform }) =>
      linesOf(element, transform).map((line) => ({ roomId: nameOf(element), line })),
    ),
    paths: itemsOf('paths').flatMap(({ element, transform }) => linesOf(element, transform)),
    portals: itemsOf('portals').flatMap(({ element, transform }) => {
      const [line] = linesOf(element, transform)
      return line === undefined ? [] : [{ id: nameOf(element), line }]
    }),
    controls: itemsOf('controlpoints').flatMap(({ element, transform }) => {
      const [line] = linesOf(element, transform)
      const position: Position = [coordinate(element, 'data-lon'), coordinate(element, 'data-lat')]
      const isOnEarth = Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90
      return line === undefined || !isOnEarth ? [] : [{ at: centreOf(line), position }]
    }),
  }
}

function collect(element: SvgElement, outer: Affine, groups: Map<Group, Found[]>): void {
  const transform = within(outer, element.attributes.get('transform'))
  const name = nameOf(element)
    .toLowerCase()
    .replaceAll(/[\s_-]/g, '')
  const group = element.name === 'g' ? GROUPS.find((known) => known === name) : undefined
  if (group !== undefined) groups.set(group, [...(groups.get(group) ?? []), { element, transform }])
  else for (const child of element.children) collect(child, transform, groups)
}

/** A room is often drawn twice, as a floor and as its wall: the larger closed line is taken. */
function largestRing(lines: readonly Point[][]): Point[] | null {
  let largest: Point[] | null = null
  for (const line of lines) {
    const ring = isClosed(line) ? line.slice(0, -1) : line
    if (ring.length < 3 || Math.abs(doubleAreaOf(ring)) < 1e-9) continue
    if (largest === null || Math.abs(doubleAreaOf(ring)) > Math.abs(doubleAreaOf(largest))) largest = ring
  }
  return largest
}

function isClosed(line: readonly Point[]): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return first !== undefined && last !== undefined && lengthOf([first, last]) < 1e-6
}

function coordinate({ attributes }: SvgElement, key: string): number {
  return Number.parseFloat(attributes.get(key) ?? 'NaN')
}

function centreOf(line: readonly Point[]): Point {
  const points = isClosed(line) ? line.slice(0, -1) : line
  const mean = (i: 0 | 1) => points.reduce((sum, point) => sum + point[i], 0) / points.length
  return [mean(0), mean(1)]
}
