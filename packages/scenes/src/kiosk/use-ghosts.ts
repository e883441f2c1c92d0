import { type MouseEvent, type PointerEvent, useCallback, useRef } from 'react'

/**
 * A touch belongs to what was under the finger when it came down: what appears under it meanwhile (the kiosk over the loop,
 * a screen under the warning) is not touched by lifting it. `spend`: neither is what is under a hand that was held, or has
 * the focus under a key that was.
 */
export function useGhosts(): {
  spend: () => void
  guards: {
    onPointerDownCapture: (event: PointerEvent) => void
    onKeyDownCapture: (event: { repeat: boolean }) => void
    onClickCapture: (event: MouseEvent) => void
  }
} {
  const down = useRef<Node | null>(null)
  const isSpent = useRef(false)
  const spend = useCallback((): void => {
    isSpent.current = true
  }, [])
  const guards = {
    onPointerDownCapture: ({ target }: PointerEvent): void => {
      isSpent.current = false
      down.current = target instanceof Node ? target : null
    },
    onKeyDownCapture: ({ repeat }: { repeat: boolean }): void => {
      if (!repeat) isSpent.current = false
    },
    onClickCapture: (event: MouseEvent): void => {
      // Keys click without a pointer.
      if ((event.detail === 0 && !isSpent.current) || !(event.target instanceof Element)) return
      const touched = event.target.closest('button') ?? event.target
      const isSame = !isSpent.current && down.current !== null && touched.contains(down.current)
      down.current = null
      isSpent.current = false
      if (isSame) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
  return { spend, guards }
}
