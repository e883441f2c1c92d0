import { inTurn } from '@akari/node-kit'
import type { Language } from '@akari/protocol'
import type { PhraseBook } from './phrase-book.ts'
import type { PhraseReviewStore } from './phrase-review.store.ts'
import { allowedLanguages } from './review-state.ts'

export type ConfirmedLanguages = ReturnType<typeof confirmedLanguages>

/**
 * The languages of live alerts, held in memory because no alert waits for the database. Until it was read once: only those
 * that need no confirmation. While it is away: those that were known last.
 */
export function confirmedLanguages({
  book,
  store,
  changed,
}: {
  book: PhraseBook
  store: Pick<PhraseReviewStore, 'standings'>
  /** Told whenever the set is another one, and after the first reading: states in force may have been made with another. */
  changed: () => Promise<void>
}) {
  let allowed: ReadonlySet<Language> = new Set(book.always)
  let toldOfIt = false
  const turn = inTurn()

  async function read(): Promise<void> {
    const next = allowedLanguages(book, await store.standings())
    const isSame = next.size === allowed.size && [...next].every((language) => allowed.has(language))
    allowed = next
    if (isSame && toldOfIt) return
    toldOfIt = false
    await changed()
    toldOfIt = true
  }

  return {
    allowed: (): ReadonlySet<Language> => allowed,
    /** Reads anew, one reading after the other. Throws when the database cannot be read; what was known stays. */
    refresh: (): Promise<void> => turn(read),
  }
}
