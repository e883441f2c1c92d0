import type { Caption, Language } from '@akari/protocol'
import { type CaptionRoom, captionPhrases } from '@akari/text'
import { useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { type CaptionReel, type CutCaption, nextPhraseMs, reelOn } from './caption-reel.ts'

export type Reels = ReadonlyMap<Language, CaptionReel>

const NOTHING_YET: Reels = new Map()

/**
 * What of the captions is shown, for each of `languages`: those that are longer than the band are revealed phrase by phrase. Until the band
 * is measured (`room` null) nothing is cut. `ageMs`: so long ago the newest came in when the page was told of the first.
 */
export function useReels(
  captions: readonly Caption[],
  languages: readonly Language[],
  { room, ageMs }: { room: CaptionRoom | null; ageMs: number },
): Reels {
  const [reels, setReels] = useState(NOTHING_YET)
  const lines = room?.lines ?? 0
  const widthEm = room?.widthEm ?? 0
  const cutIn = useMemo(() => cutsFor(lines === 0 ? null : { lines, widthEm }), [lines, widthEm])
  const goOn = useCallback(() => {
    const nowMs = performance.now()
    // oxlint-disable-next-line react/set-state-in-effect -- a reel goes by the clock, which a render may not read; nothing is painted before it
    setReels((before) => {
      if (languages.length === 0) return before === NOTHING_YET ? before : new Map()
      return new Map(
        languages.map((language) => {
          const spoken = captions.filter((caption) => caption.language === language)
          const told = { language, spoken, cut: cutIn(language), nowMs, ageMs: before === NOTHING_YET ? ageMs : 0 }
          return [language, reelOn(before.get(language) ?? null, told)]
        }),
      )
    })
  }, [captions, languages, cutIn, ageMs])
  useLayoutEffect(goOn, [goOn])
  useEffect(() => {
    const waiting = [...reels.values()].flatMap((reel) => nextPhraseMs(reel) ?? [])
    if (waiting.length === 0) return
    const timer = setTimeout(goOn, Math.max(0, Math.min(...waiting) - performance.now()))
    return () => clearTimeout(timer)
  }, [reels, goOn])
  return reels
}

/** The same function for a language whenever it is asked: a reel knows by it whether the band is as it was. */
function cutsFor(room: CaptionRoom | null): (language: Language) => CutCaption {
  const cuts = new Map<Language, CutCaption>()
  return (language) => {
    const cut: CutCaption =
      cuts.get(language) ??
      ((text, speaker) => (room === null ? [text] : captionPhrases(text, { language, speaker, room })))
    cuts.set(language, cut)
    return cut
  }
}
