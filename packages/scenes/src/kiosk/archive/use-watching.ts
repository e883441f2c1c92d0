import { useEffect } from 'react'
import { useKiosk } from '../kiosk-context.ts'

/** Whoever watches touches nothing; after so long without a touch they are asked all the same. */
const WATCHED_MS = 10 * 60_000
const EVERY_MS = 5_000

/** A film that plays keeps the visit from ending, for ten minutes after the last touch. */
export function useWatching(isPlaying: boolean): void {
  const { stay } = useKiosk()
  useEffect(() => {
    if (!isPlaying) return undefined
    let touchedAtMs = performance.now()
    const touched = (): void => {
      touchedAtMs = performance.now()
    }
    const timer = setInterval(() => {
      if (performance.now() - touchedAtMs < WATCHED_MS) stay()
    }, EVERY_MS)
    window.addEventListener('pointerdown', touched)
    window.addEventListener('keydown', touched)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', touched)
      window.removeEventListener('keydown', touched)
    }
  }, [isPlaying, stay])
}
