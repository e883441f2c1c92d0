import type { Language } from '@akari/protocol'
import { jaModel, Parser, zhHansModel } from 'budoux'

const japanese = new Parser(jaModel)
const chinese = new Parser(zhHansModel)

/**
 * A line cut into the pieces that must not be torn apart at a line's end: phrases for Japanese and Chinese (BudouX), the
 * whole line for languages that put spaces between words.
 */
export function phrases(line: string, language: Language): readonly string[] {
  switch (language) {
    case 'ja':
    case 'ja-x-easy':
      return japanese.parse(line)
    case 'zh-Hans':
    case 'zh-Hant':
      return chinese.parse(line)
    default:
      return [line]
  }
}
