import { type Point, Texts, type WayClosureInput } from '@akari/protocol'
import { z } from 'zod'
import reasonTexts from './reasons.json' with { type: 'json' }

/** Why a way is closed, in the words visitors read; others are written by hand. */
export const REASONS = z.record(z.string(), Texts).parse(reasonTexts)

type Zone = WayClosureInput['zones'][number]

/** A closure while it is put together. */
export type ClosureDraft = {
  featureIds: readonly string[]
  zones: readonly Zone[]
  reason: Texts
  /** Null: at once. */
  from: string | null
  /** Null: until somebody opens it again. */
  until: string | null
}

export const NO_CLOSURE: ClosureDraft = { featureIds: [], zones: [], reason: { ja: '' }, from: null, until: null }

/** What somebody puts together, and where on the plan they are with it; it outlives a new plan under it. */
export type Composing = {
  draft: ClosureDraft
  /** The level that is looked at; null: the entrance's. */
  levelId: string | null
  tool: 'touch' | 'zone'
  /** The corners of a zone that is being drawn. */
  ring: readonly Point[]
}
export const NOTHING_COMPOSED: Composing = { draft: NO_CLOSURE, levelId: null, tool: 'touch', ring: [] }

/** Takes something in, or out again. */
export function toggled(draft: ClosureDraft, id: string): ClosureDraft {
  const featureIds = draft.featureIds.includes(id)
    ? draft.featureIds.filter((each) => each !== id)
    : [...draft.featureIds, id]
  return { ...draft, featureIds }
}

/** What is still to be done before it can be closed; null: nothing. */
export function missingOf({
  featureIds,
  zones,
  reason,
  from,
  until,
}: ClosureDraft): 'place' | 'reason' | 'order' | null {
  if (featureIds.length + zones.length === 0) return 'place'
  if (reason.ja.trim() === '') return 'reason'
  if (until === null) return null
  return Date.parse(until) > (from === null ? Number.NEGATIVE_INFINITY : Date.parse(from)) ? null : 'order'
}

/** As the CMS takes it. */
export function closureInput({ featureIds, zones, reason, from, until }: ClosureDraft): WayClosureInput {
  return { featureIds: [...featureIds], zones: [...zones], reason, from, until, version: 0 }
}

/** So near to its first corner a zone is closed by the next touch, in pixels. */
const CLOSING_PX = 16
const MOST_CORNERS = 100

/**
 * A zone after one more touch: another corner, or closed where it is the first again and there are three. `px`: pixels between
 * two places.
 */
export function corner(
  ring: readonly Point[],
  at: Point,
  px: (a: Point, b: Point) => number,
): { ring: readonly Point[]; isClosed: boolean } {
  const [first] = ring
  if (first !== undefined && ring.length >= 3 && px(first, at) <= CLOSING_PX) return { ring, isClosed: true }
  return { ring: ring.length >= MOST_CORNERS ? ring : [...ring, at], isClosed: false }
}
