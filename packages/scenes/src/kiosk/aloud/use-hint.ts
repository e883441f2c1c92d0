import { useEffect, useRef } from 'react'

/** Whoever sees the screen has touched it again by then. */
const AFTER_MS = 2500

interface HintOptions {
  /** Is the visit at its beginning, and nothing being read? */
  isOffered: boolean
  say: () => void
  hush: () => void
}

/** Says once how one is helped, to whoever touched the glass and then does nothing more; anything they do ends it. */
export function useHint(options: HintOptions): void {
  const latest = useRef(options)
  latest.current = options
  const { isOffered } = options
  const isDone = useRef(false)
  useEffect(() => {
    if (!isOffered || isDone.current) return undefined
    let isSaid = false
    const timer = setTimeout(() => {
      isSaid = true
      latest.current.say()
    }, AFTER_MS)
    const leave = new AbortController()
    const stop = (): void => {
      clearTimeout(timer)
      leave.abort()
      if (isSaid) latest.current.hush()
    }
    const once = { capture: true, signal: leave.signal }
    window.addEventListener('pointerdown', stop, once)
    window.addEventListener('keydown', stop, once)
    return () => {
      isDone.current = true
      clearTimeout(timer)
      leave.abort()
    }
  }, [isOffered])
}
