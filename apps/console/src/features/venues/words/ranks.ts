import type { Errand } from '@akari/protocol'

/** Errands as they are shown: those of the first page in their order, then the others as they were written. */
export function inRank(errands: readonly Errand[]): Errand[] {
  return errands.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0)
}

const LAST = 99

/** The ranks of the first page counted anew, in the order of the list: 0, 1, 2, … */
export function ranked(errands: readonly Errand[]): Errand[] {
  let next = 0
  return errands.map((errand) => (errand.rank === null ? errand : { ...errand, rank: Math.min(next++, LAST) }))
}
