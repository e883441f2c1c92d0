import { newId } from '@akari/scenes'
import type { PlannedItem, PlannedSpeaker } from '@akari/protocol'
import lines from './agenda-lines.json' with { type: 'json' }

/** A line over the agenda, not in it. */
const HEADING = new RegExp(lines.heading)
const BULLET = new RegExp(lines.bullet)
/** How a line begins that is counted among its neighbours alone, such as `(3)`. */
const LISTED = new RegExp(lines.listed)
/** How a line begins that has a number: its kind, its number, a gap. */
const NUMBER = new RegExp(lines.numbered)
/** A name with a party behind it. */
const NAMED = new RegExp(lines.named)
/** A name with an office before it. */
const IN_OFFICE = new RegExp(lines.inOffice, 'u')
const MOST_NUMBER = 40

type Numbered = { number?: string; title: string }

/** An agenda as it is copied out of a document: a line for each item, its number first where it has one. Headings and bullets are left out. */
export function agendaOf(text: string): PlannedItem[] {
  return linesOf(text)
    .filter((line) => !HEADING.test(line))
    .map((line) => line.replace(BULLET, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const { title, ...number } = numbered(line)
      return { id: newId(), ...number, title: { ja: title } }
    })
}

/** A bill's own number says more than its place in a list. */
function numbered(line: string): Numbered {
  const [, mark, listed] = LISTED.exec(line) ?? []
  if (mark === undefined || listed === undefined) return withNumber(line)
  const own = withNumber(listed)
  return /^\p{sc=Han}{2}/u.test(own.number ?? '') ? own : { number: mark, title: listed }
}

function withNumber(line: string): Numbered {
  const [tabbed, ...rest] = line.split('\t')
  if (tabbed !== undefined && rest.length > 0 && tabbed.trim() !== '') {
    return { number: tabbed.trim().slice(0, MOST_NUMBER), title: rest.join(' ').trim() }
  }
  const [, number, title] = NUMBER.exec(line) ?? []
  return number === undefined || title === undefined ? { title: line } : { number, title: title.trim() }
}

/** A list of names as it is copied out of a table: a line for each, the office before it, the party behind a tab, a comma or in brackets. */
export function speakersOf(text: string): PlannedSpeaker[] {
  return linesOf(text)
    .map((line) => line.replace(BULLET, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const [, office, held] = IN_OFFICE.exec(line) ?? []
      const [, name = held ?? line, party] = NAMED.exec(held ?? line) ?? []
      const is = [office, party?.trim()].filter((one) => one !== undefined).join(lines.between)
      return { id: newId(), name: { ja: name.trim() }, ...(is === '' ? {} : { party: { ja: is } }) }
    })
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
