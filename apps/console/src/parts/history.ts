/** What is edited, with the way back and forth. */
export type History<T> = {
  past: readonly T[]
  present: T
  future: readonly T[]
  /** What the last edit was about: another one about the same thing (typing, one drag) is the same step of undo. */
  about: string | null
}

/** An edit that brings the whole of what is edited along. */
export type WholeEdit<T> = { type: 'changed'; draft: T; about: string | null } | { type: 'undone' } | { type: 'redone' }

const STEPS_KEPT = 200

/** A fresh history: nothing to undo. */
export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], about: null }
}

/** One edit further; the same object where nothing `differs`. `about` null: a step of its own. */
export function stepped<T>(
  history: History<T>,
  present: T,
  about: string | null,
  differs: (a: T, b: T) => boolean,
): History<T> {
  if (!differs(history.present, present)) return history
  const isSameStep = about !== null && about === history.about
  const past = isSameStep ? history.past : [...history.past, history.present].slice(-STEPS_KEPT)
  return { past, present, future: [], about }
}

/** One step back; the same object where there is none. */
export function undone<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  const future = [history.present, ...history.future]
  return { past: history.past.slice(0, -1), present: before, future, about: null }
}

/** One step forth again; the same object where there is none. */
export function redone<T>(history: History<T>): History<T> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, about: null }
}

/** The reducer of whole edits; `differs`: would something be lost if the one took the place of the other? */
export function wholeEdited<T>(
  differs: (a: T, b: T) => boolean,
): (history: History<T>, edit: WholeEdit<T>) => History<T> {
  return (history, edit) => {
    switch (edit.type) {
      case 'changed':
        return stepped(history, edit.draft, edit.about, differs)
      case 'undone':
        return undone(history)
      case 'redone':
        return redone(history)
    }
  }
}
