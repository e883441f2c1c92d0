import { isUnavailable } from './unavailable.ts'

type Limits = {
  /** An answer that takes longer is not waited for when an earlier one is known. */
  waitMs: number
  /** An earlier answer counts for this long. */
  keepMs: number
  now: () => Date
}
type Known<V> = { value: V; atMs: number }

/** Of more keys than this the oldest are forgotten. */
const MOST_KEYS = 10_000

/**
 * Reads through to the database; while it is away or slow, gives what it last gave. For the few answers that an emergency
 * cannot wait for. A null is never remembered: who was refused stays refused.
 */
export function lastKnown<V>(read: (key: string) => Promise<V>, { waitMs, keepMs, now }: Limits) {
  const memory = new Map<string, Known<V>>()
  let era = 0

  async function fresh(key: string): Promise<V> {
    const began = era
    const value = await read(key)
    memory.delete(key)
    if (value !== null && began === era) memory.set(key, { value, atMs: now().getTime() })
    if (memory.size > MOST_KEYS) memory.delete(memory.keys().next().value ?? '')
    return value
  }

  return {
    read: async (key = ''): Promise<V> => {
      const known = memory.get(key)
      if (known === undefined || now().getTime() - known.atMs > keepMs) return fresh(key)
      let timer: NodeJS.Timeout | undefined
      const late = new Promise<V>((resolve) => {
        timer = setTimeout(() => resolve(known.value), waitMs)
      })
      try {
        return await Promise.race([fresh(key), late])
      } catch (err) {
        if (isUnavailable(err) && memory.has(key)) return known.value
        throw err
      } finally {
        clearTimeout(timer)
      }
    },
    /** What was known is no longer so; answers that are under way do not count either. */
    forget: (): void => {
      era += 1
      memory.clear()
    },
  }
}
