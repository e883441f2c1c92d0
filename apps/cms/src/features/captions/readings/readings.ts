import { asRead, type CaptionRuby, type Ruby, type TermView } from '@akari/protocol'
import { folded } from '@akari/wayfinding'
import { startReader } from './reader.ts'
import type { ReadingsStore, UnreadCaption } from './readings.store.ts'
import { type Gloss, glossOf, rubyOf } from './ruby-of.ts'

/** Captions in one transaction: short enough for whoever else writes. */
const AT_ONCE = 200
/** A sitting of six hours and more; what is left is for the next time. */
const MOST = 10_000

type Deps = {
  store: ReadingsStore
  /** As they are now. */
  terms: () => Promise<readonly TermView[]>
  now: () => Date
}

/**
 * Finds out how captions are read, so that they are found by kana. What there is unread, old or new or corrected, is read when `run` is
 * called; a run that is cut off goes on with the next.
 */
export function captionReadings({ store, terms, now }: Deps) {
  const closing = new AbortController()
  const { signal } = closing

  return {
    run: async (): Promise<void> => {
      let unread = await store.unread(AT_ONCE)
      if (unread.length === 0 || signal.aborted) return
      const reader = startReader()
      signal.addEventListener('abort', reader.close)
      try {
        for (let done = 0; unread.length > 0 && done < MOST && !signal.aborted; done += AT_ONCE) {
          await store.keep(await readingsOf(unread, glossOf(await terms()), reader.read), now().getTime())
          unread = await store.unread(AT_ONCE)
        }
      } catch (err) {
        if (!signal.aborted) throw err
      } finally {
        signal.removeEventListener('abort', reader.close)
        reader.close()
      }
    },
    /** What is being read is left for the next start. */
    close: (): void => closing.abort(),
  }
}

/** How each is read: known words as the glossary has them, the rest by the dictionary. */
export async function readingsOf<Said extends Pick<UnreadCaption, 'text' | 'speaker'>>(
  said: readonly Said[],
  gloss: Gloss,
  read: (lines: readonly string[]) => Promise<Ruby[]>,
): Promise<{ of: Said; ruby: CaptionRuby; reading: string }[]> {
  const glossed = said.flatMap(({ text, speaker }) => [gloss(text), gloss(speaker ?? '')])
  const pieces = await read(glossed.flatMap(({ rest }) => rest.map(({ text }) => text)))
  let at = 0
  const rubies = glossed.map((one) => rubyOf(one, pieces.slice(at, (at += one.rest.length))))
  return said.map((of, n) => {
    const ruby = { text: rubies[2 * n] ?? [], speaker: rubies[2 * n + 1] ?? [] }
    return { of, ruby, reading: folded(asRead(of.speaker ?? '', ruby.speaker) + asRead(of.text, ruby.text)) }
  })
}

/** How titles are read, in their order. Rejects where the reader fails. */
export async function readTitles(titles: readonly string[], terms: readonly TermView[]): Promise<Ruby[]> {
  if (titles.length === 0) return []
  const reader = startReader()
  try {
    const said = titles.map((text) => ({ text, speaker: null }))
    return (await readingsOf(said, glossOf(terms), reader.read)).map(({ ruby }) => ruby.text)
  } finally {
    reader.close()
  }
}
