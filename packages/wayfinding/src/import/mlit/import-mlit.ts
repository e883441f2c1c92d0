import type { Point, Texts } from '@akari/protocol'
import { distance, nearestOnSegment } from '../../model/geometry.ts'
import { labelPoint } from '../../model/label-point.ts'
import type {
  ModelAmenity,
  ModelLevel,
  ModelNetwork,
  ModelUnit,
  NetworkLink,
  VenueModel,
} from '../../model/venue-model.ts'
import { unitKindOf, unitPassage } from '../imdf/categories.ts'
import { fittingId } from '../fitting-id.ts'
import type { ReportProblem } from '../import-problem.ts'
import { linkBends } from '../link-bends.ts'
import { type Placing, placingOf } from '../placing.ts'
import { codeTableOf, linkOf } from './link-codes.ts'
import { hasLayers, type MlitLayers, readLayers } from './layers.ts'
import { levelAt, mlitLevels, onLevels } from './mlit-levels.ts'
import type { NodeFloors } from './node-floors.ts'
import { categoryOf } from './space-categories.ts'

const YES = 1

/** Are these files of the Ministry of Land? */
export const isMlit = hasLayers

/**
 * Reads 階層別屋内地理空間情報 (levels, spaces, facilities) with the 歩行空間ネットワーク that leads through it, in whatever files they
 * come. The network is all the ways there are; where there is none, none are guessed. Never throws; null where there is no
 * level or the size is not a building's.
 */
export function importMlit(files: ReadonlyMap<string, string>, report: ReportProblem): VenueModel | null {
  const layers = readLayers(files, report)
  const outlines = [...layers.floors, ...layers.spaces].flatMap(({ geometry }) => geometry.flat(2))
  const everything = [...outlines, ...[...layers.nodes, ...layers.facilities].map(({ geometry }) => geometry)]
  if (everything.length === 0) {
    report({ code: 'levels-missing', file: [...files.keys()][0] ?? '', featureId: null, detail: null })
    return null
  }
  const placing = placingOf(outlines.length > 0 ? outlines : everything, everything)
  if (placing === null) {
    report({ code: 'size-implausible', file: [...files.keys()][0] ?? '', featureId: null, detail: null })
    return null
  }
  const { levels, nodesAt } = mlitLevels(layers, placing)
  if (levels.length === 0) {
    report({ code: 'levels-missing', file: [...files.keys()][0] ?? '', featureId: null, detail: null })
    return null
  }
  const file = [...files.keys()].toSorted()[0] ?? ''
  return {
    format: 'mlit',
    id: fittingId(file),
    name: { ja: /^[^_.]+/.exec(file)?.[0] ?? file },
    widthM: placing.widthM,
    heightM: placing.heightM,
    northDeg: placing.northDeg,
    at: placing.at,
    levels,
    units: unitsOf(layers, levels, placing, report),
    openings: [],
    amenities: amenitiesOf(layers, levels, placing, report),
    occupants: [],
    kiosks: [],
    relations: [],
    network: networkOf(layers, levels, nodesAt, placing, report),
  }
}

function unitsOf(
  { spaces }: MlitLayers,
  levels: readonly ModelLevel[],
  placing: Placing,
  report: ReportProblem,
): ModelUnit[] {
  return onLevels('Space', spaces, levels, report).map(({ id, levelId, geometry, properties }): ModelUnit => {
    const category = categoryOf(properties.category, properties.name)
    if (category === null)
      report({ code: 'category-unknown', file: 'Space', featureId: id, detail: properties.category })
    const shape = placing.area(geometry)
    const restriction = properties.nonpublic === YES || properties.restricted === YES ? 'restricted' : null
    return {
      id,
      levelId,
      kind: unitKindOf(category ?? 'room') ?? 'room',
      category: category ?? 'room',
      name: nameOf(properties.name),
      readings: [],
      shape,
      labelAt: labelPoint(shape, null),
      passage: unitPassage(category ?? 'room', restriction),
      shaft: null,
      direction: null,
      hours: null,
    }
  })
}

