/** What somebody has changed in a form, and what was saved when they began. */
export type HeldDraft<T> = { draft: T; begun: T }

/** A form whose content is fetched again and again: what it shows, and how that stands to what is saved now. */
export type DraftState = 'same' | 'changed' | 'overtaken'

/** `overtaken`: somebody else saved another content after this was begun. What nobody changed just follows. */
export function draftState<T>(held: HeldDraft<T> | null, saved: T): DraftState {
  if (held === null || isSame(held.draft, saved)) return 'same'
  return isSame(held.begun, saved) ? 'changed' : 'overtaken'
}

/** One change further; null where that leaves what is saved. */
export function heldAfter<T>(held: HeldDraft<T> | null, draft: T, saved: T): HeldDraft<T> | null {
  return isSame(draft, saved) ? null : { draft, begun: held?.begun ?? saved }
}

function isSame<T>(a: T, b: T): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
