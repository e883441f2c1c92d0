import type { Caption, KioskLanguage } from '@akari/protocol'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { StreamCue } from '../everyday/live-cues.ts'
import { captionTracks, type CaptionTrack } from './caption-tracks.ts'
import { beingSaid, type Faded, fadedAtFirst, fadedWith } from './faded-captions.ts'

/** What stood for so long without a new word is not what is being said. */
export const CAPTIONS_STAY_MS = 12_000
/** So long after they faded the picture has the room of the captions. */
const ROOM_MS = 48_000
const TURN_MS = 20_000
const NOBODY: readonly CaptionTrack[] = []
const NOTHING: readonly Caption[] = []

/** The captions to draw: those that are pushed, or where there are none those of the stream's own text track. */
export function useCaptions(
  captions: readonly Caption[],
  cues: readonly StreamCue[],
  { language, nowMs }: { language: KioskLanguage; nowMs: number | null },
): { tracks: readonly CaptionTrack[]; isQuiet: boolean } {
  const turn = Math.floor((nowMs ?? 0) / TURN_MS)
  const { read, isQuiet } = useFading(captions, nowMs)
  const pushed = useMemo(() => captionTracks(read, language, turn), [read, language, turn])
  const own = useMemo(() => ownTrack(cues, language), [cues, language])
  if (captions.length > 0) return { tracks: pushed, isQuiet }
  return { tracks: own, isQuiet: false }
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

/** What is being said; where nothing is, what is fading, and then nothing. */
function useFading(captions: readonly Caption[], nowMs: number | null): { read: readonly Caption[]; isQuiet: boolean } {
  const [faded, setFaded] = useState<Faded>(() => fadedAtFirst(captions, nowMs))
  const [fading, setFading] = useState<readonly Caption[]>(NOTHING)
  const known = faded ?? fadedAtFirst(captions, nowMs)
  if (known !== faded) setFaded(known)
  const told = useRef(captions)
  told.current = captions
  const read = useSame(beingSaid(captions, known))
  if (read.length > 0 && fading.length > 0) setFading(NOTHING)
  useEffect(() => {
    if (read.length === 0) return
    const timer = setTimeout(() => {
      setFading(read)
      setFaded((before) => fadedWith(read, told.current, before))
    }, CAPTIONS_STAY_MS)
    return () => clearTimeout(timer)
  }, [read])
  useEffect(() => {
    if (fading.length === 0) return
    const timer = setTimeout(() => setFading(NOTHING), ROOM_MS)
    return () => clearTimeout(timer)
  }, [fading])
  return read.length > 0 ? { read, isQuiet: false } : { read: fading, isQuiet: true }
}

/** By their words: every state that the page is told brings the same captions along as new objects. */
function useSame(captions: readonly Caption[]): readonly Caption[] {
  const held = useRef(captions)
  if (JSON.stringify(held.current) !== JSON.stringify(captions)) held.current = captions
  return held.current
}
