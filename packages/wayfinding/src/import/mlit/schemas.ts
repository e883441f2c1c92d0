import { Id } from '@akari/protocol'
import { z } from 'zod'
import { fittingId } from '../fitting-id.ts'
import { AnyPosition, area, line, point } from '../geojson.ts'

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given) => (given == null ? null : String(given).trim()))
/** Codes are written as figures or as texts; 99 is unknown. */
const code = text.transform((given) => (given === null || given === '' ? 99 : Number(given))).catch(99)

/** A figure, also written as text; null where there is none. */
const figure = text
  .transform((given) => {
    const value = given === null || given === '' ? Number.NaN : Number(given)
    return Number.isFinite(value) ? value : null
  })
  .catch(null)

const layered = { level: text, layer: text }

/** A part of a level's floor. */
export const FloorFeature = z.object({
  id: Id,
  geometry: area(AnyPosition),
  properties: z.object({ ...layered, ordinal: figure, name: text, short_name: text }),
})
/** A room, a way, stairs; category B0xx. */
export const SpaceFeature = z.object({
  id: Id,
  geometry: area(AnyPosition),
  properties: z.object({ ...layered, category: text, name: text, restricted: code, nonpublic: code }),
})
/** What stands in a room and serves people; category F0xx. */
export const FacilityFeature = z.object({
  id: Id,
  geometry: point(AnyPosition),
  properties: z.object({ ...layered, category: text, name: text }),
})
/** Paving for the blind (点字ブロック). */
export const PavingFeature = z.object({
  id: Id,
  geometry: line(AnyPosition),
  properties: z.object({ ...layered }),
})
/** A node of the pedestrian network. */
export const NodeFeature = z.object({
  id: Id,
  geometry: point(AnyPosition),
  properties: z.object({
    ordinal: figure,
    floor: figure,
    in_out: code,
  }),
})
/** The id of a node, as nodes have it. */
const end = text.transform((id) => (id === null || id === '' ? '' : fittingId(id)))

/** A link of the pedestrian network (歩行空間ネットワークデータ等整備仕様, 2018 and 2024). */
export const LinkFeature = z.object({
  id: Id,
  geometry: line(AnyPosition).nullish().catch(null),
  properties: z.object({
    start_id: end,
    end_id: end,
    distance: figure.transform((metres) => (metres !== null && metres >= 0 ? metres : null)),
    route_type: code,
    direction: code,
    width: code,
    vtcl_slope: code,
    lev_diff: code,
    brail_tile: code,
    elevator: code,
  }),
})
export type LinkFeature = z.infer<typeof LinkFeature>
export type NodeFeature = z.infer<typeof NodeFeature>
