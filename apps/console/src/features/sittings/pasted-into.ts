import type { KioskLanguage, PlannedItem, PlannedSpeaker } from '@akari/protocol'
import { withText } from '../../parts/texts-in.ts'
import { type AgendaLine, agendaLines, itemOf, type Line, speakerLines, speakerOf, wholeTitle } from './pasted-lines.ts'

/** What taking pasted lines makes of the rows. */
export type Taken<T> = {
  rows: T[]
  /** Where lines go that are written into rows there are, in the order of the rows; null: they become rows of their own. */
  into: Filled[] | null
  /** The rows of their own that lines become, each with its line as it was pasted. */
  added: Added<T>[]
  /** Lines that have no row, as they were pasted. */
  left: string[]
}
export type Added<T> = { row: T; line: string }
/** A row and what is written into it; null: nothing, it stays as it is. */
export type Filled = { index: number; text: string | null; before: string | null }

/**
 * An agenda pasted in one language. Japanese lines are new items, as many as there is room for; lines of another language
 * are that language of the items there are: by number where both have it, otherwise in order.
 */
export function agendaWith(
  rows: readonly PlannedItem[],
  text: string,
  language: KioskLanguage,
  most: number,
): Taken<PlannedItem> {
  const lines = agendaLines(text)
  if (language === 'ja') return added(rows, lines, itemOf, most)
  const byNumber = rows.length > 0 ? lines.map((line) => rowNumbered(rows, line)) : []
  const counts = byNumber.some((index) => index !== null)
  const taken = new Set(byNumber)
  const places = lines.map((line, at) => {
    const place =
      byNumber[at] ?? rows.findIndex((row, index) => !taken.has(index) && !(counts && bothNumbered(row, line)))
    taken.add(place)
    return place
  })
  return filledIn(rows, lines, places, (row, line, at) => {
    const said = byNumber[at] === null || byNumber[at] === undefined ? wholeTitle(line) : line.title
    return { row: { ...row, title: withText(row.title, language, said) }, said, before: row.title[language] ?? null }
  })
}

/** Speakers pasted in one language; as `agendaWith`, in order. */
export function speakersWith(
  rows: readonly PlannedSpeaker[],
  text: string,
  language: KioskLanguage,
  most: number,
): Taken<PlannedSpeaker> {
  const lines = speakerLines(text)
  if (language === 'ja') return added(rows, lines, speakerOf, most)
  const places = lines.map((_, index) => (index < rows.length ? index : -1))
  return filledIn(rows, lines, places, (row, { name, party }) => {
    const said = party === undefined ? name : `${name} (${party})`
    const before = [row.name[language], row.party?.[language]].filter((one) => one !== undefined).join(' / ')
    const next = { ...row, name: withText(row.name, language, name) }
    return {
      row: party === undefined ? next : { ...next, party: withText(row.party ?? { ja: '' }, language, party) },
      said,
      before: before === '' ? null : before,
    }
  })
}

function added<L extends Line, T>(
  rows: readonly T[],
  lines: readonly L[],
  rowOf: (line: L) => T,
  most: number,
): Taken<T> {
  const room = Math.max(0, most - rows.length)
  const made = lines.slice(0, room).map((line) => ({ row: rowOf(line), line: line.line }))
  return {
    rows: [...rows, ...made.map(({ row }) => row)],
    into: null,
    added: made,
    left: lines.slice(room).map(({ line }) => line),
  }
}

function filledIn<L extends Line, T>(
  rows: readonly T[],
  lines: readonly L[],
  /** The row of each line, -1 without one. */
  places: readonly number[],
  write: (row: T, line: L, at: number) => { row: T; said: string; before: string | null },
): Taken<T> {
  const written = rows.map((row, index) => {
    const at = places.indexOf(index)
    const line = lines[at]
    return line === undefined ? { row, said: null, before: null } : write(row, line, at)
  })
  return {
    rows: written.map(({ row }) => row),
    into: written.map(({ said, before }, index) => ({ index, text: said, before: before === said ? null : before })),
    added: [],
    left: lines.filter((_, at) => places[at] === -1).map(({ line }) => line),
  }
}

/** The only row with the number of this line. */
function rowNumbered(rows: readonly PlannedItem[], { number }: AgendaLine): number | null {
  if (number === undefined) return null
  const same = (one: (of: string) => string | undefined): number | null => {
    const wanted = one(number)
    const found = rows.flatMap((row, index) =>
      wanted !== undefined && row.number !== undefined && one(row.number) === wanted ? [index] : [],
    )
    return found.length === 1 ? (found[0] ?? null) : null
  }
  return same(plain) ?? same(digits)
}

function bothNumbered(row: PlannedItem, line: AgendaLine): boolean {
  return row.number !== undefined && line.number !== undefined
}

function plain(number: string): string {
  return number.normalize('NFKC').replaceAll(/[\s()]/g, '')
}

/** The figure in a number, where there is one alone. */
function digits(number: string): string | undefined {
  const figures = plain(number).match(/[0-9]+/g) ?? []
  return figures.length === 1 ? figures[0] : undefined
}
