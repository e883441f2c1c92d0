import type { Language } from '@akari/protocol'

const START_AFTER_MS = 1500

const OWN = 'BIZ UDPGothic'

/** The fonts of each language, in the order in which they are wanted. */
const FAMILIES: readonly { family: string; languages: readonly Language[] }[] = [
  { family: OWN, languages: ['ja', 'ja-x-easy', 'en'] },
  { family: 'Noto Sans SC', languages: ['zh-Hans'] },
  { family: 'Noto Sans TC', languages: ['zh-Hant'] },
  { family: 'Noto Sans KR', languages: ['ko'] },
  { family: 'Noto Sans', languages: ['vi', 'ne', 'fil', 'pt', 'es', 'id', 'uk'] },
  { family: 'Noto Sans Thai', languages: ['th'] },
  { family: 'Noto Sans Myanmar', languages: ['my'] },
]

/**
 * Loads what an emergency is written with (`letters` of each language) first, bold before regular, then the rest of the
 * city's own font: an emergency's words must not wait for a font, least of all while the agent that serves the fonts is
 * away. In idle moments only, so that whatever happens meanwhile goes first. `ready`: an emergency's fonts are there.
 */
export function startFontWarming(letters: () => Promise<(language: Language) => string>): {
  ready: Promise<void>
  close: () => void
} {
  const wanted = new AbortController()
  const start = new Promise((resolve) => setTimeout(resolve, START_AFTER_MS))
  const ready = start.then(async () => loadLetters(await letters(), wanted.signal))
  void ready.then(() => loadOwnFaces(wanted.signal))
  return { ready, close: () => wanted.abort() }
}

async function loadLetters(lettersIn: (language: Language) => string, wanted: AbortSignal): Promise<void> {
  for (const weight of ['700', '400'])
    for (const { family, languages } of FAMILIES) {
      await idle()
      if (wanted.aborted) return
      // A face that cannot be loaded now is loaded when a text asks for it.
      await document.fonts.load(`${weight} 16px "${family}"`, languages.map(lettersIn).join('')).catch(() => [])
    }
}

async function loadOwnFaces(wanted: AbortSignal): Promise<void> {
  const own = [...document.fonts].filter((face) => face.family.includes(OWN))
  for (const face of own.toSorted((a, b) => Number(b.weight) - Number(a.weight))) {
    await idle()
    if (wanted.aborted) return
    await face.load().catch(() => face)
  }
}

function idle(): Promise<void> {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1000 }))
}
