/**
 * One of those that share an hour: what it was to have had by now, what it has had, and how long its next item is. Equals go
 * by `rank`, the smaller first.
 */
export type Lane = { share: number; owedMs: number; playedMs: number; nextMs: number; rank: number }

/** Half a millisecond: what a sum of fractions may be off. */
const ROUNDING_MS = 0.5

/**
 * Whose turn it is: of the lanes that are not ahead of their share, the one whose next item would have been through first if
 * all ran side by side (worst-case fair queueing, Bennett and Zhang 1996). With shares that make up the whole, nobody is
 * ever further from its own than the longest item. Null for no lanes.
 */
export function nextLane<L extends Lane>(lanes: readonly L[]): L | null {
  const notAhead = lanes.filter(({ playedMs, owedMs }) => playedMs <= owedMs + ROUNDING_MS)
  const [first, ...others] = notAhead.length > 0 ? notAhead : lanes
  if (first === undefined) return null
  return others.reduce((best, lane) => (isSooner(lane, best) ? lane : best), first)
}

function isSooner(a: Lane, b: Lane): boolean {
  const difference = throughAfterMs(a) - throughAfterMs(b)
  return Math.abs(difference) < ROUNDING_MS ? a.rank < b.rank : difference < 0
}

function throughAfterMs({ share, owedMs, playedMs, nextMs }: Lane): number {
  return (playedMs + nextMs - owedMs) / share
}
