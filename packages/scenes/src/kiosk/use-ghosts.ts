import { type MouseEvent, type PointerEvent, useRef } from 'react'

/**
 * A touch belongs to what was under the finger when it came down: what appears under it meanwhile (the kiosk over the loop,
 * a screen under the warning) is not touched by lifting it.
 */
export function useGhosts(): {
  onPointerDownCapture: (event: PointerEvent) => void
  onClickCapture: (event: MouseEvent) => void
} {
  const down = useRef<Node | null>(null)
  return {
    onPointerDownCapture: ({ target }) => {
      down.current = target instanceof Node ? target : null
    },
    onClickCapture: (event) => {
      // Keys click without a pointer.
      if (event.detail === 0 || !(event.target instanceof Element)) return
      const touched = event.target.closest('button') ?? event.target
      const isSame = down.current !== null && touched.contains(down.current)
      down.current = null
      if (isSame) return
      event.preventDefault()
      event.stopPropagation()
    },
  }
}
