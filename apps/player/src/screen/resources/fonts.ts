import type { Language } from '@akari/protocol'

const START_AFTER_MS = 1500

/** The fonts of the languages that are not set in the city's own; each knows some of them. */
const FAMILIES: readonly { family: string; languages: readonly Language[] }[] = [
  { family: 'Noto Sans SC', languages: ['zh-Hans'] },
  { family: 'Noto Sans TC', languages: ['zh-Hant'] },
  { family: 'Noto Sans KR', languages: ['ko'] },
  { family: 'Noto Sans', languages: ['vi', 'ne', 'fil', 'pt', 'es', 'id', 'uk'] },
  { family: 'Noto Sans Thai', languages: ['th'] },
  { family: 'Noto Sans Myanmar', languages: ['my'] },
]

/**
 * Loads every face of the city's own font, the bold first, and of the other languages' fonts those that `lettersIn` their
 * languages need: an emergency's words must not wait for a font, least of all while the agent that serves the fonts is
 * away. One face at a time and only in idle moments, so that whatever happens meanwhile goes first.
 */
export function startFontWarming(lettersIn: (language: Language) => string): { close: () => void } {
  let wanted = true
  const warm = async (): Promise<void> => {
    for (const face of ownFaces()) {
      await idle()
      if (!wanted) return
      // A face that cannot be loaded now is loaded when a text asks for it.
      await face.load().catch(() => face)
    }
    for (const { family, languages } of FAMILIES)
      for (const weight of ['700', '400']) {
        await idle()
        if (!wanted) return
        const words = languages.map(lettersIn).join('')
        await document.fonts.load(`${weight} 16px "${family}"`, words).catch(() => [])
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
