import { newId } from '@akari/scenes'
import type { PlannedItem, PlannedSpeaker } from '@akari/protocol'
import lines from './agenda-lines.json' with { type: 'json' }

/** How a line begins that has a number: its kind, its number, a gap. */
const NUMBER = new RegExp(lines.numbered)
/** A name with a party behind it. */
const NAMED = new RegExp(lines.named)

/** An agenda as it is copied out of a document: a line for each item, its number first where it has one. */
export function agendaOf(text: string): PlannedItem[] {
  return linesOf(text).map((line) => {
    const [tabbed, ...rest] = line.split('\t')
    if (tabbed !== undefined && rest.length > 0 && tabbed.trim() !== '') {
      return { id: newId(), number: tabbed.trim().slice(0, 40), title: { ja: rest.join(' ').trim() } }
    }
    const [, number, title] = NUMBER.exec(line) ?? []
    if (number === undefined || title === undefined) return { id: newId(), title: { ja: line } }
    return { id: newId(), number, title: { ja: title.trim() } }
  })
}

/** A list of names as it is copied out of a table: a line for each, the party behind a tab, a comma or in brackets. */
export function speakersOf(text: string): PlannedSpeaker[] {
  return linesOf(text).map((line) => {
    const [, name, party] = NAMED.exec(line) ?? []
    if (name === undefined || party === undefined) return { id: newId(), name: { ja: line } }
    return { id: newId(), name: { ja: name.trim() }, party: { ja: party.trim() } }
  })
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
