/**
 * A venue of one building, 40 m by 20 m, its long side rising 30° from east to north, drawn on a plane of its own and then
 * put onto the globe, so that tests know what an import must find again.
 */
const ORIGIN = { lon: 139.503, lat: 35.6995 }
const TURN = Math.PI / 6

/** Metres of one degree at 35.6995° N by the series 111132.92 − 559.82 cos 2φ + … and 111412.84 cos φ − 93.5 cos 3φ + … */
const METRES_PER_DEGREE = { lon: 90_504.5, lat: 110_953.4 }

/** Position of a point of the plan: metres along the long side and, upwards, along the short one. */
export function position(along: number, up: number): [number, number] {
  const east = along * Math.cos(TURN) - up * Math.sin(TURN)
  const north = along * Math.sin(TURN) + up * Math.cos(TURN)
  return [ORIGIN.lon + east / METRES_PER_DEGREE.lon, ORIGIN.lat + north / METRES_PER_DEGREE.lat]
}

/** A closed ring around a rectangle of the plan. */
export function ring(left: number, bottom: number, right: number, top: number): [number, number][] {
  return [
    position(left, bottom),
    position(right, bottom),
    position(right, top),
    position(left, top),
    position(left, bottom),
  ]
}

export function polygon(left: number, bottom: number, right: number, top: number) {
  return { type: 'Polygon', coordinates: [ring(left, bottom, right, top)] }
}

export function point(along: number, up: number) {
  return { type: 'Point', coordinates: position(along, up) }
}

export function feature(id: string, geometry: unknown, properties: Record<string, unknown>) {
  return { type: 'Feature', id, geometry, properties }
}

export function collection(...features: unknown[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features })
}

/** Files of the tiny venue, with some replaced, or left out by null. */
export function tinyVenue(changes: Record<string, string | null> = {}): Map<string, string> {
  const files: Record<string, string | null> = {
    'manifest.json': JSON.stringify({ version: '1.0.0', language: 'ja' }),
    'venue.geojson': collection(feature('venue', polygon(-30, -30, 70, 50), { name: { ja: '市役所' } })),
    'level.geojson': collection(
      feature('second', polygon(0, 0, 40, 20), { ordinal: 1, name: { ja: '2階' }, short_name: { ja: '2F' } }),
      feature('first', polygon(0, 0, 40, 20), { ordinal: 0, name: { ja: '1階' }, short_name: { 'ja-JP': '1F' } }),
    ),
    'unit.geojson': collection(
      feature('hall', polygon(0, 0, 40, 10), { category: 'walkway', name: null, level_id: 'first' }),
      feature('citizens', polygon(0, 10, 20, 20), { category: 'room', name: { ja: '市民課' }, level_id: 'first' }),
      feature('toilet', polygon(20, 10, 40, 20), { category: 'restroom.wheelchair', name: null, level_id: 'second' }),
    ),
    'opening.geojson': collection(
      feature(
        'door',
        { type: 'LineString', coordinates: [position(9, 10), position(11, 10)] },
        { category: 'pedestrian', level_id: 'first' },
      ),
    ),
    'anchor.geojson': collection(feature('desk', point(10, 12), { unit_id: 'citizens' })),
    'occupant.geojson': collection(
      feature('citizens-division', null, {
        category: 'cityhall',
        name: { ja: '市民課', 'en-US': 'Citizens Division' },
        anchor_id: 'desk',
        akari: { counters: [1, 2] },
      }),
    ),
    'amenity.geojson': collection(
      feature('wc', point(30, 15), { category: 'restroom', name: null, unit_ids: ['toilet'] }),
    ),
    'kiosk.geojson': collection(
      feature('k1', polygon(4, 4, 6, 6), { name: { ja: '入口' }, level_id: 'first', anchor_id: null }),
    ),
    ...changes,
  }
  return new Map(Object.entries(files).flatMap(([name, text]) => (text === null ? [] : [[name, text]])))
}
