import { type Language, withoutRuby } from '@akari/protocol'

/** No phrase of a caption is shown later than so long after it came. */
export const MOST_BEHIND_MS = 20_000

/** How far in a recording the pace is evened out: people speak faster than one reads for hours. */
const LOOKS_AHEAD_MS = 60_000

/** What stood for so long without a new word is not what is being said. */
export const CAPTIONS_STAY_MS = 12_000

/** Where there is room for one language only: so long each is on the glass before the next has its turn. */
export const CAPTION_TURN_MS = 10_000

/** So much longer than elsewhere captions stay there, so that each of so many languages has had its turn before they fade. */
export function captionTurnsMs(languages: number): number {
  return Math.max(0, 2 * languages - 3) * CAPTION_TURN_MS
}

/** How long after it came a caption is on the glass if nothing follows; one that is longer than any band is revealed before. */
export function captionStaysMs({ text, language }: { text: string; language: Language }): number {
  const readMs = readingMs(text, language)
  return readMs > CAPTIONS_STAY_MS ? Math.min(readMs, MOST_BEHIND_MS) + CAPTIONS_STAY_MS : CAPTIONS_STAY_MS
}

/** A phrase of what was said, in the order in which all of them are shown. */
export interface PacedPhrase {
  /** When it came (a recording: when it was said); all times by one clock, in milliseconds. */
  cameMs: number
  /** How long it takes to be read. */
  readMs: number
  /** One of several that were said at once: the next takes its place. What is shown whole only goes up a line. */
  isCut: boolean
  /** When it was shown; null: it waits. */
  shownMs: number | null
  /** No later than then it is shown; left out, `MOST_BEHIND_MS` after it came. */
  dueMs?: number
}

/**
 * When each phrase is shown. What fits is shown as it comes. What was cut is shown phrase by phrase as it is read, and what waits behind that goes on
 * at twice the pace, so that it catches up; where some phrase would be later than `MOST_BEHIND_MS` all go faster, evenly.
 */
export function showTimes(phrases: readonly PacedPhrase[]): readonly number[] {
  const times: number[] = []
  for (const [at, { cameMs, shownMs }] of phrases.entries()) {
    const before = times.at(-1)
    if (shownMs !== null) times.push(shownMs)
    else times.push(before === undefined ? cameMs : Math.max(cameMs, before + stayMs(phrases, at - 1, before)))
  }
  return times
}

/** The same in a recording, where it is known for how long nothing else is said: until then there is time for what was said at once. */
export function recordedTimes(said: readonly Pick<PacedPhrase, 'cameMs' | 'readMs' | 'isCut'>[]): readonly number[] {
  const phrases: PacedPhrase[] = []
  let nextMs = Infinity
  for (const [at, phrase] of [...said.entries()].toReversed()) {
    const after = said[at + 1]
    if (after !== undefined && after.cameMs > phrase.cameMs) nextMs = after.cameMs
    const dueMs = Math.max(phrase.cameMs + MOST_BEHIND_MS, nextMs - phrase.readMs)
    phrases.push({ ...phrase, shownMs: null, dueMs })
  }
  return showTimes(phrases.toReversed())
}

/** How long a phrase that is shown at `fromMs` stands before the next may come. */
function stayMs(phrases: readonly PacedPhrase[], at: number, fromMs: number): number {
  const phrase = phrases[at]
  if (phrase === undefined || (!phrase.isCut && fromMs <= phrase.cameMs)) return 0
  const wantedMs = wantedOf(phrase)
  let sumMs = wantedMs
  let share = 1
  for (let after = at + 1; after < phrases.length; after += 1) {
    const next = phrases[after]
    if (next === undefined || next.cameMs > fromMs + Math.min(sumMs, LOOKS_AHEAD_MS)) break
    share = Math.min(share, Math.max(0, (next.dueMs ?? next.cameMs + MOST_BEHIND_MS) - fromMs) / sumMs)
    sumMs += wantedOf(next)
  }
  return wantedMs * share
}

function wantedOf({ isCut, readMs }: PacedPhrase): number {
  return isCut ? readMs : readMs / 2
}

/** Letters a second that are read with ease; see docs/adr/0038 for where they are from. */
const LETTERS_A_SECOND: Record<Language, number> = {
  ja: 5,
  'ja-x-easy': 5,
  'zh-Hans': 7,
  'zh-Hant': 7,
  ko: 9,
  en: 15,
  vi: 15,
  ne: 15,
  fil: 15,
  pt: 15,
  es: 15,
  th: 15,
  id: 15,
  my: 15,
  uk: 15,
}

/** Shorter than this nothing is seen. */
const LEAST_MS = 1_500

/** How long a subtitle stands once it is shown, in whole milliseconds, where nothing takes its place. */
export function standsMs(text: string, language: Language): number {
  return Math.min(Math.max(LEAST_MS, Math.ceil(readingMs(text, language))), MOST_BEHIND_MS)
}

/** How long a text takes to be read, in milliseconds; readings above it help, and take no time. */
export function readingMs(text: string, language: Language): number {
  return (Array.from(withoutRuby(text)).length / LETTERS_A_SECOND[language]) * 1000
}
