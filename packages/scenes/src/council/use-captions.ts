import type { Caption, KioskLanguage } from '@akari/protocol'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { StreamCue } from '../everyday/live-cues.ts'
import { captionTracks, type CaptionTrack } from './caption-tracks.ts'
import { beingSaid, type Faded, fadedAtFirst, fadedWith } from './faded-captions.ts'

/** What stood for so long without a new word is not what is being said. */
export const CAPTIONS_STAY_MS = 12_000
/** So long after they faded the picture has their room: half a minute after the last word. */
const ROOM_MS = 18_000
const TURN_MS = 20_000
const NOBODY: readonly CaptionTrack[] = []

/**
 * The captions to draw: those that are pushed, or where there are none those of the stream's own text track. While nobody speaks
 * (`isQuiet`) their room is kept for a while, so that the picture does not move with every pause.
 */
export function useCaptions(
  captions: readonly Caption[],
  cues: readonly StreamCue[],
  { language, nowMs }: { language: KioskLanguage; nowMs: number | null },
): { tracks: readonly CaptionTrack[]; isQuiet: boolean } {
  const turn = Math.floor((nowMs ?? 0) / TURN_MS)
  const said = useBeingSaid(captions, nowMs)
  const pushed = useMemo(() => captionTracks(said, language, turn), [said, language, turn])
  const own = useMemo(() => ownTrack(cues, language), [cues, language])
  const spoken = captions.length > 0 ? pushed : own
  const last = useLast(spoken)
  return spoken.length > 0 ? { tracks: spoken, isQuiet: false } : { tracks: last, isQuiet: true }
}

function ownTrack(cues: readonly StreamCue[], language: KioskLanguage): readonly CaptionTrack[] {
  if (cues.length === 0) return NOBODY
  const parts = cues.map(({ startsAt, text, speaker }) => ({
    id: `${startsAt} ${text}`,
    text,
    speaker,
    isFinal: true,
  }))
  return [{ language, isMachineTranslated: false, parts }]
}

/** The captions that have not faded yet. */
function useBeingSaid(captions: readonly Caption[], nowMs: number | null): readonly Caption[] {
  const [faded, setFaded] = useState<Faded>(() => fadedAtFirst(captions, nowMs))
  const known = faded ?? fadedAtFirst(captions, nowMs)
  if (known !== faded) setFaded(known)
  const told = useRef(captions)
  told.current = captions
  const said = useSame(beingSaid(captions, known))
  useEffect(() => {
    if (said.length === 0) return
    const timer = setTimeout(() => setFaded((before) => fadedWith(said, told.current, before)), CAPTIONS_STAY_MS)
    return () => clearTimeout(timer)
  }, [said])
  return said
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
function useSame(captions: readonly Caption[]): readonly Caption[] {
  const held = useRef(captions)
  if (JSON.stringify(held.current) !== JSON.stringify(captions)) held.current = captions
  return held.current
}
