import type { Caption } from '@akari/protocol'

/**
 * What was on the glass and has faded, so that it is not drawn again while the page is told of it with what is new; null: nothing was
 * seen yet.
 */
export type Faded = ReadonlySet<string> | null

/** A page that begins does not show what was said before, but what is being said. */
const LONG_AGO_MS = 60_000

/** What is faded from the start, at the first captions that a page is told of (`nowMs` null: nobody knows the time). */
export function fadedAtFirst(captions: readonly Caption[], nowMs: number | null): Faded {
  if (captions.length === 0) return null
  const past = captions.filter(({ spokenAt }) => nowMs !== null && nowMs - Date.parse(spokenAt) > LONG_AGO_MS)
  return new Set(past.map(marked))
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
