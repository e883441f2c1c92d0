import type { Language } from '@akari/protocol'
import { jaModel, Parser } from 'budoux'

const japanese = new Parser(jaModel)
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * A line cut into the pieces that must not be torn apart at a line's end: phrases for Japanese (BudouX; where it is
 * written with spaces, as やさしい日本語 is, between those), words for Chinese, the whole line for other languages.
 */
export function phrases(line: string, language: Language): readonly string[] {
  return language === 'en' ? [line] : pieces(line, language).map(hyphenated)
}

/** Among Han and kana a hyphen joins (Wi-Fi); a browser would end a line after it. */
function hyphenated(phrase: string): string {
  return phrase.replaceAll(/(?<=\p{sc=Latin})-(?=\p{sc=Latin})/gu, '-\u2060')
}

function pieces(line: string, language: Language): readonly string[] {
  if (language === 'ja-x-easy' && line.includes(' ')) return line.split(/(?<=\s)|(?=（)/).map(afterReading)
  if (language === 'ja' || language === 'ja-x-easy') return japanese.parse(line).flatMap(afterLevel)
  if (language === 'zh-Hans' || language === 'zh-Hant') return chineseWords(line)
  return [line]
}

/** A browser may end a line after a bracket: a word joiner keeps the particle with its word. */
function afterReading(phrase: string): string {
  return phrase.replaceAll(/）(?=\p{sc=Hiragana})/gu, '）\u2060')
}

/** `レベル２` and the name that follows may stand on two lines: 大雨注意報 must not be torn instead. */
function afterLevel(phrase: string): string[] {
  return phrase.split(/(?<=レベル[0-9０-９])(?=\p{sc=Han}{3})/u)
}

/** Words with their punctuation; times and numbers stay whole. */
function chineseWords(line: string): string[] {
  const words: string[] = []
  for (const { segment } of chinese.segment(line)) {
    const last = words.at(-1)
    if (last !== undefined && belongsTogether(last, segment)) words[words.length - 1] = last + segment
    else words.push(segment)
  }
  return words
}

function belongsTogether(left: string, right: string): boolean {
  if (/\d$/.test(left) && /^[年月日时点分号级楼层岁元]/.test(right)) return true
  if (/\d月$/.test(left) && /^\d/.test(right)) return true
  const isFigure = /[\d:：～~–.-]/
  return /^[\p{P}\s]/u.test(right) || /[（「《“]$/.test(left) || (isFigure.test(left.slice(-1)) && isFigure.test(right))
}
