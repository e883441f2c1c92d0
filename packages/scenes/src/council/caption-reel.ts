import type { Caption, Language } from '@akari/protocol'
import { CAPTIONS_STAY_MS, readingMs, showTimes } from '@akari/text/pace'
import { boundaryMoved } from './text-change.ts'

/** What was said in one language, as far as a reel goes by it. */
export type SpokenCaption = Pick<Caption, 'segmentId' | 'text' | 'speaker' | 'state'>

/** Cuts what one said into phrases that fit; joined they are the text. */
export type CutCaption = (text: string, speaker: string | null) => readonly string[]

interface ReelPhrase {
  /** Which letters of the caption, from the first to before the last. */
  from: number
  to: number
  /** By the clock of the page; null: it waits. */
  shownMs: number | null
}

interface ReelCaption extends SpokenCaption {
  cameMs: number
  phrases: readonly ReelPhrase[]
}

/** The captions of one language with what of them was shown already, in the order in which they were spoken. */
export interface CaptionReel {
  language: Language
  cut: CutCaption
  captions: readonly ReelCaption[]
  /** When a word of it came or changed last. */
  toldMs: number
}

/** A phrase that was shown, or is. */
export interface ShownPhrase {
  segmentId: string
  /** Which letter of the caption it begins with. */
  from: number
  text: string
  speaker: string | null
  isFinal: boolean
  /** Others of the same caption are shown before it or after it. */
  isCut: boolean
}

interface Told {
  language: Language
  spoken: readonly SpokenCaption[]
  cut: CutCaption
  nowMs: number
  /** So long ago the newest came in, on a page that begins. */
  ageMs: number
}

/**
 * The reel once `spoken` is what there is, at `nowMs`. A page that begins (`reel` null) has what was said before as it is, and reveals the
 * newest, from where it is on other glasses. A caption that is corrected goes on where it was, and one whose words were seen while they were
 * spoken goes on behind them.
 */
export function reelOn(reel: CaptionReel | null, told: Told): CaptionReel {
  const { language, spoken, cut, nowMs } = told
  const isNewCut = reel?.cut !== cut
  const cameMs = reel === null ? nowMs - told.ageMs : nowMs
  const known = new Map(reel?.captions.map((caption) => [caption.segmentId, caption]))
  const begun = spoken.map((one, at): ReelCaption => {
    const before = known.get(one.segmentId)
    if (before !== undefined) return goneOn(before, one, { cut, nowMs, isNewCut })
    if (reel === null && at < spoken.length - 1) return wholly(one, cameMs)
    return { ...one, cameMs, phrases: inPhrases(one, 0, cut) }
  })
  const isTold = reel !== null && wordsOf(reel.captions) !== wordsOf(spoken)
  const toldMs = isTold ? nowMs : (reel?.toldMs ?? cameMs)
  const next = { language, cut, captions: inOrder(begun, nowMs), toldMs }
  return shownUntil(next, { nowMs, isAsPlanned: isNewCut })
}

function wordsOf(spoken: readonly SpokenCaption[]): string {
  return JSON.stringify(spoken.map(({ segmentId, text, speaker, state }) => [segmentId, text, speaker, state]))
}

/** When nothing was said for so long that the captions fade; null while some still wait, or there are none. */
export function fadesAtMs(reel: CaptionReel): number | null {
  const { phrases } = pace(reel)
  const newest = phrases.at(-1)
  if (newest === undefined || newest.shownMs === null) return null
  const stayMs = Math.max(CAPTIONS_STAY_MS, newest.readMs)
  return Math.max(reel.toldMs, newest.shownMs) + stayMs
}

/** When the next phrase is to be shown; null: nothing waits. */
export function nextPhraseMs(reel: CaptionReel): number | null {
  const { phrases, times } = pace(reel)
  const at = phrases.findIndex(({ shownMs }) => shownMs === null)
  return times[at] ?? null
}

/** What was shown, the newest last. */
export function shownPhrases({ captions }: CaptionReel): readonly ShownPhrase[] {
  return captions.flatMap(({ segmentId, text, speaker, state, phrases }) =>
    phrases
      .filter(({ shownMs }) => shownMs !== null)
      .map(({ from, to }) => ({
        segmentId,
        from,
        text: text.slice(from, to),
        speaker,
        isFinal: state === 'final',
        isCut: phrases.length > 1,
      })),
  )
}

/** The segment of the newest phrase that was shown; null: none was. */
export function newestSegment(reel: CaptionReel): string | null {
  return shownPhrases(reel).at(-1)?.segmentId ?? null
}

