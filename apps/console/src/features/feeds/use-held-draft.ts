import { useState } from 'react'
import { type DraftState, draftState, type HeldDraft, heldAfter } from './held-draft.ts'

export type Form<T> = {
  draft: T
  state: DraftState
  change: (draft: T) => void
  /** Shows what is saved. */
  drop: () => void
  /** Keeps what is written, on top of what is saved now. */
  keep: () => void
}

/**
 * The content of a form over a source, of which `saved` is fetched again every few seconds. Several forms change parts of one source:
 * what was saved from one, or by somebody else, does not take away what is being written in another.
 */
export function useHeldDraft<T>(saved: T): Form<T> {
  const [held, setHeld] = useState<HeldDraft<T> | null>(null)
  return {
    draft: held?.draft ?? saved,
    state: draftState(held, saved),
    change: (draft) => setHeld(heldAfter(held, draft, saved)),
    drop: () => setHeld(null),
    keep: () => setHeld(held === null ? null : { ...held, begun: saved }),
  }
}
