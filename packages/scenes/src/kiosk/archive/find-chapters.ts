import { type ArchivedChapter, asRead, type Ruby, withoutRuby } from '@akari/protocol'
import { folded, isSpelt } from '@akari/wayfinding'

/**
 * Items of the agenda by their number and title, in whichever language, compared as what was said is (`findSaid`). `titles`: how the Japanese
 * titles are read, in their order.
 */
export function findChapters(
  chapters: readonly ArchivedChapter[],
  titles: readonly Ruby[],
  query: string,
): ArchivedChapter[] {
  const wanted = folded(query)
  if (wanted === '') return []
  return chapters.filter(({ number = '', title }, n) => {
    const written = [number, ...Object.values(title)].map((text) => folded(withoutRuby(text ?? '')))
    const kana = isSpelt(wanted) ? [folded(asRead(title.ja, titles[n] ?? []))] : []
    return [...written, ...kana].some((text) => text.includes(wanted))
  })
}
