import { z } from 'zod'
import type { Name } from './floor-features.ts'
import type { Feature } from './imdf.ts'
import { feature, point, uuid } from './imdf.ts'
import type { LevelPlan } from './plan.ts'
import { centroid } from './shapes.ts'

const WINDOW_HOURS = 'Mo-Fr 08:30-17:15'

export const OccupantPlan = z.strictObject({
  key: z.string(),
  level: z.enum(['b1', '1f', '2f', '3f']),
  unit: z.string(),
  at: z.tuple([z.number(), z.number()]).optional(),
  category: z.string(),
  counters: z.array(z.int()).default([]),
  hours: z.string().default(WINDOW_HOURS),
  keywords: z.record(z.string(), z.array(z.string())),
})
export type OccupantPlan = z.infer<typeof OccupantPlan>

/** A section of the city hall and the anchor that says where it is found. Throws when the plan has no such room. */
export function occupantFeatures(occupant: OccupantPlan, levels: readonly LevelPlan[], name: Name): Feature[] {
  const unit = levels.find(({ key }) => key === occupant.level)?.units.find(({ key }) => key === occupant.unit)
  if (unit === undefined) throw new Error(`occupant ${occupant.key}: no unit ${occupant.unit} on ${occupant.level}`)
  const anchorKey = `occupant/${occupant.key}`
  return [
    feature('anchor', anchorKey, point(occupant.at ?? unit.label ?? centroid(unit.outline)), {
      address_id: uuid('address/hall'),
      unit_id: uuid(`unit/${occupant.level}/${occupant.unit}`),
    }),
    feature('occupant', occupant.key, null, {
      name: name(occupant.key),
      category: occupant.category,
      anchor_id: uuid(`anchor/${anchorKey}`),
      hours: occupant.hours,
      phone: null,
      website: null,
      validity: null,
      correlation_id: null,
      akari: { counters: occupant.counters, keywords: occupant.keywords },
    }),
  ]
}
