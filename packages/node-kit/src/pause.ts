import { setTimeout as sleep } from 'node:timers/promises'

/** Waits, or ends early when the signal says so; never rejects. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}

/** The answer, or `late` when there is none in time or `signal` says that nobody waits any more. Rejects as the answer does. */
export async function within<T>(answer: Promise<T>, ms: number, signal?: AbortSignal): Promise<T | 'late'> {
  const answered = new AbortController()
  const signals = signal === undefined ? [answered.signal] : [answered.signal, signal]
  const late = pause(ms, AbortSignal.any(signals)).then(() => 'late' as const)
  return await Promise.race([answer, late]).finally(() => answered.abort())
}
