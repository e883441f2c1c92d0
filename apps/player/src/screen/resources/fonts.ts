/**
 * Loads every face of the city's own font, a few at a time, and of the other languages' fonts those that `texts` need:
 * an emergency's words must not wait for a font, least of all while the agent that serves the fonts is away.
 * Returns how to stop.
 */
export function warmFonts(texts: string): () => void {
  let wanted = true
  const faces = [...document.fonts].filter((face) => face.family.includes('BIZ UDPGothic'))
  const load = async (): Promise<void> => {
    for (const weight of ['400', '700'])
      for (const family of ['Noto Sans SC', 'Noto Sans KR'])
        await document.fonts.load(`${weight} 16px "${family}"`, texts).catch(() => [])
    for (const face of faces) {
      if (!wanted) return
      // A face that cannot be loaded now is loaded when a text asks for it.
      await face.load().catch(() => face)
    }
  }
  const timer = setTimeout(() => void load(), 1500)
  return () => {
    wanted = false
    clearTimeout(timer)
  }
}
