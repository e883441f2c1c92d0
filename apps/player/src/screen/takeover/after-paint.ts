const FONTS_WITHIN_MS = 60

/**
 * Calls back once the present state of the page is on the glass: after the fonts that are being loaded (for a moment at
 * most) and two animation frames, the second of which can only come after the first was painted. Never calls back while
 * the page is not being painted. Returns how to give up.
 */
export function afterPaint(painted: () => void): () => void {
  let wanted = true
  const twoFrames = (): number =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (wanted) painted()
      }),
    )
  if (document.fonts.status === 'loaded') twoFrames()
  else void Promise.race([document.fonts.ready, wait(FONTS_WITHIN_MS)]).then(twoFrames)
  return () => {
    wanted = false
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
