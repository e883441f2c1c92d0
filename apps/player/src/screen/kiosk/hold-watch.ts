/** As long as nobody rests a finger to touch something. */
export const HOLD_MS = 2000
/** A hand that is held trembles; one that moves further wipes, as a share of the shorter side of the glass. */
const TREMBLE_SHARE = 0.04
/** Held as a hand is; enter would choose again and again. */
const HELD_KEY = ' '

/** Tells when a hand has been held on the glass, or the space bar down, for two seconds without anything else. */
export function startHoldWatch(page: Window, onHeld: () => void): { close: () => void } {
  const closing = new AbortController()
  let begun: { timer: ReturnType<typeof setTimeout>; x: number; y: number; over: AbortController } | null = null

  function end(): void {
    if (begun === null) return
    clearTimeout(begun.timer)
    begun.over.abort()
    begun = null
  }

  function begin(x: number, y: number, target: EventTarget | null): void {
    end()
    const over = new AbortController()
    const held = (): void => {
      end()
      onHeld()
    }
    begun = { timer: setTimeout(held, HOLD_MS), x, y, over }
    // What was touched may be gone by then (the loop makes way for the kiosk), and then it alone is told that the finger left.
    for (const name of ['touchend', 'touchcancel']) target?.addEventListener(name, end, { signal: over.signal })
  }

  function moved({ clientX, clientY }: PointerEvent): void {
    if (begun === null) return
    const most = Math.min(page.innerWidth, page.innerHeight) * TREMBLE_SHARE
    if (Math.hypot(clientX - begun.x, clientY - begun.y) > most) end()
  }

  const watch = { capture: true, passive: true, signal: closing.signal }
  page.addEventListener('pointerdown', ({ clientX, clientY, target }) => begin(clientX, clientY, target), watch)
  page.addEventListener('pointermove', moved, watch)
  for (const name of ['pointerup', 'pointercancel', 'wheel', 'blur', 'keyup'] as const)
    page.addEventListener(name, end, watch)
  page.addEventListener(
    'keydown',
    ({ key, repeat, target }) => {
      if (key !== HELD_KEY) end()
      else if (!repeat) begin(0, 0, target)
    },
    watch,
  )
  return {
    close: () => {
      end()
      closing.abort()
    },
  }
}
