import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildGraph } from '../graph/build-graph.ts'
import { venueReport } from '../report/venue-report.ts'
import { readTexts } from '../testing/read-files.ts'
import { withOneValueReplaced } from '../testing/replaced-value.ts'

const PLAN = `<svg xmlns="http://www.w3.org/2000/svg"><g id="Rooms" transform="rotate(9 4 4)"><rect id="R1" width="90" height="80"/>
<path id="R2" d="M100 0h90v80q-10 9 -90 0z"/></g><g id="Doors"><line id="R1_1_" x1="50" y1="100" x2="50" y2="70"/></g>
<g id="Paths"><polyline points="50,100 200,100"/></g><g id="Portals"><line id="Stair.1.floor2" x1="200" y1="100" x2="210" y2="110"/></g>
<g id="ControlPoints"><circle cx="0" cy="0" r="1" data-lat="35.7" data-lon="139.5"/><circle cx="9" cy="0" r="1" data-lat="35.7" data-lon="139.50001"/></g></svg>`

const NETWORK = JSON.stringify({
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'EPSG:6677' } },
  features: [
    {
      geometry: { type: 'Point', coordinates: [-12100, -34300] },
      properties: { node_id: 'a', ordinal: 0, in_out: '1' },
    },
    {
      geometry: { type: 'Point', coordinates: [-12080, -34280] },
      properties: { node_id: 'b', ordinal: 0.5, in_out: '3' },
    },
    {
      geometry: null,
      properties: { link_id: 'l', start_id: 'a', end_id: 'b', route_type: '6', direction: '1', lev_diff: 2 },
    },
    {
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [-12100, -34300],
            [-12080, -34300],
            [-12080, -34280],
            [-12100, -34300],
          ],
        ],
      },
      properties: { id: 's', layer: 'Space', level: '0', category: 'B021', name: '階段' },
    },
  ],
})

/** Reads whatever it is, and makes of it all that can be made. */
function expectAnswer(name: string, text: string): void {
  const read = readTexts(new Map([[name, text]]))
  const report = venueReport(read, read.venue === null ? null : buildGraph(read.venue))
  expect(report.format !== null || report.problems.length > 0).toBe(true)
}

test('both are whole as they stand', () => {
  expectAnswer('hall_1.svg', PLAN)
  expect(readTexts(new Map([['hall_1.svg', PLAN]])).venue?.units).toHaveLength(2)
  expect(readTexts(new Map([['hall_link.geojson', NETWORK]])).venue?.network?.links).toHaveLength(1)
})

test('a plan may be cut, or have anything written into it anywhere', () => {
  fc.assert(
    fc.property(fc.nat(PLAN.length), fc.nat(30), fc.string({ maxLength: 8, unit: 'grapheme' }), (at, cut, text) => {
      expectAnswer('hall_1.svg', PLAN.slice(0, at) + text + PLAN.slice(at + cut))
    }),
    { numRuns: 400 },
  )
})

test('figures in a plan may be any figures', () => {
  const figure = fc.oneof(fc.double(), fc.constantFrom('1e308', '-1e308', '1e-320', 'NaN', ''))
  fc.assert(
    fc.property(fc.nat(40), figure, (which, value) => {
      let n = 0
      expectAnswer(
        'hall_1.svg',
        PLAN.replaceAll(/(?<=["\s,])-?\d+(\.\d+)?(?=["\s,])/g, (old) => (n++ === which ? String(value) : old)),
      )
    }),
    { numRuns: 300 },
  )
})

test('a network may have any value in the place of one of its own', () => {
  fc.assert(
    fc.property(fc.nat(), fc.oneof(fc.jsonValue(), fc.double()), (choice, value) => {
      expectAnswer('hall_link.geojson', withOneValueReplaced(NETWORK, choice, value))
    }),
    { numRuns: 300 },
  )
})
