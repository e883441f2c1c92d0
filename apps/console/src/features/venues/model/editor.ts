import type { VenueEdits } from '@akari/protocol'
import { type History, redone, stepped, undone } from '../../../parts/history.ts'

/** Changes the edits of a venue. `about` names one drag or one field: all its steps are one step of undo. */
export type ChangeEdits = (change: (edits: VenueEdits) => VenueEdits, about?: string | null) => void

export type Edit =
  | { type: 'changed'; change: (edits: VenueEdits) => VenueEdits; about: string | null }
  | { type: 'loaded'; edits: VenueEdits }
  | { type: 'undone' }
  | { type: 'redone' }

/** The edits of a venue after an edit. Every one can be undone, also loading someone else's version. */
export function edited(history: History<VenueEdits>, edit: Edit): History<VenueEdits> {
  switch (edit.type) {
    case 'undone':
      return undone(history)
    case 'redone':
      return redone(history)
    case 'loaded':
      return stepped(history, edit.edits, null, differs)
    case 'changed':
      return stepped(history, edit.change(history.present), edit.about, differs)
  }
}

const LISTS = [
  'levels',
  'kiosks',
  'removedKioskIds',
  'occupants',
  'removedOccupantIds',
  'units',
  'openings',
  'nodes',
  'links',
  'accepted',
  'errands',
  'faqs',
  'synonyms',
  'recordings',
] as const satisfies readonly (keyof VenueEdits)[]

/** Is there anything in one that the other has not? */
export function differs(a: VenueEdits, b: VenueEdits): boolean {
  return LISTS.some((list) => a[list] !== b[list] && JSON.stringify(a[list]) !== JSON.stringify(b[list]))
}

/** The parts of the edits in which two versions differ. */
export function differentLists(a: VenueEdits, b: VenueEdits): readonly (typeof LISTS)[number][] {
  return LISTS.filter((list) => JSON.stringify(a[list]) !== JSON.stringify(b[list]))
}
