import { z } from 'zod'

/** Rules that no type can say. Whoever answers with a broken one has a sentence for each, in the language of who reads it. */
export const FieldRule = z.enum([
  'noNameInAddress',
  'politePolling',
  'orderedTimes',
  'closesSomething',
  'orderedDays',
  'wideOrTall',
  'withinGlass',
  'ownZoneId',
  'ownZoneArea',
  'noLayoutInZone',
  'withinPicture',
  'networkName',
  'orderedCorners',
  'eachOnce',
])
export type FieldRule = z.infer<typeof FieldRule>

/** For `refine` and `addIssue`: which rule is broken. A message of its own would be told to everybody in one language. */
export function broken(rule: FieldRule): { params: { rule: FieldRule } } {
  return { params: { rule } }
}

/** The rule that an issue of zod (`code: 'custom'`) says is broken; null: none of ours. */
export function brokenRule(params: unknown): FieldRule | null {
  return z.object({ rule: FieldRule }).safeParse(params).data?.rule ?? null
}
