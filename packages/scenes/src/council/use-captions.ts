import type { Caption, KioskLanguage } from '@akari/protocol'
import { useEffect, useMemo, useState } from 'react'
import type { StreamCue } from '../everyday/live-cues.ts'
import { captionTracks, type CaptionTrack } from './caption-tracks.ts'

/** What stood for so long without a new word is not what is being said. */
const QUIET_AFTER_MS = 12_000
const TURN_MS = 20_000
const NOBODY: readonly CaptionTrack[] = []

/** The captions to draw: those that are pushed, or where there are none those of the stream's own text track. */
export function useCaptions(
  captions: readonly Caption[],
  cues: readonly StreamCue[],
  { language, nowMs }: { language: KioskLanguage; nowMs: number | null },
): { tracks: readonly CaptionTrack[]; isQuiet: boolean } {
  const turn = Math.floor((nowMs ?? 0) / TURN_MS)
  const pushed = useMemo(() => captionTracks(captions, language, turn), [captions, language, turn])
  const own = useMemo(() => ownTrack(cues, language), [cues, language])
  const isQuiet = useIsQuiet(captions)
  if (pushed.length > 0) return { tracks: pushed, isQuiet }
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

/** By their words: every state that the page is told brings the same captions along as new objects. */
function useIsQuiet(captions: readonly Caption[]): boolean {
  const said = JSON.stringify(captions)
  const [quiet, setQuiet] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(said), QUIET_AFTER_MS)
    return () => clearTimeout(timer)
  }, [said])
  return quiet === said
}
