import type { Instant, SelfTestAlarm, SelfTestRun } from '@akari/protocol'

const LATELY = 7
const MONTH_MS = 30 * 86_400_000

/** The value that this share of the values does not exceed (nearest rank); null for none. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}

/**
 * Why staff should look, `runs` oldest first: the last one failed, or the slowest-but-one-in-twenty of the last seven took
 * more than twice what half of the month's did.
 */
export function alarmOf(runs: readonly SelfTestRun[], now: Instant): SelfTestAlarm | null {
  const over = runs.filter(({ outcome }) => outcome !== 'underWay')
  const last = over.at(-1)
  if (last === undefined) return null
  if (last.outcome === 'failed') {
    return { kind: 'failed', at: last.acceptedAt, reason: last.reason ?? 'interrupted' }
  }
  const took = over.flatMap(({ acceptedAt, shownMs }) => (shownMs === null ? [] : [{ acceptedAt, shownMs }]))
  if (took.length < LATELY) return null
  const from = Date.parse(now) - MONTH_MS
  const month = took.filter(({ acceptedAt }) => Date.parse(acceptedAt) >= from)
  const usualMs = percentile(
    month.map(({ shownMs }) => shownMs),
    0.5,
  )
  const p95Ms = percentile(
    took.slice(-LATELY).map(({ shownMs }) => shownMs),
    0.95,
  )
  return usualMs !== null && p95Ms !== null && p95Ms > 2 * usualMs ? { kind: 'slow', p95Ms, usualMs } : null
}
