/** A measured amount (bytes, a count) at a moment (ms). */
export type Point = { atMs: number; amount: number }

export type Growth = {
  /** By the line of least squares through the points: at its first and at its last moment. */
  from: number
  to: number
  /** How much more that is, as a share of the beginning. */
  share: number
}

/** What is filled once, caches, pools and compiled code, is full after this share of a run. */
const WARM_UP_SHARE = 0.25
/** Of each of so many equal parts of what follows, the least counts: what never goes back to it is kept, the rest was in flight. */
const PARTS = 20

/** The straight line of least squares through what was kept after the warm-up. Throws where fewer than three points are left. */
export function growthOf(points: readonly Point[]): Growth {
  const startedMs = points[0]?.atMs ?? 0
  const lastedMs = (points.at(-1)?.atMs ?? 0) - startedMs
  const fromMs = startedMs + lastedMs * WARM_UP_SHARE
  const warm = leastOfParts(points.filter(({ atMs }) => atMs >= fromMs))
  const [first, last] = [warm[0], warm.at(-1)]
  if (first === undefined || last === undefined || warm.length < 3) throw new Error('too few points for a line')
  const meanMs = mean(warm.map(({ atMs }) => atMs))
  const meanAmount = mean(warm.map(({ amount }) => amount))
  const products = sum(warm.map(({ atMs, amount }) => (atMs - meanMs) * (amount - meanAmount)))
  const slope = products / sum(warm.map(({ atMs }) => (atMs - meanMs) ** 2))
  const on = (atMs: number): number => meanAmount + slope * (atMs - meanMs)
  const [from, to] = [on(first.atMs), on(last.atMs)]
  return { from, to, share: to / from - 1 }
}

function leastOfParts(points: readonly Point[]): Point[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return []
  const partMs = (last.atMs - first.atMs) / PARTS
  const least = new Map<number, Point>()
  for (const point of points) {
    const part = Math.min(PARTS - 1, Math.floor((point.atMs - first.atMs) / partMs))
    if (point.amount < (least.get(part)?.amount ?? Infinity)) least.set(part, point)
  }
  return [...least.values()]
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length
}
