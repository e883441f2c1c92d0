import type { Shape } from '../model/timetable.ts'
import { placeOf } from './fields.ts'
import { eachRow, type Tables } from './tables.ts'

const MOST_POINTS = 4_000_000

/** shapes.txt: those that a kept trip runs along, points in their order. */
export function readShapes(tables: Tables, wanted: ReadonlySet<string>): Shape[] {
  if (wanted.size === 0) return []
  const shapes = new Map<string, { sequence: number; lat: number; lon: number }[]>()
  let points = 0
  const columns = ['shape_id', 'shape_pt_lat', 'shape_pt_lon', 'shape_pt_sequence']
  eachRow(tables, 'shapes.txt', columns, 4, ([id = '', lat = '', lon = '', order = ''], row) => {
    if (!wanted.has(id)) return
    if (points++ >= MOST_POINTS) return tables.report('table-too-long', 'shapes.txt', `row ${row}`)
    const place = placeOf(lat, lon)
    if (place === null) return tables.report('place-unreadable', 'shapes.txt', `row ${row}`)
    const shape = shapes.get(id) ?? []
    if (shape.length === 0) shapes.set(id, shape)
    shape.push({ sequence: Number(order) || 0, ...place })
  })
  return [...shapes].map(([id, line]) => ({
    id,
    points: line.toSorted((a, b) => a.sequence - b.sequence).map(({ lat, lon }) => ({ lat, lon })),
  }))
}
