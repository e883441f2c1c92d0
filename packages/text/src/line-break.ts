import { type Language, rubyParts, withoutRuby } from '@akari/protocol'
import { jaModel, Parser } from 'budoux'

const japanese = new Parser(jaModel)
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const chinese = new Intl.Segmenter('zh', { granularity: 'word' })
const dictionaries = {
  th: new Intl.Segmenter('th', { granularity: 'word' }),
  my: new Intl.Segmenter('my', { granularity: 'word' }),
}
/** What the dictionaries tear and nobody may: words of warnings and of a council, and names. */
const WHOLE = {
  zh: /市[议議][会會]|[议議][会會][运運][营營]|委[员員][会會]|全[体體][会會][议議]|例[会會]|臨時會|临时会/g,
  th: /สึนามิ|แผ่นดินไหว|ดินถล่ม|เตือนภัย|ล่วงหน้า|เฝ้าระวัง|เทียบเท่า|ฝนตกหนัก|หิมะตกหนัก|น้ำล้นตลิ่ง|ทอร์นาโด|ร่องลึก|นันไค|โคงาเนอิ|ทามะ|โตเกียว|ปากปล่อง|ภูเขาไฟ|ลมแดด|ผู้สูงอายุ|ที่พักพิง|ที่อันตราย|ที่ปลอดภัย|เดี๋ยวนี้|เนิ่น ๆ|อื่น ๆ|โจเมะ/g,
  my: /ဆူနာမီ|နန်ကိုင်း|ကိုဂါနဲအိ|တာမာ|တိုကျို|ချိုးမဲ/g,
}

/**
 * A line cut into the pieces that must not be torn apart at a line's end: phrases for Japanese (BudouX; where it is
 * written with spaces, as やさしい日本語 is, between those), words for Chinese, Thai and Burmese, the whole line for languages
 * with spaces between words. Readings stay with what they stand above.
 */
export function phrases(line: string, language: Language): readonly string[] {
  switch (language) {
    case 'ja':
    case 'ja-x-easy':
      return japanesePieces(line, language).map(hyphenated)
    case 'zh-Hans':
    case 'zh-Hant':
      return chineseWords(line).map(hyphenated)
    case 'th':
    case 'my':
      return southEastAsian(line, language)
    case 'en':
    case 'ko':
      return [line]
    case 'vi':
    case 'ne':
    case 'fil':
    case 'pt':
    case 'es':
    case 'id':
    case 'uk':
      return [withFigures(line)]
  }
}

/** A line cut wherever it may end, as `phrases` has it; in languages with spaces at those. Joined the pieces are the line. */
export function linePieces(line: string, language: Language): readonly string[] {
  switch (language) {
    case 'ja':
    case 'ja-x-easy':
      return markedPieces(line, language)
    case 'zh-Hans':
    case 'zh-Hant':
      return chineseWords(line)
    case 'th':
    case 'my':
      return southEastAsian(line, language)
    case 'en':
    case 'ko':
    case 'vi':
    case 'ne':
    case 'fil':
    case 'pt':
    case 'es':
    case 'id':
    case 'uk':
      return line.split(AT_SPACES)
  }
}

/** A figure stays with the word before it. */
const AT_SPACES = /(?<=\s)(?!\d)/

/** A figure stays with the word it counts: «nivel de alerta 4» must not begin a line with its 4. */
function withFigures(line: string): string {
  return line.replaceAll(/(?<=\S) (?=\d)/g, '\u00a0')
}

/** Among Han and kana a hyphen joins (Wi-Fi); a browser would end a line after it. */
function hyphenated(phrase: string): string {
  return phrase.replaceAll(/(?<=\p{sc=Latin})-(?=\p{sc=Latin})/gu, '-\u2060')
}

type Japanese = 'ja' | 'ja-x-easy'

function japanesePieces(line: string, language: Japanese): readonly string[] {
  const pieces = markedPieces(line, language)
  return isSpaced(line, language) ? pieces.map(afterReading) : pieces
}

