import { newId } from '@akari/scenes'
import type { PlannedItem, PlannedSpeaker } from '@akari/protocol'
import lines from './agenda-lines.json' with { type: 'json' }

/** A line over the agenda, not in it. */
const HEADING = new RegExp(lines.heading, 'i')
const BULLET = new RegExp(lines.bullet)
/** How a line begins that is counted among its neighbours alone, such as `(3)`. */
const LISTED = new RegExp(lines.listed)
/** How a line begins that has a number: its kind, its number, a gap. */
const NUMBER = new RegExp(lines.numbered)
/** The same in other languages. */
const NUMBER_ABROAD = new RegExp(lines.numberedAbroad, 'i')
/** A number that says nothing but the place in the list. */
const PLACE_ALONE = new RegExp(lines.placeAlone)
/** A name with a party behind it. */
const NAMED = new RegExp(lines.named)
/** How a line begins that tells a member's seat, or the place in a table. */
const SEATED = new RegExp(lines.seated)
/** What parts office and party behind a name. */
const PARTED = new RegExp(lines.parted)
/** A name with an office before it. */
const IN_OFFICE = withOffices(lines.inOffice)
/** A name with an office behind it. */
const OFFICE_BEHIND = withOffices(lines.officeBehind)
const MOST_NUMBER = 40

/** A line as it was pasted. */
export type Line = { line: string }
export type AgendaLine = Line & { number?: string; title: string }
export type SpeakerLine = Line & { name: string; party?: string }

type Numbered = { number?: string; title: string }

/** An agenda as it is copied out of a document: a line for each item, its number first where it has one. Headings and bullets are left out. */
export function agendaLines(text: string): AgendaLine[] {
  return linesOf(text)
    .filter((line) => !HEADING.test(line))
    .map((line) => ({ line, bare: line.replace(BULLET, '') }))
    .filter(({ bare }) => bare !== '')
    .map(({ line, bare }) => ({ line, ...numbered(bare) }))
}

/** The new item of a Japanese line. */
export function itemOf({ number, title }: AgendaLine): PlannedItem {
  return { id: newId(), ...(number === undefined ? {} : { number }), title: { ja: title } }
}

/** What a line says beside its place in the list. */
export function wholeTitle({ line, number, title }: AgendaLine): string {
  return number === undefined || PLACE_ALONE.test(number) ? title : line.replace(BULLET, '').replaceAll('\t', ' ')
}

/** A bill's own number says more than its place in a list. */
function numbered(line: string): Numbered {
  const [, mark, listed] = LISTED.exec(line) ?? []
  if (mark === undefined || listed === undefined) return withNumber(line)
  const own = withNumber(listed)
  return /^\p{sc=Han}{2}/u.test(own.number ?? '') ? own : { number: mark, title: listed }
}

function withOffices(pattern: string): RegExp {
  return new RegExp(pattern.replace('{offices}', lines.offices), 'u')
}

function withNumber(line: string): Numbered {
  const [tabbed, ...rest] = line.split('\t')
  if (tabbed !== undefined && rest.length > 0 && tabbed.trim() !== '') {
    return { number: tabbed.trim().slice(0, MOST_NUMBER), title: rest.join(' ').trim() }
  }
  const [, number, title] = NUMBER.exec(line) ?? NUMBER_ABROAD.exec(line) ?? []
  return number === undefined || title === undefined ? { title: line } : { number, title: title.trim() }
}

/**
 * A list of names as it is copied out of a table: a line for each, the office before or behind the name, the party behind a tab, a
 * comma or in brackets. The number of a seat is left out, on either side of the office.
 */
export function speakerLines(text: string): SpeakerLine[] {
  return linesOf(text)
    .map((line) => ({ line, bare: line.replace(BULLET, '').replace(SEATED, '') }))
    .filter(({ bare }) => bare !== '')
    .map(({ line, bare }) => {
      const [, before, held = bare] = IN_OFFICE.exec(bare) ?? []
      const unseated = held.replace(SEATED, '')
      const [, named = unseated, party] = NAMED.exec(unseated) ?? []
      const [, name = named.trim(), apart, joined] = OFFICE_BEHIND.exec(named.trim()) ?? []
      const is = [before, apart ?? joined, ...(party ?? '').split(PARTED)]
        .map((one) => one?.trim() ?? '')
        .filter((one) => one !== '')
        .join(lines.between)
      return { line, name, ...(is === '' ? {} : { party: is }) }
    })
}

/** The new speaker of a Japanese line. */
export function speakerOf({ name, party }: SpeakerLine): PlannedSpeaker {
  return { id: newId(), name: { ja: name }, ...(party === undefined ? {} : { party: { ja: party } }) }
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
