import type { Language } from '@akari/protocol'
import { CAPTION_TURN_MS } from '@akari/text/pace'
import { useEffect, useRef, useState } from 'react'
import { newestSegment, readUntilMs } from './caption-reel.ts'
import { type LanguageTurns, turnsAfter } from './caption-turns.ts'
import type { Reels } from './use-reels.ts'

/** What was said last in a language before its turn is over: it is read to its end, and nothing comes after it. */
interface Leaving {
  language: Language
  segmentId: string
  untilMs: number
}

/** Which languages stand on the glass, and which of them is to show nothing after a segment until it leaves. */
export function useTurns(
  languages: readonly Language[],
  reels: Reels,
  isForOne: boolean,
): LanguageTurns & { leaving: Leaving | null } {
  const [{ steps, leaving }, setStanding] = useState<{ steps: number; leaving: Leaving | null }>(AT_FIRST)
  const turns = turnsAfter(steps, languages, isForOne)
  const now = useRef({ reels, leaves: turns.leaves })
  now.current = { reels, leaves: turns.leaves }
  const takesTurns = languages.length > 1
  useEffect(() => {
    if (!takesTurns) return
    const next = (): void => setStanding({ steps: steps + 1, leaving: null })
    const due = (): void => {
      const last = leavingOf(now.current)
      if (last === null) next()
      else setStanding({ steps, leaving: last })
    }
    const waitMs = leaving === null ? CAPTION_TURN_MS : Math.max(0, leaving.untilMs - performance.now())
    const timer = setTimeout(leaving === null ? due : next, waitMs)
    return () => clearTimeout(timer)
  }, [takesTurns, steps, leaving])
  return { ...turns, leaving }
}

const AT_FIRST = { steps: 0, leaving: null }

/** Null where nothing leaves that was not read. */
function leavingOf({ reels, leaves: language }: { reels: Reels; leaves: Language | null }): Leaving | null {
  const reel = language === null ? undefined : reels.get(language)
  const segmentId = reel === undefined ? null : newestSegment(reel)
  if (language === null || reel === undefined || segmentId === null) return null
  const untilMs = readUntilMs(reel, segmentId)
  return untilMs <= performance.now() ? null : { language, segmentId, untilMs }
}
