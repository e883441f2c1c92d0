import { KIOSK_LANGUAGES, type KioskLanguage, posterTexts, type Texts } from '@akari/protocol'
import { type WholeEdit, wholeEdited } from '../../parts/history.ts'
import type { PosterDraft } from '../../parts/scene-of-draft.ts'

export type PosterEdit = WholeEdit<PosterDraft>

/** Would something be lost if the one took the place of the other? */
export function differ(a: PosterDraft, b: PosterDraft): boolean {
  return JSON.stringify([a.title, a.poster, a.pictureId]) !== JSON.stringify([b.title, b.poster, b.pictureId])
}

/** A poster while it is filled in, after an edit. */
export const editedPoster = wholeEdited(differ)

/** The texts of a poster that are not the same in the other, with the place they have in the document. */
export function differingTexts(
  poster: PosterDraft,
  other: PosterDraft,
): { path: string; language: KioskLanguage; text: string }[] {
  const others = new Map(textsOf(other).map(({ path, texts }) => [path, texts]))
  return textsOf(poster).flatMap(({ path, texts }) =>
    KIOSK_LANGUAGES.flatMap((language) => {
      const text = texts[language] ?? ''
      return text === '' || text === others.get(path)?.[language] ? [] : [{ path, language, text }]
    }),
  )
}

function textsOf({ title, poster }: PosterDraft): { path: string; texts: Texts }[] {
  return [{ path: 'title', texts: title }, ...posterTexts(poster)]
}
