import { type History, redone, stepped, undone } from '../../parts/history.ts'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'

export type PosterEdit =
  | { type: 'changed'; draft: PosterDraft; about: string }
  | { type: 'undone' }
  | { type: 'redone' }

/** A poster while it is filled in, after an edit. */
export function editedPoster(history: History<PosterDraft>, edit: PosterEdit): History<PosterDraft> {
  switch (edit.type) {
    case 'changed':
      return stepped(history, edit.draft, edit.about, differ)
    case 'undone':
      return undone(history)
    case 'redone':
      return redone(history)
  }
}

/** Would something be lost if the one took the place of the other? */
export function differ(a: PosterDraft, b: PosterDraft): boolean {
  return JSON.stringify([a.title, a.poster, a.pictureId]) !== JSON.stringify([b.title, b.poster, b.pictureId])
}
