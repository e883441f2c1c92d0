import { pause } from '@akari/node-kit'

/**
 * Asks again beside the first question when there is no answer after `afterMs`, up to `most` questions; the first answer
 * counts and ends the others. A lost packet at the start of a connection costs a second otherwise. Rejects with
 * what the last question under way met: a refusal is not asked again.
 */
export async function hedged<T>(
  question: (signal: AbortSignal) => Promise<T>,
  { most, afterMs, signal }: { most: number; afterMs: number; signal: AbortSignal },
): Promise<T> {
  const settled = new AbortController()
  const stop = AbortSignal.any([signal, settled.signal])
  const under: Promise<T>[] = []
  const ask = () => {
    const answer = question(stop)
    // Met below by whoever waits for all of them.
    answer.catch(() => undefined)
    under.push(answer)
  }
  try {
    ask()
    while (under.length < most) {
      const first = await Promise.race([firstOf(under), pause(afterMs, stop).then(() => null)])
      if (first !== null) return first.value
      ask()
    }
    return (await firstOf(under)).value
  } finally {
    settled.abort()
  }
}

async function firstOf<T>(under: readonly Promise<T>[]): Promise<{ value: T }> {
  try {
    return { value: await Promise.any(under) }
  } catch (error) {
    throw error instanceof AggregateError ? error.errors.at(-1) : error
  }
}