function amenitiesOf(
  { facilities }: MlitLayers,
  levels: readonly ModelLevel[],
  placing: Placing,
  report: ReportProblem,
): ModelAmenity[] {
  return onLevels('Facility', facilities, levels, report).map(({ id, levelId, geometry, properties }) => ({
    id,
    levelId,
    category: categoryOf(properties.category, properties.name) ?? 'unspecified',
    name: nameOf(properties.name),
    readings: [],
    at: placing.point(geometry),
    unitId: null,
    hours: null,
  }))
}

/** Surveyors write 不明 where they did not ask. */
function nameOf(name: string | null): Texts | null {
  return name === null || name === '' || name === '不明' ? null : { ja: name }
}

function networkOf(
  layers: MlitLayers,
  levels: readonly ModelLevel[],
  nodesAt: NodeFloors,
  placing: Placing,
  report: ReportProblem,
): ModelNetwork {
  if (!nodesAt.isCertain) report({ code: 'floor-doubtful', file: 'node', featureId: null, detail: null })
  const nodes = layers.nodes.flatMap((node) => {
    const at = placing.point(node.geometry)
    const ordinal = nodesAt.ordinalOf(node)
    const level = ordinal === null ? null : levelAt(levels, ordinal, at)
    const outside = node.properties.in_out === 1
    if (level !== null) return [{ id: node.id, levelId: level.id, at, outside, unitIds: [] }]
    report({ code: 'level-unknown', file: 'node', featureId: node.id, detail: null })
    return []
  })
  const { table, isCertain } = codeTableOf(layers.links)
  if (!isCertain) report({ code: 'code-table-doubtful', file: 'link', featureId: null, detail: String(table) })
  const known = new Map(nodes.map(({ id, at }) => [id, at]))
  const isPaved = pavedNodes(onLevels('TWSILine', layers.pavings, levels, report), nodes, placing)
  const links = layers.links
    .map((drawn) => {
      const link = linkOf(drawn, table)
      return { ...link, ...linkBends(placing.line(drawn.geometry ?? []), known.get(link.from)) }
    })
    .map((link) => ({ ...link, tactile: link.tactile || (isPaved(link.from) && isPaved(link.to)) }))
    .filter(({ id, from, to }) => {
      const missing = [from, to].find((end) => !known.has(end))
      if (missing !== undefined) report({ code: 'link-dangling', file: 'link', featureId: id, detail: missing })
      return missing === undefined
    })
  return { whole: true, nodes, links: withoutDoubles(links, report) }
}

/** A way between two nodes on paving for the blind follows it: this near, surveys of both agree. */
const ON_PAVING_M = 1.5

/** Which nodes stand on paving for the blind, on their own level. */
function pavedNodes(
  pavings: readonly (MlitLayers['pavings'][number] & { levelId: string })[],
  nodes: readonly { id: string; levelId: string; at: Point }[],
  placing: Placing,
): (nodeId: string) => boolean {
  const lines = Map.groupBy(pavings, ({ levelId }) => levelId)
  const isOn = (line: readonly Point[], at: Point) =>
    line.slice(1).some((end, n) => distance(at, nearestOnSegment(at, line[n] ?? end, end)) <= ON_PAVING_M)
  const paved = new Set<string>()
  for (const [levelId, here] of lines) {
    const placed = here.map(({ geometry }) => placing.line(geometry))
    for (const { id, levelId: of, at } of nodes)
      if (of === levelId && placed.some((line) => isOn(line, at))) paved.add(id)
  }
  return (nodeId) => paved.has(nodeId)
}

/** Of links of one kind that join the same two nodes, the first. */
function withoutDoubles(links: readonly NetworkLink[], report: ReportProblem): NetworkLink[] {
  const kept = new Map<string, NetworkLink>()
  for (const link of links) {
    const ends = link.oneWay ? [link.from, link.to] : [link.from, link.to].toSorted()
    const key = [link.kind, link.oneWay, ...ends].join(' ')
    const first = kept.get(key)
    if (first === undefined) kept.set(key, link)
    else report({ code: 'link-duplicate', file: 'link', featureId: link.id, detail: first.id })
  }
  return [...kept.values()]
}
