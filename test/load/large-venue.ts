const ORIGIN = { lon: 139.7, lat: 35.69 }
const LEVELS = 4
const ROW = 125
const ROOM_M = 3.2
const LENGTH_M = ROW * ROOM_M
const DEPTH_M = 8
const HALL_M = 12

type Corner = [x: number, y: number]
const place = ([x, y]: Corner): Corner => [ORIGIN.lon + x / 90_540, ORIGIN.lat + y / 110_950]
const polygon = (corners: Corner[]) => ({
  type: 'Polygon',
  coordinates: [[...corners, ...corners.slice(0, 1)].map(place)],
})
const box = (x: number, y: number, width: number, height: number) =>
  polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
const feature = (id: string, geometry: unknown, properties: Record<string, unknown>) => ({
  type: 'Feature',
  id,
  geometry,
  properties,
})
const encode = (features: unknown[]) =>
  new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))

/**
 * An IMDF archive of a terminal of about so many polygons: on each of four levels concourses with pillars along their walls,
 * rooms on both sides with a door each, and stairs and a lift at their end.
 */
export function terminalFiles(polygons: number): Map<string, Uint8Array> {
  const halls = Math.round(polygons / LEVELS / (2 * ROW))
  const levels = Array.from({ length: LEVELS }, (_, n) => n)
  const units: unknown[] = []
  const openings: unknown[] = []
  for (const level of levels) {
    for (let hall = 0; hall < halls; hall++) {
      const y = hall * (HALL_M + 2 * DEPTH_M)
      const where = { level_id: `level-${level}`, name: null, accessibility: null }
      const key = `${level}-${hall}`
      units.push(feature(`hall-${key}`, polygon(concourse(y)), { ...where, category: 'walkway' }))
      for (let n = 0; n < 2 * ROW; n++) {
        const isTop = n >= ROW
        const x = (n % ROW) * ROOM_M
        const wall = isTop ? y + HALL_M : y
        const kind = (n % ROW) + 2 < ROW ? 'room' : n % ROW === ROW - 1 ? 'elevator' : 'stairs'
        const name = kind === 'room' ? { en: `Shop ${key}-${n}`, ja: `店${key}-${n}` } : null
        units.push(
          feature(`room-${key}-${n}`, box(x, isTop ? wall : wall - DEPTH_M, ROOM_M, DEPTH_M), {
            ...where,
            category: kind,
            name,
          }),
        )
        openings.push(door(`door-${key}-${n}`, x + 1, x + 2.2, wall, { ...where, category: 'pedestrian' }))
      }
      if (level === 0) openings.push(end(`main-${key}`, y + 4, y + 8, { ...where, category: 'pedestrian.principal' }))
    }
  }
  const whole = box(0, -DEPTH_M, LENGTH_M, halls * (HALL_M + 2 * DEPTH_M))
  return new Map([
    ['manifest.json', new TextEncoder().encode('{"version":"1.0.0","language":"en-US"}')],
    ['venue.geojson', encode([feature('terminal', whole, { name: { en: 'Terminal' } })])],
    [
      'level.geojson',
      encode(levels.map((n) => feature(`level-${n}`, whole, { ordinal: n, short_name: { en: `${n + 1}F` } }))),
    ],
    ['unit.geojson', encode(units)],
    ['opening.geojson', encode(openings)],
  ])
}

/** A long hall into which pillars stand out between every fifth pair of rooms. */
function concourse(y: number): Corner[] {
  const pillars = Array.from({ length: ROW / 5 - 1 }, (_, n) => (n + 1) * 5 * ROOM_M)
  const along = (wall: number, inward: number, order: number[]): Corner[] =>
    order.flatMap((x): Corner[] => {
      const [a, b] = inward > 0 ? [x - 0.3, x + 0.3] : [x + 0.3, x - 0.3]
      return [
        [a, wall],
        [a, wall + inward],
        [b, wall + inward],
        [b, wall],
      ]
    })
  return [
    [0, y],
    ...along(y, 0.8, pillars),
    [LENGTH_M, y],
    [LENGTH_M, y + HALL_M],
    ...along(y + HALL_M, -0.8, pillars.toReversed()),
    [0, y + HALL_M],
  ]
}

function door(id: string, from: number, to: number, wall: number, properties: Record<string, unknown>) {
  return feature(id, { type: 'LineString', coordinates: [place([from, wall]), place([to, wall])] }, properties)
}

function end(id: string, from: number, to: number, properties: Record<string, unknown>) {
  return feature(id, { type: 'LineString', coordinates: [place([0, from]), place([0, to])] }, properties)
}
