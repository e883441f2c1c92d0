import { useEffect, useState } from 'react'

/** When the visit ends by itself: `visitMs` after the last touch, on the page's monotonic clock. */
export interface Idle {
  touchedAtMs: number
  visitMs: number
}

/** WCAG 2.2 §2.2.1: time enough to say that one is still there; twice that for who has to be told it. */
const WARN_MS = 20_000
const WARN_LISTENING_MS = 40_000

/** What is left of a visit: seconds, and the share of the warning. */
export interface Left {
  s: number
  share: number
}

/**
 * What is left of the visit, from 20 s before its end (40 s for who listens, half of a short visit); null before, and where it
 * never ends.
 */
export function useLeaving(idle: Idle | null, listens: boolean, onEnd: () => void): Left | null {
  const [left, setLeft] = useState<(Left & { touchedAtMs: number }) | null>(null)
  const touchedAtMs = idle?.touchedAtMs ?? null
  const visitMs = idle?.visitMs ?? null
  useEffect(() => {
    if (touchedAtMs === null || visitMs === null) return undefined
    const endsAtMs = touchedAtMs + visitMs
    const warnMs = Math.min(listens ? WARN_LISTENING_MS : WARN_MS, visitMs / 2)
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const leftMs = endsAtMs - performance.now()
      if (leftMs <= 0) return onEnd()
      if (leftMs > warnMs) timer = setTimeout(look, leftMs - warnMs)
      else {
        const s = Math.ceil(leftMs / 1000)
        setLeft({ touchedAtMs, s, share: Math.min(1, (s * 1000) / warnMs) })
        timer = setTimeout(look, leftMs % 1000 || 1000)
      }
    }
    look()
    return () => clearTimeout(timer)
  }, [touchedAtMs, visitMs, listens, onEnd])
  // What was left before the last touch says nothing any more.
  return left !== null && left.touchedAtMs === touchedAtMs ? left : null
}
