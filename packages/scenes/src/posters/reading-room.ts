/**
 * The text of a poster that is too long, by its field, and about how many letters of it could be read from where people stand;
 * null where shortening it alone would not do.
 */
export type TooLong = { field: string; letters: number | null }
type Written = { field: string; letters: number }

const STEP = 5
/** A text of which less than this share would be left is not what makes the poster too long. */
const LEAST_LEFT = 0.4

/**
 * Asks a poster that is drawn (`root` contains it) whether all of it can be read from the viewing distance: null when it can. It
 * was set at a share f of the caption's size otherwise, and text takes room as the square of its size: so many letters fit
 * at that size, and the longest text is the one that has to give.
 */
export function tooLongToRead(root: ParentNode): TooLong | null {
  const sheet = root.querySelector<HTMLElement>('.ak-poster-sheet[data-overfull]')
  if (sheet === null) return null
  const share = Number.parseFloat(sheet.style.getPropertyValue('--fit'))
  const texts = [...sheet.querySelectorAll<HTMLElement>('[data-field]')].map((element) => ({
    field: element.dataset['field'] ?? '',
    letters: [...(element.textContent ?? '')].length,
  }))
  return shortened(texts, Number.isNaN(share) ? 1 : share)
}

/** The longest text, and what is left for it when all texts together must shrink to share² of their letters. */
export function shortened(texts: readonly Written[], share: number): TooLong | null {
  const [longest] = texts.toSorted((a, b) => b.letters - a.letters)
  if (longest === undefined) return null
  const all = texts.reduce((sum, { letters }) => sum + letters, 0)
  const left = all * share * share - (all - longest.letters)
  const letters = left < longest.letters * LEAST_LEFT ? null : Math.floor(left / STEP) * STEP
  return { field: longest.field, letters }
}
