/** What was done of many, and what was not because something went wrong. */
export type InLots<T, R> = { done: R[]; left: { items: T[]; error: unknown } | null }

/**
 * Runs lots of so many at most, in their order, and stops at the first that goes wrong: what was done before it stands. Rejects
 * where that is the first, for then nothing was done.
 */
export async function inLots<T, R>(
  all: readonly T[],
  most: number,
  run: (lot: T[]) => Promise<readonly R[]>,
): Promise<InLots<T, R>> {
  const done: R[] = []
  for (let at = 0; at < all.length; at += most) {
    try {
      done.push(...(await run(all.slice(at, at + most))))
    } catch (error) {
      if (at === 0) throw error
      return { done, left: { items: all.slice(at), error } }
    }
  }
  return { done, left: null }
}
