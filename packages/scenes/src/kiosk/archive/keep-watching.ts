/** Whoever watches touches nothing; after so long without a touch they are asked all the same. */
const WATCHED_MS = 10 * 60_000
const EVERY_MS = 5_000

/** Says that somebody is there until ten minutes after the last touch or key that reaches `touches`. Gives what ends it. */
export function keepWatching(touches: EventTarget, stay: () => void): () => void {
  let touchedAtMs = performance.now()
  const touched = (): void => {
    touchedAtMs = performance.now()
  }
  const timer = setInterval(() => {
    if (performance.now() - touchedAtMs < WATCHED_MS) stay()
  }, EVERY_MS)
  touches.addEventListener('pointerdown', touched)
  touches.addEventListener('keydown', touched)
  return () => {
    clearInterval(timer)
    touches.removeEventListener('pointerdown', touched)
    touches.removeEventListener('keydown', touched)
  }
}
