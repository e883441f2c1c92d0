import type { Language } from '@akari/protocol'
import { jaModel, Parser } from 'budoux'

const japanese = new Parser(jaModel)
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * A line cut into the pieces that must not be torn apart at a line's end: phrases for Japanese (BudouX; where it is
 * written with spaces, as やさしい日本語 is, between those), words for Chinese, the whole line for other languages.
 */
export function phrases(line: string, language: Language): readonly string[] {
  if (language === 'ja-x-easy' && line.includes(' ')) return line.split(/(?<=\s)|(?=（)/)
  if (language === 'ja' || language === 'ja-x-easy') return japanese.parse(line)
  if (language === 'zh-Hans' || language === 'zh-Hant') return chineseWords(line)
  return [line]
}

/** Words with their punctuation; times and numbers stay whole. */
function chineseWords(line: string): string[] {
  const pieces: string[] = []
  for (const { segment } of chinese.segment(line)) {
    const last = pieces.at(-1)
    if (last !== undefined && belongsTogether(last, segment)) pieces[pieces.length - 1] = last + segment
    else pieces.push(segment)
  }
  return pieces
}

function belongsTogether(left: string, right: string): boolean {
  const isFigure = /[\d:：～~–.-]/
  return /^[\p{P}\s]/u.test(right) || /[（「《“]$/.test(left) || (isFigure.test(left.slice(-1)) && isFigure.test(right))
}
