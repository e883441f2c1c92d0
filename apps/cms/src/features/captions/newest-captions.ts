import { type Caption, type CaptionsLive, type Language, MOST_CAPTIONS } from '@akari/protocol'
import { keyOf, type StoredCaption } from './stored-caption.ts'

/** A glass shows three lines; some more for one that was away for a moment. */
const MOST_OF_A_LANGUAGE = 6
/** What was said longer ago than this is on no glass. */
export const LIVE_MS = 10 * 60_000

/** The captions that displays get: the newest of every language, as long as they are live, oldest first. */
export function newestOf(captions: Iterable<StoredCaption>, now: Date): StoredCaption[] {
  const since = new Date(now.getTime() - LIVE_MS).toISOString()
  const live = [...captions].filter(({ isWithdrawn, spokenAt }) => !isWithdrawn && spokenAt >= since).sort(inOrder)
  const languages = new Set(live.map(({ language }) => language))
  const most = Math.min(MOST_OF_A_LANGUAGE, Math.floor(MOST_CAPTIONS / Math.max(1, languages.size)))
  const left = new Map<Language, number>([...languages].map((language) => [language, most]))
  const kept = live.toReversed().filter(({ language }) => {
    const rest = left.get(language) ?? 0
    left.set(language, rest - 1)
    return rest > 0
  })
  return kept.toReversed()
}

export function captionsLive(captions: readonly StoredCaption[]): CaptionsLive {
  return { kind: 'captions', captions: captions.map(captionOf) }
}

/** By when it was spoken; what was spoken at once, as it came. */
export function inOrder(a: StoredCaption, b: StoredCaption): number {
  if (a.spokenAt !== b.spokenAt) return a.spokenAt < b.spokenAt ? -1 : 1
  if (a.number !== b.number) return a.number - b.number
  return keyOf(a) < keyOf(b) ? -1 : 1
}

function captionOf({ segmentId, language, text, speaker, spokenAt, state, isMachine }: StoredCaption): Caption {
  const caption = { segmentId, language, text, speaker, spokenAt, state }
  return isMachine ? { ...caption, machineTranslated: true } : caption
}
