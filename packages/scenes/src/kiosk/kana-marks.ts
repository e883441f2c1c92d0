const PLAIN = 'かきくけこさしすせそたちつてとはひふへほう'
const VOICED = 'がぎぐげござじずぜぞだぢづでどばびぶべぼゔ'
const HALF_PLAIN = 'はひふへほ'
const HALF = 'ぱぴぷぺぽ'
const FULL_SIZE = 'あいうえおつやゆよわ'
const SMALL = 'ぁぃぅぇぉっゃゅょゎ'

export const KANA_MARKS = ['voiced', 'half', 'small'] as const
export type KanaMark = (typeof KANA_MARKS)[number]

const PAIRS: Record<KanaMark, readonly (readonly [string, string])[]> = {
  voiced: pairs(PLAIN, VOICED),
  half: pairs(HALF_PLAIN, HALF),
  small: pairs(FULL_SIZE, SMALL),
}

/** The text with a mark (゛, ゜, 小) put on its last letter, or taken off it; as it is where the letter takes none. */
export function withMark(text: string, mark: KanaMark): string {
  const letters = [...text]
  const last = letters.pop()
  if (last === undefined) return text
  const bare = bareOf(last)
  const marked = PAIRS[mark].find(([plain]) => plain === bare)?.[1]
  if (marked === undefined) return text
  return letters.join('') + (last === marked ? bare : marked)
}

function bareOf(letter: string): string {
  const found = Object.values(PAIRS)
    .flat()
    .find(([, marked]) => marked === letter)
  return found?.[0] ?? letter
}

function pairs(plain: string, marked: string): (readonly [string, string])[] {
  const others = [...marked]
  return [...plain].flatMap((letter, n) => (others[n] === undefined ? [] : [[letter, others[n]] as const]))
}
