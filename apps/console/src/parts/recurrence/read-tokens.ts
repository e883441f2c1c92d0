import { listed, type Vocabulary } from './vocabulary.ts'

/** What the vocabulary reads. */
const READ = [
  'everyDay',
  'everyDays',
  'everyOtherDay',
  'everyWeek',
  'everySecondWeek',
  'everyWeeks',
  'everyMonth',
  'everyMonths',
  'everyYear',
  'MO',
  'TU',
  'WE',
  'TH',
  'FR',
  'SA',
  'SU',
  'workdays',
  'weekend',
  'nth',
  'lastNth',
  'dayNumber',
  'lastDay',
  'month',
  'dateYmd',
  'dateMd',
  'time',
  'hour',
  'half',
  'am',
  'pm',
  'noon',
  'range',
  'nextDay',
  'laterDay',
  'allDay',
  'lasting',
  'holiday',
  'closed',
  'yearEnd',
  'openDays',
  'except',
  'only',
  'until',
  'from',
  'count',
  'skip',
] as const satisfies readonly (keyof Vocabulary['read'])[]

/** One of these, a number, or the name of a daypart by itself. */
type TokenKind = (typeof READ)[number] | 'number' | 'daypart'
export type Token = { kind: TokenKind; numbers: readonly number[]; text: string }

type Lexeme = { kind: TokenKind; pattern: RegExp; numbers: readonly number[]; id: string | null }

/**
 * The words of a sentence, always the longest that fits; `unknown` is what begins with a word nobody knows. Full-width and
 * half-width letters are alike (NFKC).
 */
export function readTokens(
  sentence: string,
  words: Vocabulary,
  dayparts: readonly { id: string; name: string }[],
): { ok: true; tokens: Token[] } | { ok: false; unknown: string } {
  const lexemes = lexemesOf(words, dayparts)
  const tokens: Token[] = []
  let rest = plain(sentence)
  while (rest !== '') {
    const found = longest(rest, lexemes)
    if (found === null) return { ok: false, unknown: rest.slice(0, 12) }
    if (found.token.kind !== 'skip') tokens.push(found.token)
    rest = rest.slice(found.length).trimStart()
  }
  return { ok: true, tokens }
}

function longest(rest: string, lexemes: readonly Lexeme[]): { token: Token; length: number } | null {
  let best: { token: Token; length: number } | null = null
  for (const { kind, pattern, numbers, id } of lexemes) {
    const match = pattern.exec(rest)
    if (match === null || match[0].length <= (best?.length ?? 0)) continue
    const read = match.slice(1).map(Number)
    best = { token: { kind, numbers: [...numbers, ...read], text: id ?? match[0] }, length: match[0].length }
  }
  return best
}

function lexemesOf({ read }: Vocabulary, dayparts: readonly { id: string; name: string }[]): Lexeme[] {
  const plainly = READ.flatMap((kind) => listed(read[kind]).map((words) => lexeme(kind, words)))
  const months = listed(read.monthNames).flatMap((names, index) =>
    names.split(',').map((name) => lexeme('month', name, { numbers: [index + 1] })),
  )
  const named = dayparts.flatMap(({ id, name }) =>
    [name, `「${name}」`, `“${name}”`].map((words) => lexeme('daypart', words, { id })),
  )
  return [...plainly, ...months, ...named, lexeme('number', '#')]
}

function lexeme(kind: TokenKind, words: string, more: { numbers?: readonly number[]; id?: string } = {}): Lexeme {
  const escaped = plain(words).replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
  // A word of letters ends where its letters end: «mon» is not the beginning of «month».
  const end = /[a-z]$/.test(escaped) ? '(?![a-z])' : ''
  const source = more.id === undefined ? escaped.replaceAll('#', String.raw`(\d{1,4})`) : escaped
  const pattern = new RegExp(`^${source.replaceAll(' ', String.raw`\s*`)}${end}`)
  return { kind, pattern, numbers: more.numbers ?? [], id: more.id ?? null }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('’', "'").trim()
}
