import type { KioskLanguage, PlannedItem, PlannedSpeaker } from '@akari/protocol'
import { withText } from '../../parts/texts-in.ts'
import {
  type AgendaLine,
  agendaLines,
  isPlaceAlone,
  itemOf,
  type Line,
  speakerLines,
  speakerOf,
  wholeTitle,
} from './pasted-lines.ts'

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
 * are that language of the items there are: by number where both have it, otherwise in the order between those.
 */
export function agendaWith(
  rows: readonly PlannedItem[],
  text: string,
  language: KioskLanguage,
  most: number,
): Taken<PlannedItem> {
  const lines = agendaLines(text)
  if (language === 'ja') return added(rows, lines, itemOf, most)
  const byNumber = rowsNumbered(rows, lines)
  const places = placesOf(rows, lines, byNumber)
  return filledIn(rows, lines, places, (row, line, at) => {
    const isNumberToldByRow = typeof byNumber[at] === 'number' && isOfOneKind(row, line)
    const said = isNumberToldByRow ? line.title : wholeTitle(line)
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

/** The row of each line, -1 without one: those found by number are fixed, the others take what is free between these, in order. */
function placesOf(
  rows: readonly PlannedItem[],
  lines: readonly AgendaLine[],
  byNumber: readonly (number | null)[],
): number[] {
  const counts = byNumber.some((index) => index !== null)
  const taken = new Set(byNumber)
  let last = -1
  return lines.map((line, at) => {
    const next = byNumber.find((index, later) => later > at && index !== null && index > last) ?? rows.length
    const isFree = (row: PlannedItem, index: number): boolean =>
      index > last && index < next && !taken.has(index) && !(counts && isOfOneKind(row, line))
    const place = byNumber[at] ?? rows.findIndex(isFree)
    if (place !== -1) last = place
    taken.add(place)
    return place
  })
}

/**
 * The only row with the number of each line, which may also stand before its title; null: none. The very number goes before a figure of the same
 * kind, and that before the figure alone; what one line has found no other line gets.
 */
function rowsNumbered(rows: readonly PlannedItem[], lines: readonly AgendaLine[]): (number | null)[] {
  const found: (number | null)[] = lines.map(() => null)
  for (const isSame of [isVeryNumber, isFigureOfKind, isFigure])
    for (const [at, { number }] of lines.entries()) {
      if (number === undefined || found[at] !== null) continue
      const places = rows.flatMap((row, index) => (numbersOf(row).some((of) => isSame(of, number)) ? [index] : []))
      const [place = null] = places
      if (places.length === 1 && !found.includes(place)) found[at] = place
    }
  return found
}

function isVeryNumber(a: string, b: string): boolean {
  return plain(a) === plain(b)
}

function isFigure(a: string, b: string): boolean {
  const figure = digits(a)
  return figure !== undefined && figure === digits(b)
}

function isFigureOfKind(a: string, b: string): boolean {
  return isFigure(a, b) && isPlaceAlone(a) === isPlaceAlone(b)
}

function numbersOf({ number, title }: PlannedItem): string[] {
  return [number, agendaLines(title.ja)[0]?.number].filter((one) => one !== undefined)
}

/** Both have a number, which says where they are in the list, or what they are called. */
function isOfOneKind({ number }: PlannedItem, line: AgendaLine): boolean {
  if (number === undefined || line.number === undefined) return false
  return isPlaceAlone(number) === isPlaceAlone(line.number)
}

function plain(number: string): string {
  return number.normalize('NFKC').replaceAll(/[\s()]/g, '')
}

/** The figure in a number, where there is one alone. */
function digits(number: string): string | undefined {
  const figures = plain(number).match(/[0-9]+/g) ?? []
  return figures.length === 1 ? figures[0] : undefined
}