function markedPieces(line: string, language: Japanese): readonly string[] {
  return isSpaced(line, language) ? barePieces(line, language) : asMarked(line, barePieces(withoutRuby(line), language))
}

function barePieces(line: string, language: Japanese): readonly string[] {
  if (isSpaced(line, language)) return line.split(/(?<=[^\S\u00a0]|\S・)|(?=（)/)
  const whole = withCouncilWords(withWholeVerbs(withoutStub(japanese.parse(line)).flatMap(afterComma)))
  return withBrackets(whole.flatMap(afterLevel))
}

function isSpaced(line: string, language: Japanese): boolean {
  return language === 'ja-x-easy' && line.includes(' ')
}

/** BudouX tears も from もどる: a line that begins with one kana alone is nobody's phrase. */
function withoutStub(pieces: readonly string[]): readonly string[] {
  const [first = '', second, ...rest] = pieces
  return second !== undefined && /^\p{sc=Hiragana}$/u.test(first) ? [first + second, ...rest] : pieces
}

/**
 * Verbs that BudouX tears: in kana before います or まいます, or taken for a noun with が; いたして; and those of two verbs, as 取り組む. What ends in one
 * and goes on with its ending is one phrase; 「しましたが」 and 「人たちが」 are none of them.
 */
const TORN_VERBS: readonly (readonly [stem: RegExp, ending: RegExp])[] = [
  [
    /(?:うかが|うたが|ねが|ととの|はから|やと|すく|(?:^|[はをにでとも])(?:したが|ちが))$/u,
    /^(?:い(?:[またないしす、。]|$)|う|え|わ|っ[てた])/u,
  ],
  [/かんが$/u, /^え/u],
  [/ふる$/u, /^ま[いうえわっ]/u],
  [/とり$/u, /^あつか/u],
  [/いた$/u, /^し(?:[てた]|ま[すし])/u],
  [
    /(?:申し|取り|引き|繰り|組み|差し|割り|払い|書き|落ち|洗い|打ち|受け|積み|読み|働き|呼び|押し|立ち|話し|盛り|切り)$/u,
    /^\p{sc=Han}\p{sc=Hiragana}/u,
  ],
]

function withWholeVerbs(pieces: readonly string[]): readonly string[] {
  const whole: string[] = []
  for (const piece of pieces) {
    const before = whole.at(-1)
    if (before !== undefined && TORN_VERBS.some(([stem, ending]) => stem.test(before) && ending.test(piece)))
      whole[whole.length - 1] = before + piece
    else whole.push(piece)
  }
  return whole
}

/** Words of a council, of which BudouX tears some; what begins with one and is another word (全体会計) is none. */
const COUNCIL_WORDS =
  /全体会議?(?![計社員])|全員協議会|(?:特別|常任|運営)委員会|代表者会議|分科会|公聴会|全会一致|賛成多数|閉会中継続審査|継続審[査議]/gu

function withCouncilWords(pieces: readonly string[]): readonly string[] {
  return joinedWhere(pieces, insidesOf(COUNCIL_WORDS, pieces.join('')))
}

/** The places within a line that are inside of what `words` finds. */
function insidesOf(words: RegExp, line: string): ReadonlySet<number> {
  const inside = new Set<number>()
  for (const { index, 0: word } of line.matchAll(words))
    for (let at = index + 1; at < index + word.length; at += 1) inside.add(at)
  return inside
}

/** Pieces that would begin at one of `places` go on with the one before. */
function joinedWhere(pieces: readonly string[], places: ReadonlySet<number>): readonly string[] {
  const joined: string[] = []
  let at = 0
  for (const piece of pieces) {
    if (places.has(at)) joined[joined.length - 1] += piece
    else joined.push(piece)
    at += piece.length
  }
  return joined
}

/** The pieces of a line without its readings, with the readings again; a piece that would end inside one goes on. */
function asMarked(line: string, bare: readonly string[]): string[] {
  const ends = new Set<number>()
  let end = 0
  for (const piece of bare) ends.add((end += piece.length))
  const pieces = ['']
  let at = 0
  for (const { unit, base } of markedUnits(line)) {
    at += base.length
    pieces[pieces.length - 1] += unit
    if (ends.has(at)) pieces.push('')
  }
  return pieces.filter((piece) => piece !== '')
}

