const STEP_MS = 25

/** What of a media element is heard. */
export type HeardElement = Pick<HTMLMediaElement, 'muted' | 'volume' | 'paused' | 'play'>

/**
 * Brings `element` from where it is to `volume` (0–1) in `fadeMs`, muted at 0. A browser that lets nothing be heard before
 * somebody touched the page pauses what is unmuted: it is muted again, goes on, and `refused` is called. Returns how to stop.
 */
export function fadeVolume(
  element: HeardElement,
  { volume, fadeMs }: { volume: number; fadeMs: number },
  refused: () => void,
): () => void {
  const from = element.muted ? 0 : element.volume
  const steps = Math.max(1, Math.round(fadeMs / STEP_MS))
  let step = 0
  const take = (): void => {
    step += 1
    const wasPlaying = !element.paused
    const now = step >= steps ? volume : from + ((volume - from) * step) / steps
    element.volume = now
    element.muted = now === 0
    if (step >= steps) clearInterval(timer)
    if (!wasPlaying || !element.paused) return
    clearInterval(timer)
    element.muted = true
    // Whoever shows the picture notices when it does not move.
    element.play().catch(() => undefined)
    refused()
  }
  const timer = setInterval(take, STEP_MS)
  take()
  return () => clearInterval(timer)
}
