/** `npm run bench:wayfinding`: one JSON line; see docs/figures.md. */
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { samplePath } from '@akari/content-samples'
import {
  buildGraph,
  evacuationField,
  findEntries,
  findRoute,
  type Graph,
  guide,
  indexVenue,
  readVenue,
  type VenueFiles,
  type VenueModel,
  venueReport,
} from '@akari/wayfinding'
import { figures, round } from './figures.ts'
import { gridGraph } from './grid-graph.ts'
import { terminalFiles } from './large-venue.ts'

const ROUTES = 300
const QUERIES = ['しみんか', '住民票の写しがほしい', 'toilet', '3番窓口', 'juminhyo', 'ごみ', '水族館へ行く道', '店3-1']

const before = loadavg().map((value) => round(value))
const names = readdirSync(samplePath('venue')).filter((name) => /\.(geo)?json$/.test(name))
const sample = new Map(names.map((name) => [name, readFileSync(samplePath(`venue/${name}`))]))
const terminal = terminalFiles(2000)
const [small, large] = [gridGraph(2000), gridGraph(50_000)]

const result = {
  bench: 'wayfinding',
  loadAverage: before,
  importMs: { sample: importing(sample, 10), terminal: importing(terminal, 3) },
  routeMs: { small: routes(small), large: routes(large) },
  evacuationMs: { nodes: large.nodeCount, ...times(30, () => evacuationField(large)) },
  guideMs: guiding(venueOf(sample)),
  searchMs: { sample: searching(venueOf(sample)), terminal: searching(venueOf(terminal)) },
}
process.stdout.write(`${JSON.stringify(result)}\n`)

/** From bytes to a graph and its report, as when staff import a venue. */
function importing(files: VenueFiles, runs: number) {
  const { units } = venueOf(files)
  const took = times(runs, () => {
    const read = readVenue(files)
    return venueReport(read, read.venue === null ? null : buildGraph(read.venue))
  })
  return { units: units.length, ...took }
}

/** Routes between nodes all over the graph, the profile's costs worked out anew for each. */
function routes(graph: Graph) {
  const nodeAt = (run: number, factor: number) => (run * factor + 17) % graph.nodeCount
  const took = times(ROUTES, (run) => {
    const found = findRoute(
      graph,
      [nodeAt(run, 7919)],
      [nodeAt(run, 104_729)],
      run % 2 === 0 ? 'shortest' : 'step-free',
    )
    if (run % 2 === 0 && found === null) throw new Error('the grid is one piece')
  })
  return { nodes: graph.nodeCount, edges: graph.edgeCount, ...took }
}

/** A tap on an office until its step cards stand in every language; staff may go to all of them. */
function guiding(venue: VenueModel) {
  const built = buildGraph(venue)
  const from = venue.kiosks[0]?.id ?? ''
  return times(100, (run) => {
    const to = venue.occupants[run % venue.occupants.length]?.id ?? ''
    if (!guide(venue, built, { from, to, profile: 'staff' }).found) throw new Error(`no way to ${to}`)
  })
}

function searching(venue: VenueModel) {
  const index = indexVenue(venue, buildGraph(venue).graph)
  return {
    entries: index.entries.length,
    ...times(200, (run) => findEntries(index, QUERIES[run % QUERIES.length] ?? '')),
  }
}

function venueOf(files: VenueFiles): VenueModel {
  const { venue } = readVenue(files)
  if (venue === null) throw new Error('a venue of the bench cannot be read')
  return venue
}

function times(runs: number, work: (run: number) => unknown) {
  const took = Array.from({ length: runs }, (_, run) => {
    const started = performance.now()
    work(run)
    return performance.now() - started
  })
  return figures(took, 2)
}
