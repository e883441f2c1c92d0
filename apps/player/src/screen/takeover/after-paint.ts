const FONTS_WITHIN_MS = 150

/**
 * Calls back once the present state of the page is on the glass: after the fonts it needs (for a moment at most) and two
 * animation frames, the second of which can only come after the first was painted. Never calls back while the page is
 * not being painted. Returns how to give up.
 */
export function afterPaint(painted: () => void): () => void {
  let wanted = true
  const fonts = Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, FONTS_WITHIN_MS))])
  void fonts.then(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (wanted) painted()
      }),
    ),
  )
  return () => {
    wanted = false
  }
}
