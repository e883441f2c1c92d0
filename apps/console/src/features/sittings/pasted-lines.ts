import { newId } from '@akari/scenes'
import type { PlannedItem, PlannedSpeaker } from '@akari/protocol'
import lines from './agenda-lines.json' with { type: 'json' }

/** A line over the agenda, not in it. */
const HEADING = new RegExp(lines.heading, 'i')
const BULLET = new RegExp(lines.bullet)
/** How a line begins that is counted among its neighbours alone, such as `(3)`. */
const LISTED = new RegExp(lines.listed)
/** How a line begins that has a number, or several: their kind, their figures, a gap. */
const NUMBER = patternOf(lines.numbered)
/** The same in other languages. */
const NUMBER_ABROAD = new RegExp(lines.numberedAbroad, 'i')
/** A number that says nothing but the place in the list. */
const PLACE_ALONE = new RegExp(lines.placeAlone, 'i')
/** A name with a party behind it. */
const NAMED = new RegExp(lines.named)
/** How a line begins that tells a member's seat, or the place in a table. */
const SEATED = new RegExp(lines.seated)
/** The same behind a name, with what parts it from a party. */
const SEAT_BEHIND = new RegExp(lines.seatBehind)
/** What parts office and party behind a name. */
const PARTED = new RegExp(lines.parted)
/** A name with an office before it. */
const IN_OFFICE = patternOf(lines.inOffice)
/** A name with an office behind it. */
const OFFICE_BEHIND = patternOf(lines.officeBehind)
const OFFICE_ALONE = patternOf(lines.officeAlone)
/** An office that a name follows without a gap. */
const OFFICE_JOINED = patternOf(lines.officeJoined)
/** A name in brackets, as minutes have it behind a seat. */
const WRAPPED = patternOf(lines.wrapped)
/** A name with 君 or the like. */
const TITLED = new RegExp(lines.titled)
/** How the name of a party ends. */
const GROUP = new RegExp(lines.group)
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

/** A number that says where in the list a line is, not what it is called. */
export function isPlaceAlone(number: string): boolean {
  return PLACE_ALONE.test(number)
}

/** What a line says beside its place in the list. */
export function wholeTitle({ line, number, title }: AgendaLine): string {
  return number === undefined || isPlaceAlone(number) ? title : line.replace(BULLET, '').replaceAll('\t', ' ')
}

/** A bill's own number says more than its place in a list. */
function numbered(line: string): Numbered {
  const [, mark, listed] = LISTED.exec(line) ?? []
  if (mark === undefined || listed === undefined) return withNumber(line)
  const own = withNumber(listed)
  return /^\p{sc=Han}{2}/u.test(own.number ?? '') ? own : { number: halfWidth(mark), title: listed }
}

/** A pattern with those that it names, such as `{offices}`, in their places. */
function patternOf(pattern: string): RegExp {
  const parts: Readonly<Record<string, string>> = lines
  const fill = (text: string): string =>
    text.replaceAll(/\{([a-z]+)\}/g, (gap, name: string) => fill(parts[name] ?? gap))
  return new RegExp(fill(pattern), 'u')
}

/** Figures of one width, as the clerk and the displays write them. */
function halfWidth(number: string): string {
  return number.replaceAll(/[０-９]/g, (figure) => figure.normalize('NFKC'))
}

function withNumber(line: string): Numbered {
  const [tabbed, ...rest] = line.split('\t')
  if (tabbed !== undefined && rest.length > 0 && tabbed.trim() !== '') {
    return { number: halfWidth(tabbed.trim().slice(0, MOST_NUMBER)), title: rest.join(' ').trim() }
  }
  const [, number, title] = NUMBER.exec(line) ?? NUMBER_ABROAD.exec(line) ?? []
  if (number === undefined || title === undefined || number.length > MOST_NUMBER) return { title: line }
  return { number: halfWidth(number), title: title.trim() }
}

/**
 * A list of names as it is copied out of a table or of minutes: a line for each, the office before or behind the name, the party behind a
 * tab, a comma or in brackets. The number of a seat is left out, wherever it stands, and 君 or the like behind a name.
 */
export function speakerLines(text: string): SpeakerLine[] {
  return linesOf(text)
    .map((line) => ({ line, bare: line.replace(BULLET, '').replace(SEATED, '') }))
    .filter(({ bare }) => bare !== '')
    .map(({ line, bare }) => ({ line, ...named(WRAPPED.exec(bare)?.[1] ?? bare) }))
}

function named(bare: string): Pick<SpeakerLine, 'name' | 'party'> {
  const [, before, held = bare] = IN_OFFICE.exec(bare) ?? []
  const unseated = held.replace(SEATED, '')
  const [, first = unseated, behind = ''] = NAMED.exec(unseated) ?? []
  const [lead = '', ...rest] = behind.split(PARTED)
  // 議長（山田花子君）: the brackets of minutes hold the name.
  const isOffice = lead !== '' && OFFICE_ALONE.test(first) && !OFFICE_ALONE.test(lead) && !GROUP.test(lead)
  const [who, said] = isOffice ? [lead.replace(SEATED, ''), [first, ...rest]] : [first, behind.split(PARTED)]
  const { name, office } = officed(untitled(who.trim()))
  const is = [before, office, ...said.map((one) => one.replace(SEAT_BEHIND, ''))]
    .map((one) => one?.trim() ?? '')
    .filter((one) => one !== '')
    .join(lines.between)
  return { name, ...(is === '' ? {} : { party: is }) }
}

function untitled(name: string): string {
  return TITLED.exec(name)?.[1] ?? name
}

/** The name without the office that stands behind it, or before it without a gap. */
function officed(name: string): { name: string; office?: string | undefined } {
  const [, who, apart, joined] = OFFICE_BEHIND.exec(name) ?? []
  if (who !== undefined) return { name: untitled(who), office: apart ?? joined }
  const [, office, held] = OFFICE_JOINED.exec(name) ?? []
  return held === undefined ? { name } : { name: held, office }
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
