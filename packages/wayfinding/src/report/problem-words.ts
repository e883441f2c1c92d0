import { type Texts, textIn } from '@akari/protocol'
import en from './words/en.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }

/** Both languages have every sentence, or this does not compile. */
const WORDS: { ja: typeof ja; en: typeof ja } = { ja, en }
export type ProblemCode = keyof typeof ja

/** What is put into a sentence: a name in the sentence's language as far as it is known, or the same in all. */
export type ProblemValues = Record<string, string | Texts>

export function problemText(code: ProblemCode, values: ProblemValues): { ja: string; en: string } {
  return { ja: filled('ja', code, values), en: filled('en', code, values) }
}

function filled(language: 'ja' | 'en', code: ProblemCode, values: ProblemValues): string {
  return WORDS[language][code].replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name] ?? ''
    return typeof value === 'string' ? value : textIn(value, language).text
  })
}
