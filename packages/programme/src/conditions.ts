import type { EntryCondition, Id, Instant, LiveValues } from '@akari/protocol'
import type { Reason } from './reasons.ts'
import { msOf } from './time.ts'

/** What is known of the outside world: a value, when it was told, and for how long it counts. */
export type Values = Readonly<Record<string, { value: number | string; at: Instant; validForMs: number }>>

/** Live values as the CMS tells them, for `direct`. */
export function valuesOf(told: LiveValues['values']): Values {
  return Object.fromEntries(
    Object.entries(told).map(([name, { value, observedAt, validForSeconds }]) => {
      return [name, { value, at: observedAt, validForMs: validForSeconds * 1000 }] as const
    }),
  )
}

type Conditional = { entryId: Id; conditions: readonly EntryCondition[] }

/** The first condition of an entry that is not met, as a reason (null: all are), and when a value becomes too old. */
export function conditionsAt(
  { entryId, conditions }: Conditional,
  values: Values | undefined,
  ms: number,
): { reason: Reason | null; changesAtMs: number } {
  let changesAtMs = Number.POSITIVE_INFINITY
  let reason: Reason | null = null
  for (const { value: name, is } of conditions) {
    const known = values?.[name]
    const tooOldAtMs = known === undefined ? Number.NEGATIVE_INFINITY : Math.ceil(msOf(known.at) + known.validForMs)
    if (tooOldAtMs > ms) changesAtMs = Math.min(changesAtMs, tooOldAtMs)
    const because =
      known === undefined ? 'not-known' : tooOldAtMs <= ms ? 'too-old' : isMet(is, known.value) ? null : 'other-value'
    if (because !== null) reason ??= { code: 'condition-not-met', entryId, value: name, because }
  }
  return { reason, changesAtMs }
}

function isMet(is: EntryCondition['is'], value: number | string): boolean {
  if ('atLeast' in is) return typeof value === 'number' && value >= is.atLeast
  if ('atMost' in is) return typeof value === 'number' && value <= is.atMost
  if ('equals' in is) return value === is.equals
  return is.oneOf.includes(value)
}
