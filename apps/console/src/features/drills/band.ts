import type { SelfTestRun } from '@akari/protocol'

/** One dot of the plot; a failed run has no time and stands at the top of it. */
type Dot = { atMs: number; shownMs: number | null; failed: boolean; band: [number, number] | null }

/** Of how many runs up to and with each the band is made: the same that the alarm looks at. */
const WINDOW = 7

/** Runs, oldest first, as dots; the band goes from the middle to the slowest of twenty of the last seven that arrived. */
export function dotsOf(runs: readonly SelfTestRun[]): Dot[] {
  const arrived: number[] = []
  return runs.flatMap(({ acceptedAt, outcome, shownMs }) => {
    if (outcome === 'underWay') return []
    if (shownMs !== null) arrived.push(shownMs)
    const lately = arrived.slice(-WINDOW)
    const [p50, p95] = [percentile(lately, 0.5), percentile(lately, 0.95)]
    const band: Dot['band'] = p50 === null || p95 === null ? null : [p50, p95]
    return [{ atMs: Date.parse(acceptedAt), shownMs, failed: outcome === 'failed', band }]
  })
}

/** The value that this share of the values does not exceed (nearest rank); null for none. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
