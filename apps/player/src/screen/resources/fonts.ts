const START_AFTER_MS = 1500

/**
 * Loads every face of the city's own font, the bold first, and of the other languages' fonts those that `texts` need: an
 * emergency's words must not wait for a font, least of all while the agent that serves the fonts is away. One face at a
 * time and only in idle moments, so that whatever happens meanwhile goes first.
 */
export function startFontWarming(texts: string): { close: () => void } {
  let wanted = true
  const warm = async (): Promise<void> => {
    for (const face of ownFaces()) {
      await idle()
      if (!wanted) return
      // A face that cannot be loaded now is loaded when a text asks for it.
      await face.load().catch(() => face)
    }
    for (const family of ['Noto Sans SC', 'Noto Sans KR'])
      for (const weight of ['700', '400']) {
        await idle()
        if (!wanted) return
        await document.fonts.load(`${weight} 16px "${family}"`, texts).catch(() => [])
      }
  }
  const timer = setTimeout(() => void warm(), START_AFTER_MS)
  return {
    close: () => {
      wanted = false
      clearTimeout(timer)
    },
  }
}

function ownFaces(): FontFace[] {
  const own = [...document.fonts].filter((face) => face.family.includes('BIZ UDPGothic'))
  return own.toSorted((a, b) => Number(b.weight) - Number(a.weight))
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }))
}
