import { z } from 'zod'
import { Channel } from '../alert.ts'

/** What the marks of one alert state amount to, as the host of the glass read them off its pixels. */
export const ReadState = z.object({
  channel: Channel,
  shape: z.enum(['takeover', 'strip']),
  /** The low bits of both numbers, as in ProofMark. */
  epoch: z.int().nonnegative(),
  revision: z.int().nonnegative(),
  /** How many of its parts were found. */
  found: z.int().min(1).max(8),
  parts: z.int().min(1).max(8),
  /** Whether the edge of the field has its colour all round; a strip is not looked at for this. */
  field: z.enum(['whole', 'covered', 'unchecked']),
})
export type ReadState = z.infer<typeof ReadState>

/** One look at the glass. `trouble`: why there is no picture, for example because the browser is starting. */
export const Look = z.object({ states: z.array(ReadState).max(16), trouble: z.string().max(200).nullable() })
export type Look = z.infer<typeof Look>

/**
 * Host of the glass → agent, `POST /look` on the loopback. The agent answers when it wants the next look, or after
 * twenty seconds without one, so that the host needs no clock of its own. Null when it has not looked.
 */
export const LookReport = z.object({ look: Look.nullable() })
export type LookReport = z.infer<typeof LookReport>
export const LookOrder = z.object({ look: z.boolean() })
export type LookOrder = z.infer<typeof LookOrder>

/** The faults a display reports while it looks at its own pixels and does not find there what it holds. */
export const NOT_SEEN_FAULTS = { live: 'alert-not-seen', drill: 'alert-not-seen-drill' } as const satisfies Record<
  Channel,
  string
>

/** Is everything of the state on the glass that belongs there? */
export function isWhole({ found, parts, field }: ReadState): boolean {
  return found === parts && field !== 'covered'
}
