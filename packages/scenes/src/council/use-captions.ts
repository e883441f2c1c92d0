import type { Caption, KioskLanguage } from '@akari/protocol'
import { captionTurnsMs } from '@akari/text/pace'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { StreamCue } from '../everyday/live-cues.ts'
import { useWantedLanguages } from '../stage/glass-context.ts'
import { fadesAtMs, type ShownPhrase, shownPhrases } from './caption-reel.ts'
import { captionLanguages, captionParts, type CaptionTrack } from './caption-tracks.ts'
import { ageAtFirst, beingSaid, fadedAtFirst, fadedWith } from './faded-captions.ts'
import type { BandRoom } from './use-band-room.ts'
import { type Reels, useReels } from './use-reels.ts'
import { useTurns } from './use-turns.ts'

/** So long after they faded the picture has their room: half a minute after the last word. */
const ROOM_MS = 18_000
const NOBODY: readonly CaptionTrack[] = []

interface ReaderOf {
  language: KioskLanguage
  nowMs: number | null
  /** When the newest caption came in. */
  heardAt: string | null
  /** What the band has room for; null: it was not measured yet. */
  room: BandRoom | null
}

/**
 * The captions to draw: those that are pushed, or where there are none those of the stream's own text track. While nobody speaks
 * (`isQuiet`) their room is kept for a while, so that the picture does not move with every pause.
 */
export function useCaptions(
  captions: readonly Caption[],
  cues: readonly StreamCue[],
  { language, nowMs, heardAt, room }: ReaderOf,
): { tracks: readonly CaptionTrack[]; isQuiet: boolean } {
  const { said, fade, ageMs } = useBeingSaid(captions, ageOf(heardAt, nowMs))
  const wanted = useWantedLanguages()
  const languages = useMemo(() => captionLanguages(said, language, wanted), [said, language, wanted])
  const reels = useReels(said, languages, { room, ageMs })
  const isForOne = room?.isForOne ?? false
  const turns = useTurns(languages, reels, isForOne)
  useFading(reels, isForOne ? captionTurnsMs(languages.length) : 0, fade)
  const pushed = useSame(tracksOf(turns, reels, said))
  const own = useMemo(() => ownTrack(cues, language), [cues, language])
  const spoken = captions.length > 0 ? pushed : own
  const last = useLast(spoken)
  return spoken.length > 0 ? { tracks: spoken, isQuiet: false } : { tracks: last, isQuiet: true }
}

function tracksOf(
  { stand, inTurn, leaving }: ReturnType<typeof useTurns>,
  reels: Reels,
  captions: readonly Caption[],
): readonly CaptionTrack[] {
  return stand.flatMap((language) => {
    const reel = reels.get(language)
    if (reel === undefined) return []
    const last = leaving?.language === language ? leaving.segmentId : null
    const parts = captionParts(phrasesUntil(shownPhrases(reel), last))
    const shown = new Set(parts.map(({ segmentId }) => segmentId))
    const isMachineTranslated = captions.some(
      (caption) => caption.language === language && caption.machineTranslated === true && shown.has(caption.segmentId),
    )
    return [{ language, isMachineTranslated, isInTurn: language === inTurn, parts }]
  })
}

/** Up to a segment; all where that was withdrawn, or there is none. */
function phrasesUntil(phrases: readonly ShownPhrase[], segmentId: string | null): readonly ShownPhrase[] {
  const last = phrases.findLastIndex((phrase) => phrase.segmentId === segmentId)
  return last === -1 ? phrases : phrases.slice(0, last + 1)
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
  return [{ language, isMachineTranslated: false, isInTurn: true, parts }]
}

function ageOf(heardAt: string | null, nowMs: number | null): number | null {
  return heardAt === null || nowMs === null ? null : Math.max(0, nowMs - Date.parse(heardAt))
}

/** The captions that have not faded yet; `fade` lets them. `ageMs` of the result: see `ageAtFirst`. */
function useBeingSaid(captions: readonly Caption[], ageMs: number | null) {
  const begin = () => ({ faded: fadedAtFirst(captions, ageMs), first: captions, ageMs: ageMs ?? 0 })
  const [held, setHeld] = useState(begin)
  const known = held.faded === null ? begin() : held
  if (known.faded !== held.faded) setHeld(known)
  const told = useRef(captions)
  told.current = captions
  const said = useSame(beingSaid(captions, known.faded))
  const fade = useCallback(
    () => setHeld((before) => ({ ...before, faded: fadedWith(said, told.current, before.faded) })),
    [said],
  )
  return { said, fade, ageMs: ageAtFirst(said, known) }
}

/** Captions fade together, a while after the last phrase of what was said; where they take turns, after the turns of `moreMs`. */
function useFading(reels: Reels, moreMs: number, fade: () => void): void {
  const fades = [...reels.values()].map(fadesAtMs)
  const fadeMs = fades.length === 0 || fades.includes(null) ? null : Math.max(...fades.map(Number)) + moreMs
  useEffect(() => {
    if (fadeMs === null) return
    const timer = setTimeout(fade, Math.max(0, fadeMs - performance.now()))
    return () => clearTimeout(timer)
  }, [fadeMs, fade])
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
