import type { PosterDraft } from '../../parts/scene-of-draft.ts'

/** A poster while it is filled in, with what was before and what was taken back. */
export type PosterHistory = {
  past: readonly PosterDraft[]
  present: PosterDraft
  future: readonly PosterDraft[]
  /** What the last change was about: another one about the same thing (typing) is the same step. */
  about: string | null
}

export type PosterEdit =
  | { type: 'changed'; draft: PosterDraft; about: string }
  | { type: 'undone' }
  | { type: 'redone' }

const STEPS_KEPT = 100

export function historyOf(present: PosterDraft): PosterHistory {
  return { past: [], present, future: [], about: null }
}

export function editedPoster(history: PosterHistory, edit: PosterEdit): PosterHistory {
  const { past, present, future } = history
  switch (edit.type) {
    case 'changed': {
      if (!differ(edit.draft, present)) return history
      const isSameStep = edit.about === history.about
      const before = isSameStep ? past : [...past, present].slice(-STEPS_KEPT)
      return { past: before, present: edit.draft, future: [], about: edit.about }
    }
    case 'undone': {
      const before = past.at(-1)
      if (before === undefined) return history
      return { past: past.slice(0, -1), present: before, future: [present, ...future], about: null }
    }
    case 'redone': {
      const [next, ...later] = future
      if (next === undefined) return history
      return { past: [...past, present], present: next, future: later, about: null }
    }
  }
}

/** Would something be lost if the one took the place of the other? */
export function differ(a: PosterDraft, b: PosterDraft): boolean {
  return JSON.stringify([a.title, a.poster, a.pictureId]) !== JSON.stringify([b.title, b.poster, b.pictureId])
}
