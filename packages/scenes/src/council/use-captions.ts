import type { Caption, KioskLanguage } from '@akari/protocol'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StreamCue } from '../everyday/live-cues.ts'
import type { CaptionRoom } from './caption-phrases.ts'
import { type CaptionReel, nextPhraseMs, readUntilMs, shownPhrases } from './caption-reel.ts'
import { captionLanguages, captionParts, type CaptionTrack } from './caption-tracks.ts'
import { beingSaid, type Faded, fadedAtFirst, fadedWith } from './faded-captions.ts'
import { useReels } from './use-reels.ts'

/** What stood for so long without a new word is not what is being said. */
export const CAPTIONS_STAY_MS = 12_000
/** So long after they faded the picture has their room: half a minute after the last word. */
const ROOM_MS = 18_000
const TURN_MS = 20_000
const NOBODY: readonly CaptionTrack[] = []

interface ReaderOf {
  language: KioskLanguage
  nowMs: number | null
  /** What the band has room for; null: it was not measured yet. */
  room: CaptionRoom | null
}

/**
 * The captions to draw: those that are pushed, or where there are none those of the stream's own text track. While nobody speaks
 * (`isQuiet`) their room is kept for a while, so that the picture does not move with every pause.
 */
export function useCaptions(
  captions: readonly Caption[],
  cues: readonly StreamCue[],
  { language, nowMs, room }: ReaderOf,
): { tracks: readonly CaptionTrack[]; isQuiet: boolean } {
  const turn = Math.floor((nowMs ?? 0) / TURN_MS)
  const { said, fade } = useBeingSaid(captions, nowMs)
  const languages = useMemo(() => captionLanguages(said, language, turn), [said, language, turn])
  const reels = useReels(said, languages, room)
  useFading(said, [...reels.values()], fade)
  const pushed = useSame([...reels.values()].map((reel) => trackOf(reel, said)))
  const own = useMemo(() => ownTrack(cues, language), [cues, language])
  const spoken = captions.length > 0 ? pushed : own
  const last = useLast(spoken)
  return spoken.length > 0 ? { tracks: spoken, isQuiet: false } : { tracks: last, isQuiet: true }
}

function trackOf(reel: CaptionReel, captions: readonly Caption[]): CaptionTrack {
  const { language } = reel
  const parts = captionParts(shownPhrases(reel))
  const shown = new Set(parts.map(({ segmentId }) => segmentId))
  const isMachineTranslated = captions.some(
    (caption) => caption.language === language && caption.machineTranslated === true && shown.has(caption.segmentId),
  )
  return { language, isMachineTranslated, parts }
}

function ownTrack(cues: readonly StreamCue[], language: KioskLanguage): readonly CaptionTrack[] {
  if (cues.length === 0) return NOBODY
  const parts = cues.map(({ startsAt, text, speaker }) => ({
    segmentId: `${startsAt} ${text}`,
    from: 0,
    text,
    speaker,
    isFinal: true,
  }))
  return [{ language, isMachineTranslated: false, parts }]
}

/** The captions that have not faded yet; `fade` lets them. */
function useBeingSaid(captions: readonly Caption[], nowMs: number | null) {
  const [faded, setFaded] = useState<Faded>(() => fadedAtFirst(captions, nowMs))
  const known = faded ?? fadedAtFirst(captions, nowMs)
  if (known !== faded) setFaded(known)
  const told = useRef(captions)
  told.current = captions
  const said = useSame(beingSaid(captions, known))
  const fade = useCallback(() => setFaded((before) => fadedWith(said, told.current, before)), [said])
  return { said, fade }
}

/** Captions fade a while after the last phrase of what was said is shown. */
function useFading(said: readonly Caption[], reels: readonly CaptionReel[], fade: () => void): void {
  const isWaiting = reels.some((reel) => nextPhraseMs(reel) !== null)
  const readUntil = useRef(0)
  readUntil.current = Math.max(...reels.map((reel) => readUntilMs(reel) ?? 0))
  useEffect(() => {
    if (said.length === 0 || isWaiting) return
    const timer = setTimeout(fade, Math.max(CAPTIONS_STAY_MS, readUntil.current - performance.now()))
    return () => clearTimeout(timer)
  }, [said, isWaiting, fade])
}

/** What was spoken last, until its room is given up. */
function useLast(spoken: readonly CaptionTrack[]): readonly CaptionTrack[] {
  const [last, setLast] = useState(spoken)
  if (spoken.length > 0 && spoken !== last) setLast(spoken)
  const isLeft = spoken.length === 0 && last.length > 0
  useEffect(() => {
    if (!isLeft) return
    const timer = setTimeout(() => setLast(NOBODY), ROOM_MS)
    return () => clearTimeout(timer)
  }, [isLeft])
  return last
}

/** By their words: every state that the page is told brings the same captions along as new objects. */
function useSame<T>(captions: readonly T[]): readonly T[] {
  const held = useRef(captions)
  if (JSON.stringify(held.current) !== JSON.stringify(captions)) held.current = captions
  return held.current
}
