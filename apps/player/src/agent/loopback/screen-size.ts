import type { ScreenSize } from '@akari/protocol'

export type KnownScreenSize = {
  tell: (size: ScreenSize) => void
  latest: () => ScreenSize | null
  /** The size as soon as a screen has told it; null when none has within `ms`, or the signal ends the wait. */
  within: (ms: number, signal: AbortSignal) => Promise<ScreenSize | null>
}

/** Keeps the size the last screen told of itself. */
export function knownScreenSize(): KnownScreenSize {
  let size: ScreenSize | null = null
  const waiting = new Set<() => void>()
  return {
    tell: (told) => {
      size = told
      for (const go of waiting) go()
    },
    latest: () => size,
    within: async (ms, signal) => {
      if (size !== null || signal.aborted) return size
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => go(), ms)
        const go = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', go)
          waiting.delete(go)
          resolve()
        }
        signal.addEventListener('abort', go)
        waiting.add(go)
      })
      return size
    },
  }
}
