import type { DrillRun, DrillStepResult } from '@akari/protocol'

/** How one display answered to one step; milliseconds since the step was sent, null for what never came. */
export type Latency = { displayId: string; name: string; receivedMs: number | null; shownMs: number | null }

/** Every display that was meant, those that never showed it first, then the slowest. */
export function latenciesOf(run: Pick<DrillRun, 'meant'>, step: DrillStepResult): Latency[] {
  const since = (at: string | null): number | null =>
    at === null ? null : Math.max(0, Date.parse(at) - Date.parse(step.sentAt))
  return run.meant
    .map(({ displayId, name }) => {
      const answer = step.answers.find((each) => each.displayId === displayId)
      const [receivedMs, shownMs] = [since(answer?.receivedAt ?? null), since(answer?.shownAt ?? null)]
      return { displayId, name, receivedMs, shownMs }
    })
    .toSorted((a, b) => (b.shownMs ?? Infinity) - (a.shownMs ?? Infinity) || (a.name < b.name ? -1 : 1))
}

/** How many showed it, and how long the last of them took. */
export function summaryOf(latencies: readonly Latency[]): { shown: number; all: number; slowestMs: number | null } {
  const times = latencies.flatMap(({ shownMs }) => (shownMs === null ? [] : [shownMs]))
  return { shown: times.length, all: latencies.length, slowestMs: times.length === 0 ? null : Math.max(...times) }
}
