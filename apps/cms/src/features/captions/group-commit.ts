/**
 * Writes whatever was handed in while the last write ran together, in one go. Each promise resolves when its own items are
 * written; items that could not be are written with the next ones, and whoever handed them in learns of it.
 */
export function groupCommit<T>(write: (items: readonly T[]) => Promise<void>) {
  let waiting: T[] = []
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  async function run(): Promise<void> {
    const items = waiting
    waiting = []
    next = null
    try {
      await write(items)
    } catch (err) {
      waiting = [...items, ...waiting].slice(-MOST_WAITING)
      throw err
    }
  }

  return {
    add: (items: readonly T[]): Promise<void> => {
      waiting.push(...items)
      next ??= running.catch(() => undefined).then(run)
      running = next
      return next
    },
    /** Resolves when nothing is being written any more. */
    idle: (): Promise<void> => running.catch(() => undefined),
  }
}

/** While the database is away: an hour of a sitting. */
const MOST_WAITING = 5000
