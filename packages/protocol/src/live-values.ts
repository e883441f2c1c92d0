import { z } from 'zod'
import { Instant, Revision } from './primitives.ts'

/** Name of a value of the outside world; conditions of the schedule refer to it. */
export const ValueName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export type ValueName = z.infer<typeof ValueName>

/** A measurement or a word. */
export const ValueContent = z.union([z.number(), z.string().min(1).max(80)])
export type ValueContent = z.infer<typeof ValueContent>

/** What was observed, when, and for how long it counts; beyond that it meets no condition. */
export const LiveValue = z.object({
  value: ValueContent,
  observedAt: Instant,
  /** At most a week: what does not change for longer belongs into the schedule. */
  validForSeconds: z
    .int()
    .min(1)
    .max(7 * 24 * 3600),
  unit: z.string().min(1).max(20).optional(),
})
export type LiveValue = z.infer<typeof LiveValue>

/** All values there are, whole and numbered; the higher revision wins (`max(last + 1, unix ms)`). */
export const LiveValues = z.object({ revision: Revision, values: z.record(ValueName, LiveValue) })
export type LiveValues = z.infer<typeof LiveValues>

/** What a player holds before it was told anything. */
export const NO_VALUES: LiveValues = { revision: 0, values: {} }

/** Of more values than this the CMS takes no new name. */
export const MOST_VALUES = 200

/**
 * Names that mean the same everywhere, with what they may be. `alert-level` the CMS says by itself: the highest 警戒レベル in
 * force, 0 without any; the others somebody has to deliver. `temperature` is in °C.
 */
export const RESERVED_VALUES = {
  'alert-level': z.int().min(0).max(5),
  weather: z.enum(['sunny', 'cloudy', 'rain', 'snow', 'storm']),
  temperature: z.number().min(-60).max(60),
  'bus-service': z.enum(['normal', 'delayed', 'suspended']),
} as const
export type ReservedValue = keyof typeof RESERVED_VALUES

/** Is this one of the names that mean the same everywhere? */
export function isReservedValue(name: string): name is ReservedValue {
  return Object.hasOwn(RESERVED_VALUES, name)
}

export const ValueParam = z.object({ name: ValueName })

/** A name conditions can use, and the last that was said of it; null: nothing yet. */
export const ValueView = z.object({
  name: ValueName,
  reserved: z.boolean(),
  latest: LiveValue.extend({
    ageSeconds: z.number().nonnegative(),
    /** Does it still meet conditions? */
    fresh: z.boolean(),
    /** Who said so, as in the audit log. */
    by: z.string(),
  }).nullable(),
})
export type ValueView = z.infer<typeof ValueView>
