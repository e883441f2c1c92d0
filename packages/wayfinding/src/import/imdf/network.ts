import { Id } from '@akari/protocol'
import { z } from 'zod'
import type { ModelNetwork } from '../../model/venue-model.ts'
import { collectionOf, line, point, Position, readFeatures } from '../geojson.ts'
import type { ReportProblem } from '../import-problem.ts'
import { linkBends } from '../link-bends.ts'
import type { Placing } from '../placing.ts'

const FILE = 'network.geojson'
const hours = z.string().max(400).nullish().catch(null)

/** Ways that staff drew beside an IMDF archive: points are nodes, lines are links; docs/venue-format.md. */
const NodeFeature = z.object({
  id: Id,
  geometry: point(Position),
  properties: z.object({
    level_id: z.string(),
    outside: z.boolean().nullish(),
    unit_ids: z.array(z.string()).nullish(),
  }),
})
const LinkFeature = z.object({
  id: Id,
  geometry: line(Position).nullish(),
  properties: z.object({
    from: z.string(),
    to: z.string(),
    kind: z
      .enum(['walk', 'door', 'steps', 'stairs', 'ramp', 'movingwalkway', 'elevator', 'escalator'])
      .nullish()
      .transform((kind) => kind ?? 'walk'),
    one_way: z.boolean().nullish(),
    step_free: z.boolean().nullish(),
    tactile: z.boolean().nullish(),
    metres: z.number().positive().max(5000).nullish(),
    restriction: z.enum(['employeesonly', 'emergency', 'closed']).nullish(),
    hours,
  }),
})
const Shape = z.object({ geometry: z.object({ type: z.string() }) })

export type NetworkFeatures = { nodes: z.infer<typeof NodeFeature>[]; links: z.infer<typeof LinkFeature>[] }

/** The features of network.geojson; none where there is no such file. */
export function readNetwork(text: string | undefined, report: ReportProblem): NetworkFeatures {
  if (text === undefined) return { nodes: [], links: [] }
  const collection = collectionOf(text)
  if (collection === null) {
    report({ code: 'file-unreadable', file: FILE, featureId: null, detail: null })
    return { nodes: [], links: [] }
  }
  const isNode = (raw: unknown) => Shape.safeParse(raw).data?.geometry.type === 'Point'
  const { features } = collection
  return {
    nodes: readFeatures(FILE, features.filter(isNode), NodeFeature, report),
    links: readFeatures(
      FILE,
      features.filter((raw) => !isNode(raw)),
      LinkFeature,
      report,
    ),
  }
}

/** The network on the venue's plane; null where nobody drew one. Links that lead nowhere are left out and reported. */
export function placeNetwork(
  { nodes, links }: NetworkFeatures,
  placing: Placing,
  levelIds: ReadonlySet<string>,
  report: ReportProblem,
): ModelNetwork | null {
  const placed = nodes.filter(({ id, properties }) => {
    if (levelIds.has(properties.level_id)) return true
    report({ code: 'level-unknown', file: FILE, featureId: id, detail: properties.level_id })
    return false
  })
  const known = new Set(placed.map(({ id }) => id))
  const kept = links.filter(({ id, properties: { from, to } }) => {
    const missing = [from, to].find((end) => !known.has(end))
    if (missing !== undefined) report({ code: 'link-dangling', file: FILE, featureId: id, detail: missing })
    return missing === undefined
  })
  if (placed.length === 0) return null
  const points = new Map(placed.map(({ id, geometry }) => [id, placing.point(geometry)]))
  return {
    whole: false,
    nodes: placed.map(({ id, geometry, properties }) => ({
      id,
      levelId: properties.level_id,
      at: placing.point(geometry),
      outside: properties.outside ?? false,
      unitIds: properties.unit_ids ?? [],
    })),
    links: kept.map(({ id, geometry, properties }) => ({
      id,
      from: properties.from,
      to: properties.to,
      kind: properties.kind,
      oneWay: properties.one_way ?? false,
      metres: properties.metres ?? null,
      ...linkBends(placing.line(geometry ?? []), points.get(properties.from)),
      stepFree: properties.step_free ?? true,
      tactile: properties.tactile ?? false,
      passage: PASSAGES[properties.restriction ?? 'none'],
      hours: properties.hours ?? null,
    })),
  }
}

const PASSAGES = { none: 'public', employeesonly: 'staff', emergency: 'emergency', closed: 'none' } as const