/** Until when a segment takes to be shown and read to its end. */
export function readUntilMs(reel: CaptionReel, segmentId: string): number {
  const { phrases, times } = pace(reel)
  const last = phrases.findLastIndex((phrase) => phrase.segmentId === segmentId)
  return (times[last] ?? 0) + (phrases[last]?.readMs ?? 0)
}

function pace({ captions, language }: CaptionReel) {
  const phrases = captions.flatMap(({ segmentId, text, cameMs, phrases: own }) =>
    own.map(({ from, to, shownMs }) => ({
      segmentId,
      cameMs,
      readMs: readingMs(text.slice(from, to), language),
      isCut: own.length > 1,
      shownMs,
    })),
  )
  return { phrases, times: showTimes(phrases) }
}

function wholly(spoken: SpokenCaption, nowMs: number): ReelCaption {
  return { ...spoken, cameMs: nowMs, phrases: [{ from: 0, to: spoken.text.length, shownMs: nowMs }] }
}

/** Phrases that wait, of what is behind letter `from`. What is still being spoken is not cut: its end is what matters. */
function inPhrases({ text, speaker, state }: SpokenCaption, from: number, cut: CutCaption): readonly ReelPhrase[] {
  const rest = text.slice(from)
  const phrases: ReelPhrase[] = []
  for (const phrase of state === 'interim' ? [rest] : cut(rest, speaker)) {
    const begins = phrases.at(-1)?.to ?? from
    phrases.push({ from: begins, to: begins + phrase.length, shownMs: null })
  }
  return phrases
}

function goneOn(
  before: ReelCaption,
  spoken: SpokenCaption,
  { cut, isNewCut, nowMs }: Pick<Told, 'cut' | 'nowMs'> & { isNewCut: boolean },
): ReelCaption {
  if (!isNewCut && before.text === spoken.text && before.state === spoken.state) return { ...before, ...spoken }
  const moved = boundaryMoved(before.text, spoken.text)
  const shown = before.phrases
    .filter(({ shownMs }) => shownMs !== null)
    .map(({ from, to, shownMs }) => ({ from: moved(from), to: moved(to), shownMs }))
  const current = shown.at(-1)
  const phrases =
    current === undefined
      ? inPhrases(spoken, 0, cut)
      : before.state === 'interim'
        ? seenWhileSpoken(inPhrases(spoken, 0, cut), current, nowMs)
        : [...shown.slice(0, -1), ...fromCurrent(spoken, current, cut)]
  return { ...before, ...spoken, phrases: phrases.filter(({ from, to }) => to > from) }
}

/** What was seen as an interim is not shown again but for the phrase that it ended in. */
function seenWhileSpoken(phrases: readonly ReelPhrase[], seen: ReelPhrase, nowMs: number): readonly ReelPhrase[] {
  const last = phrases.findLastIndex(({ from }) => from === 0 || from < seen.to)
  return phrases.map((phrase, at) => ({
    ...phrase,
    shownMs: at > last ? null : at < last || last === phrases.length - 1 ? seen.shownMs : nowMs,
  }))
}

/** The phrase that is shown, with what is behind it: cut anew where it does not fit any more. */
function fromCurrent(spoken: SpokenCaption, current: ReelPhrase, cut: CutCaption): readonly ReelPhrase[] {
  const all = inPhrases(spoken, current.from, cut)
  const stands = cut(spoken.text.slice(current.from, current.to), spoken.speaker).length === 1
  if (all.length > 1 && stands) return [current, ...inPhrases(spoken, current.to, cut)]
  return all.map((phrase, at) => (at === 0 ? { ...phrase, shownMs: current.shownMs } : phrase))
}

/** What is followed by what was shown is not shown any more behind it. */
function inOrder(captions: readonly ReelCaption[], nowMs: number): readonly ReelCaption[] {
  const last = captions.findLastIndex(({ phrases }) => phrases.some(({ shownMs }) => shownMs !== null))
  return captions.map((caption, at) =>
    at < last
      ? { ...caption, phrases: caption.phrases.map((phrase) => ({ ...phrase, shownMs: phrase.shownMs ?? nowMs })) }
      : caption,
  )
}

/** What is due is shown: as of now, so that it can be read, or as of when it was planned where a page begins or is measured anew. */
function shownUntil(reel: CaptionReel, at: { nowMs: number; isAsPlanned: boolean }): CaptionReel {
  const dueMs = nextPhraseMs(reel)
  if (dueMs === null || dueMs > at.nowMs) return reel
  let isLeft = true
  const captions = reel.captions.map((caption) => ({
    ...caption,
    phrases: caption.phrases.map((phrase) => {
      if (!isLeft || phrase.shownMs !== null) return phrase
      isLeft = false
      return { ...phrase, shownMs: at.isAsPlanned ? dueMs : at.nowMs }
    }),
  }))
  return shownUntil({ ...reel, captions }, at)
}
