/** Waits, or ends early when the signal says so; never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, signal.aborted ? 0 : ms)
    signal.addEventListener('abort', end)
  })
}

export type Pause = typeof pause

/** The answer, or `late` when there is none in time or `signal` says that nobody waits any more. Rejects as the answer does. */
export async function within<T>(answer: Promise<T>, ms: number, signal?: AbortSignal): Promise<T | 'late'> {
  const answered = new AbortController()
  const signals = signal === undefined ? [answered.signal] : [answered.signal, signal]
  const late = pause(ms, AbortSignal.any(signals)).then(() => 'late' as const)
  return await Promise.race([answer, late]).finally(() => answered.abort())
}