/** The smallest parts of a line: its letters, and words with their readings as they are marked. `base`: without these. */
export function markedUnits(line: string): { unit: string; base: string }[] {
  let at = 0
  return rubyParts(line).flatMap(({ base, reading }) => {
    const length = reading === null ? base.length : (line[at] === '｜' ? 3 : 2) + base.length + reading.length
    const part = line.slice(at, at + length)
    at += length
    if (reading !== null) return [{ unit: part, base }]
    return Array.from(graphemes.segment(part), ({ segment }) => ({ unit: segment, base: segment }))
  })
}

/** A browser may end a line after a bracket: a word joiner keeps the particle with its word. */
function afterReading(phrase: string): string {
  return phrase.replaceAll(/）(?=\p{sc=Hiragana})/gu, '）\u2060')
}

/** A bracket that opens is at no line's end. */
function withBrackets(pieces: readonly string[]): readonly string[] {
  return pieces
    .join(BREAK)
    .replaceAll(OPENING, `${BREAK}$1`)
    .split(BREAK)
    .filter((piece) => piece !== '')
}

const BREAK = '\u200b'
const OPENING = /([（「『〔【［《〈]+)\u200b/gu

/** BudouX keeps some words with the comma before them; a browser ends a line there all the same. */
function afterComma(phrase: string): string[] {
  return phrase.split(/(?<=[、。])(?=[\p{L}\p{N}])/u)
}

/** `レベル２` and the name that follows may stand on two lines: 大雨注意報 must not be torn instead. */
function afterLevel(phrase: string): string[] {
  return phrase.split(/(?<=レベル[0-9０-９])(?=\p{sc=Han}{3})/u)
}

/**
 * Thai and Burmese: at spaces, and where a stretch is longer than a line can be sure to have room for, between the words
 * of ICU's dictionary.
 */
function southEastAsian(line: string, language: 'th' | 'my'): readonly string[] {
  return line
    .split(AT_SPACES)
    .flatMap((stretch) =>
      [...stretch].length <= LONGEST_WHOLE[language] ? [stretch] : dictionaryWords(stretch, language),
    )
}

/** Code points; Burmese needs more of them for a syllable, and its spaces stand closer. */
const LONGEST_WHOLE = { th: 12, my: 28 }

function dictionaryWords(line: string, language: 'th' | 'my'): string[] {
  const kept = insidesOf(WHOLE[language], line)
  const found: string[] = []
  for (const { segment, index } of dictionaries[language].segment(line)) {
    const last = found.at(-1)
    const joins =
      kept.has(index) || /^[\p{P}\p{M}\p{N}\sๆ]/u.test(segment) || (last !== undefined && /[(“]$/.test(last))
    if (last !== undefined && joins) found[found.length - 1] = last + segment
    else found.push(segment)
  }
  return found
}

/** Words as a dictionary tells them, with their punctuation; times and numbers stay whole. */
function chineseWords(line: string): string[] {
  const words: string[] = []
  const kept = insidesOf(WHOLE.zh, line)
  for (const { segment, index } of chinese.segment(line)) {
    const last = words.at(-1)
    if (last !== undefined && (kept.has(index) || belongsTogether(last, segment)))
      words[words.length - 1] = last + segment
    else words.push(segment)
  }
  return words
}

function belongsTogether(left: string, right: string): boolean {
  if (/\d$/.test(left) && /^[年月日时時点點分号號级級楼樓层層岁歲元次届屆项項]/.test(right)) return true
  if (left.endsWith('第') && /^\d/.test(right)) return true
  if (/\d月$/.test(left) && /^\d/.test(right)) return true
  const isFigure = /[\d:：～~–.-]/
  return /^[\p{P}\s]/u.test(right) || /[（「《“]$/.test(left) || (isFigure.test(left.slice(-1)) && isFigure.test(right))
}
