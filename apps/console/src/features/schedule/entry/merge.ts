import type { EntryDraft } from './draft.ts'

/** What of an entry two people can have changed apart from each other. `when` is the rule with its exceptions. */
const FIELDS = [
  'name',
  'playlistId',
  'targets',
  'when',
  'priority',
  'role',
  'order',
  'conditions',
  'onHigher',
  'silent',
] as const
export type Field = (typeof FIELDS)[number]
export type Side = 'mine' | 'theirs'

/** A field in which mine and theirs differ. `contested`: both have changed it; else `side` is who has. */
type Difference = { field: Field; side: Side; contested: boolean }

/** Where my draft and what somebody saved meanwhile differ, seen from what both began with. Nothing is left out. */
export function differences(base: EntryDraft, mine: EntryDraft, theirs: EntryDraft): Difference[] {
  return FIELDS.filter((field) => !same(field, mine, theirs)).map((field) => {
    const iChanged = !same(field, base, mine)
    const theyChanged = !same(field, base, theirs)
    return { field, side: iChanged ? 'mine' : 'theirs', contested: iChanged && theyChanged }
  })
}

/** Theirs with the fields that are to be mine; to be saved over their version. */
export function merged(mine: EntryDraft, theirs: EntryDraft, sides: ReadonlyMap<Field, Side>): EntryDraft {
  return FIELDS.reduce(
    (draft, field) => (sides.get(field) === 'mine' ? { ...draft, ...part(field, mine) } : draft),
    theirs,
  )
}

function same(field: Field, a: EntryDraft, b: EntryDraft): boolean {
  return JSON.stringify(part(field, a)) === JSON.stringify(part(field, b))
}

function part(field: Field, draft: EntryDraft): Partial<EntryDraft> {
  switch (field) {
    case 'name':
      return { name: draft.name }
    case 'playlistId':
      return { playlistId: draft.playlistId }
    case 'targets':
      return { targets: draft.targets }
    case 'when':
      return { plan: draft.plan, rule: draft.rule }
    case 'priority':
      return { priority: draft.priority }
    case 'role':
      return { role: draft.role }
    case 'order':
      return { order: draft.order }
    case 'conditions':
      return { conditions: draft.conditions }
    case 'onHigher':
      return { onHigher: draft.onHigher }
    case 'silent':
      return { silent: draft.silent }
  }
}
