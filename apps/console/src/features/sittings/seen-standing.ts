import type { SittingView } from '@akari/protocol'
import { useEffect, useRef } from 'react'

export type Live = SittingView['live']
/** How the sitting stood since when, the oldest first; `sinceMs` is Unix time. */
export type Stood = readonly { live: Live; sinceMs: number }[]

/** A finger that is on its way when something changes was meant for what stood there before. */
const SEEN_AFTER_MS = 700

/** With how it stands now; what the clerk did here (`own`: the version that it led to) is seen at once. */
export function noted(before: Stood, live: Live, own: number | null, nowMs: number): Stood {
  const sinceMs = live.version === own ? -Infinity : nowMs
  const others = before.filter((each) => each.live.version !== live.version)
  const known = before.find((each) => each.live.version === live.version)
  const all = [...others, { live, sinceMs: Math.min(sinceMs, known?.sinceMs ?? sinceMs) }]
  const seenFrom = all.findLastIndex((each) => isSeen(each.sinceMs, nowMs))
  return all.slice(Math.max(0, seenFrom))
}

/** How it stood as far as whoever taps now can have seen; what was there first has been. */
export function seenOf(stood: Stood, nowMs: number): Live | undefined {
  return (stood.findLast(({ sinceMs }) => isSeen(sinceMs, nowMs)) ?? stood[0])?.live
}

/** Says at a tap how the sitting stood for whoever taps: a step from there is told who was first, instead of changing what they just did. */
export function useSeen(live: Live, own: number | null): () => Live {
  const stood = useRef<Stood>([{ live, sinceMs: -Infinity }])
  useEffect(() => {
    stood.current = noted(stood.current, live, own, Date.now())
  }, [live, own])
  return () => seenOf(stood.current, Date.now()) ?? live
}

function isSeen(sinceMs: number, nowMs: number): boolean {
  return nowMs - sinceMs >= SEEN_AFTER_MS
}
