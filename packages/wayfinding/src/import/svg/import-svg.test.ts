import { Id, Venue } from '@akari/protocol'
import { describe, expect, it } from 'vitest'
import { drawVenue } from '../../drawing/draw-venue.ts'
import { buildGraph } from '../../graph/build-graph.ts'
import { findRoute } from '../../route/find-route.ts'
import { readTexts, venueIn } from '../../testing/read-files.ts'
import { fittingId } from '../fitting-id.ts'
import { georeference } from './georeference.ts'
import { linesOfPath } from './path-data.ts'

const svg = (...groups: string[]) =>
  `<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">${groups.join('')}</svg>`

const ground = svg(
  '<g id="Rooms"><g id="R101"><rect x="0" y="0" width="100" height="80"/><path d="M5 5h90v70h-90z"/></g>',
  '<rect id="office_x0020_2_1_" x="300" y="0" width="80" height="80"/></g>',
  '<g id="Doors"><line id="R101_1_" x1="50" y1="100" x2="50" y2="70"/>',
  '<line id="office_x0020_2_2_" x1="340" y1="100" x2="340" y2="70"/></g>',
  '<g id="Paths" transform="translate(0 50)"><line x1="50" y1="50" x2="340" y2="50"/><line x1="200" y1="50" x2="200" y2="100"/></g>',
  '<g id="Portals"><line id="Elev.1.floor2" x1="200" y1="150" x2="200" y2="170"/></g>',
)
const upstairs = svg(
  '<g id="Rooms"><rect id="R201" x="0" y="0" width="100" height="80"/></g>',
  '<g id="Doors"><line id="R201_1_" x1="50" y1="100" x2="50" y2="70"/></g>',
  '<g id="Paths"><polyline points="50,100 200,100 200,150"/></g>',
  '<g id="Portals"><line id="Elev.1.floor1" x1="200" y1="150" x2="200" y2="170"/></g>',
)
const ways = ground.match(/<g id="(?:Paths|Portals)".*?<\/g>/gs) ?? []
const files = (changes: Record<string, string> = {}, without: string[] = []) =>
  new Map(
    Object.entries({ 'hall_1.svg': ground, 'hall_2.svg': upstairs, ...changes }).filter(
      ([name]) => !without.includes(name),
    ),
  )

const OFFICE = fittingId('1F:room:office 2')

describe('floor plans drawn as SVG', () => {
  it('give ids that displays take, and that no room has in common with a node, a way or a rise', () => {
    const rooms = ['0', 'node:0', 'way:0.0', '市民課', '税務課', 'Elev.1/0', 'lobby']
    const drawn = rooms.map((id, n) => `<rect id="${id}" x="${n * 50}" y="0" width="40" height="40"/>`)
    const { venue, problems } = readTexts(
      files({ '市役所_1.svg': svg(`<g id="Rooms">${drawn.join('')}</g>`, ...ways) }, ['hall_1.svg']),
    )
    expect(problems.map(({ code }) => code)).toEqual(['scale-assumed'])
    const { units = [], network } = venue ?? {}
    expect(units.map(({ name }) => name?.ja)).toEqual(expect.arrayContaining(rooms))
    const ids = [...units, ...(network?.nodes ?? []), ...(network?.links ?? [])].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !Id.safeParse(id).success)).toEqual([])
    expect(Venue.safeParse(venue === null ? null : drawVenue(venue, () => [])).error).toBeUndefined()
  })

  it('give rooms and levels, at a scale that is said to be assumed', () => {
    const { venue, problems } = readTexts(files())
    expect(problems.map(({ code }) => code)).toEqual(['scale-assumed'])
    expect(venue?.levels.map(({ id, ordinal }) => [id, ordinal])).toEqual([
      ['1F', 0],
      ['2F', 1],
    ])
    expect(venue?.units.map(({ id, name }) => [id, name?.ja])).toEqual([
      ['1F:room:R101', 'R101'],
      [OFFICE, 'office 2'],
      ['2F:room:R201', 'R201'],
    ])
    expect(venue?.widthM).toBeCloseTo(38, 6)
  })

  it('lead along the drawn ways, cut where others end on them, through transforms and portals', () => {
    const { graph } = buildGraph(venueIn(files()))
    const nodes = (id: string) => graph.places.get(id) ?? []
    const route = findRoute(graph, nodes('1F:room:R101'), nodes('2F:room:R201'), 'step-free')
    // Door 3 m, way 15 m, down 5 m, into the lift 2 m; and back above.
    expect(route?.metres).toBeCloseTo(50, 6)
    expect(findRoute(graph, nodes('1F:room:R101'), nodes(OFFICE), 'shortest')?.metres).toBeCloseTo(35, 6)
  })

  it('lie on Earth where two points say so', () => {
    const controls =
      '<g id="ControlPoints"><circle cx="0" cy="0" r="2" data-lat="35.7" data-lon="139.5"/>' +
      '<circle cx="400" cy="0" r="2" data-lat="35.7" data-lon="139.501"/></g>'
    const { venue, problems } = readTexts(files({ 'hall_1.svg': ground.replace('</svg>', `${controls}</svg>`) }))
    expect(problems).toEqual([])
    // 0.001° of longitude at 35.7° N is 90.5 m on 400 units; rooms span 380 of them.
    expect(venue?.widthM).toBeCloseTo((90.5 * 380) / 400, 0)
    expect(Math.abs(venue?.northDeg ?? 90)).toBeLessThan(0.1)
  })

  it('are laid by least squares where there are more points, unless those are on one line', () => {
    const at = (x: number, y: number) => ({
      at: [x, y] as [number, number],
      position: [139 + x / 1000, 35 - y / 2000] as const,
    })
    const map = georeference([at(0, 0), at(100, 0), at(0, 100), at(100, 100)])
    expect(map?.([30, 40])[0]).toBeCloseTo(139.03, 9)
    expect(map?.([30, 40])[1]).toBeCloseTo(34.98, 9)
    expect(georeference([at(0, 0), at(50, 50), at(100, 100)])).toBeNull()
  })

  it.each([
    ['no XML', 'rooms'],
    ['entities of its own', '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
    ['something else', '<html/>'],
  ])('are refused when they are %s', (_what, text) => {
    const { venue, problems } = readTexts(new Map([['hall_1.svg', text]]))
    expect(venue).toBeNull()
    expect(problems[0]).toMatchObject({ code: 'file-unreadable', file: 'hall_1.svg' })
  })

  it('are refused when somebody traced a thousand miles of ways', () => {
    const points = Array.from({ length: 6000 }, (_, n) => `${n % 100},${n / 100}`).join(' ')
    const endless = svg(`<g id="Paths"><polyline points="${points}"/></g>`)
    const { venue, problems } = readTexts(files({ 'hall_2.svg': endless }))
    expect(venue?.levels.map(({ id }) => id)).toEqual(['1F'])
    expect(problems[0]).toMatchObject({ code: 'archive-too-large', file: 'hall_2.svg' })
  })

  it('know the commands of path data', () => {
    expect(linesOfPath('M1,2 L3 4h2V9l-1-1z')).toEqual([
      [
        [1, 2],
        [3, 4],
        [5, 4],
        [5, 9],
        [4, 8],
        [1, 2],
      ],
    ])
    const [curve] = linesOfPath('M0 0c0 10 10 10 10 0s10-10 10 0')
    expect(curve?.at(-1)).toEqual([20, 0])
    expect(curve?.[4]?.[1]).toBeCloseTo(7.5, 9)
  })
})
