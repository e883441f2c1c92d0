import { type Channel, type WordsFinding, type WrittenWords, wordsMost } from '@akari/protocol'

type Part = keyof WrittenWords

/** Nothing that cannot be seen belongs on the glass: line breaks, marks that turn the direction of writing, unknown letters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u
/** Joiners are part of how Nepali and Burmese are written. */
const JOINERS = /[\u200c\u200d]/gu

/** Looked for with spaces and marks taken out, so that «訓 練» is no way round. */
const DRILL_WORDS = [
  '訓練',
  'くんれん',
  '練習',
  '演習',
  'リハーサル',
  'テスト',
  '演练',
  '演練',
  '测试',
  '測試',
  '훈련',
  '테스트',
]
const DRILL_LATIN = /\b(drills?|exercises?|rehearsals?|tests?|testing)\b/i
/** What made people in Hawaii believe a drill (2018-01-13): that it was none. */
const DENIALS =
  /(訓練|練習|演習|テスト)(では|じゃ)(ありません|ない|なく)|本番です|実際の(災害|警報|避難)|(不是|并非|並非)演[习習练練]|훈련이?아닙?니?다?|실제상황/
const DENIALS_LATIN = /\b(not\s+a\s+(drill|test|exercise)|no\s+drill|real\s+(emergency|alert|disaster))\b/i

/** What is wrong with words that staff wrote, part by part and language by language. On live English is required. */
export function lintWords(words: WrittenWords, channel: Channel): WordsFinding[] {
  const parts = ['headline', 'instruction', 'area'] as const satisfies readonly Part[]
  return parts.flatMap((part) => lintPart(words, part, channel))
}

function lintPart(words: WrittenWords, part: Part, channel: Channel): WordsFinding[] {
  const texts = words[part]
  const missing: WordsFinding[] =
    channel === 'live' && (texts.en ?? '').trim() === ''
      ? [{ part, language: 'en', code: 'english-missing', most: null }]
      : []
  const written = Object.entries(texts).flatMap(([language, text]) => lintText(text ?? '', part, language, channel))
  return [...written, ...missing]
}

function lintText(text: string, part: Part, language: string, channel: Channel): WordsFinding[] {
  const most = wordsMost(part, language)
  const plain = text.normalize('NFKC')
  const found: [WordsFinding['code'], boolean][] = [
    ['empty', language !== 'en' && text.trim() === ''],
    ['too-long', [...text].length > most],
    ['hidden-character', HIDDEN.test(language === 'ne' || language === 'my' ? text.replace(JOINERS, '') : text)],
    ['drill-word-in-live', channel === 'live' && namesDrill(plain)],
    ['denies-drill', channel === 'drill' && deniesDrill(plain)],
  ]
  return found
    .filter(([, isSo]) => isSo)
    .map(([code]) => ({ part, language, code, most: code === 'too-long' ? most : null }))
}

function namesDrill(text: string): boolean {
  const letters = withoutMarks(text)
  return DRILL_WORDS.some((word) => letters.includes(word)) || DRILL_LATIN.test(text) || /DRILL/i.test(spacedOut(text))
}

function deniesDrill(text: string): boolean {
  return DENIALS.test(withoutMarks(text)) || DENIALS_LATIN.test(text)
}

function withoutMarks(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

/** «D R I L L» and «D-R-I-L-L» as one word; words that only touch stay apart. */
function spacedOut(text: string): string {
  return (text.match(/\b(?:\p{L}[\s.\-・_]){2,}\p{L}\b/gu) ?? []).map(withoutMarks).join(' ')
}
