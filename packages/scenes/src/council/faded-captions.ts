import type { Caption } from '@akari/protocol'
import { captionStaysMs } from '@akari/text/pace'

/**
 * What was on the glass and has faded, so that it is not drawn again while the page is told of it with what is new; null: nothing was
 * seen yet.
 */
export type Faded = ReadonlySet<string> | null

/**
 * What is faded from the start, at the first captions that a page is told of: what has faded on a glass that was there before. `ageMs`: so long ago the
 * newest came in; null: nobody knows.
 */
export function fadedAtFirst(captions: readonly Caption[], ageMs: number | null): Faded {
  const newest = captions.at(-1)
  if (newest === undefined) return null
  if (ageMs !== null && ageMs > captionStaysMs(newest)) return new Set(captions.map(marked))
  const pause = captions.findLastIndex((caption, at) => {
    const next = captions[at + 1] ?? caption
    return Date.parse(next.spokenAt) - Date.parse(caption.spokenAt) > captionStaysMs(caption)
  })
  return new Set(captions.slice(0, pause + 1).map(marked))
}

/**
 * How long ago the newest of `said` came in, as far as a page that begins need know: `ageMs` where it was among the `first` captions that the page was told
 * of; what came since is new, however long nobody had spoken before.
 */
export function ageAtFirst(
  said: readonly Caption[],
  { first, ageMs }: { first: readonly Caption[]; ageMs: number },
): number {
  const newest = said.at(-1)
  return first.some(({ segmentId }) => segmentId === newest?.segmentId) ? ageMs : 0
}

/** What of the captions is being said. A correction of what faded is read in the transcript; an interim that goes on is new. */
export function beingSaid(captions: readonly Caption[], faded: Faded): readonly Caption[] {
  return captions.filter((caption) => !marksOf(caption).some((mark) => faded?.has(mark) === true))
}

/** What has faded once `read` fades as well; of what is not among the captions of the page any more nothing is kept. */
export function fadedWith(read: readonly Caption[], captions: readonly Caption[], faded: Faded): Faded {
  const still = captions.flatMap(marksOf).filter((mark) => faded?.has(mark) === true)
  return new Set([...still, ...read.map(marked)])
}

function marked({ segmentId, language, text, state }: Caption): string {
  return JSON.stringify(state === 'final' ? [segmentId, language] : [segmentId, language, text])
}

/** By which it may have faded: as it is now, or as the last interim that said the same. */
function marksOf({ segmentId, language, text }: Caption): string[] {
  return [JSON.stringify([segmentId, language]), JSON.stringify([segmentId, language, text])]
}
