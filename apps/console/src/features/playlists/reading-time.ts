import type { DraftScene } from '@akari/protocol'
import type { Library } from '../../parts/scene-of-draft.ts'

/**
 * Characters of Japanese read in a second by somebody who passes. Film subtitles in Japan keep to 4; with eye tracking Sasaki,
 * «Is the Four-Character-per-Second Word Limitation Outdated?» (JAITS), found that most viewers prefer 6.
 */
const CHARACTERS_PER_S = 5
/** Our own rule: so long it takes until somebody looks up. */
const NOTICING_S = 3
const SHORTEST_S = 10
const STEP_S = 5
/** «12月29日（火）», «13:30»: what dates and times become on the glass. */
const DAY_CHARACTERS = 9
const TIME_CHARACTERS = 5

/**
 * Seconds an item should stay: a film its length; a notice or a poster 3 s to be noticed and one second for 5 characters of
 * its Japanese text, rounded up to 5 s and at least 10 s. Null where there is nothing to go by.
 */
export function suggestedSeconds(scene: DraftScene, { assets, posters }: Pick<Library, 'assets' | 'posters'>) {
  switch (scene.kind) {
    case 'asset': {
      const durationMs = assets.find(({ id }) => id === scene.assetId)?.durationMs ?? null
      return durationMs === null ? null : Math.max(1, Math.ceil(durationMs / 1000))
    }
    case 'notice':
      return readingSeconds(charactersIn([scene.title, scene.body]))
    case 'poster': {
      const found = posters.find(({ id }) => id === scene.posterId)
      return found === undefined ? null : readingSeconds(charactersIn([found.title, found.poster]))
    }
    case 'board':
    case 'floorMap':
    case 'live':
    case 'layout':
    case 'way':
    case 'sitting':
      return null
  }
}

/** Seconds to notice and read so many characters; null for none. */
export function readingSeconds(characters: number): number | null {
  if (characters === 0) return null
  return Math.max(SHORTEST_S, Math.ceil((NOTICING_S + characters / CHARACTERS_PER_S) / STEP_S) * STEP_S)
}

/** Characters of Japanese texts, dates and times, blanks aside; addresses become a QR code, and names of templates are not shown. */
function charactersIn(value: unknown): number {
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return DAY_CHARACTERS
    return /^\d{2}:\d{2}$/.test(value) ? TIME_CHARACTERS : 0
  }
  if (typeof value !== 'object' || value === null) return 0
  if ('ja' in value && typeof value.ja === 'string') return [...value.ja.replaceAll(/\s/g, '')].length
  return Object.values(value).reduce((sum: number, part: unknown) => sum + charactersIn(part), 0)
}
