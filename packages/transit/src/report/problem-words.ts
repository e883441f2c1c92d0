import en from './words/en.json' with { type: 'json' }
import ja from './words/ja.json' with { type: 'json' }

/** Both languages have every sentence, or this does not compile. */
const WORDS: { ja: typeof ja; en: typeof ja } = { ja, en }
export type ProblemCode = keyof typeof ja

export function problemText(code: ProblemCode, values: Record<string, string>): { ja: string; en: string } {
  return { ja: filled(WORDS.ja[code], values), en: filled(WORDS.en[code], values) }
}

function filled(words: string, values: Record<string, string>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '')
}
