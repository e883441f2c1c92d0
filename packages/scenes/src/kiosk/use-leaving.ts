import { useEffect, useState } from 'react'

/** When the visit ends by itself: `visitMs` after the last touch, on the page's monotonic clock. */
export interface Idle {
  touchedAtMs: number
  visitMs: number
}

/** WCAG 2.2 §2.2.1: time enough to say that one is still there. */
export const WARN_MS = 20_000

/** Seconds until the visit ends, from 20 s before (or half of a short visit); null before, and where it never does. */
export function useLeaving(idle: Idle | null, onEnd: () => void): number | null {
  const [left, setLeft] = useState<{ touchedAtMs: number; s: number } | null>(null)
  const touchedAtMs = idle?.touchedAtMs ?? null
  const visitMs = idle?.visitMs ?? null
  useEffect(() => {
    if (touchedAtMs === null || visitMs === null) return undefined
    const endsAtMs = touchedAtMs + visitMs
    let timer: ReturnType<typeof setTimeout>
    const look = (): void => {
      const leftMs = endsAtMs - performance.now()
      if (leftMs <= 0) return onEnd()
      const warnMs = Math.min(WARN_MS, visitMs / 2)
      if (leftMs > warnMs) timer = setTimeout(look, leftMs - warnMs)
      else {
        setLeft({ touchedAtMs, s: Math.ceil(leftMs / 1000) })
        timer = setTimeout(look, leftMs % 1000 || 1000)
      }
    }
    look()
    return () => clearTimeout(timer)
  }, [touchedAtMs, visitMs, onEnd])
  // What was left before the last touch says nothing any more.
  return left !== null && left.touchedAtMs === touchedAtMs ? left.s : null
}
