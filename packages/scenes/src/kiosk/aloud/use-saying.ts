import { type GuideRecording, type KioskLanguage, withoutRuby } from '@akari/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Volume } from '../flow.ts'
import { kioskWord } from '../kiosk-words.ts'
import { recordedParts } from './recorded-parts.ts'
import { staying } from './staying.ts'
import type { KioskVoice } from './voice.ts'

interface SayingOptions {
  voice: KioskVoice
  language: KioskLanguage
  volume: Volume
  /** Is the kiosk read aloud? */
  aloud: boolean
  /** What stands in where this display has no voice for the language. */
  recordings: readonly GuideRecording[]
  onStay: () => void
}

export interface Saying {
  /** The last text, for whoever reads along. */
  heard: string
  /** Has this display no voice for the language, for the last text at least? */
  isSilent: boolean
  /** What the visitor asked for: the visit does not end while it is read. `gist`: see recordedParts. */
  say: (text: string, gist: string | null) => void
  /** What the kiosk says of itself: it keeps nobody's visit from ending. */
  tell: (text: string) => void
  /** Said once to whoever touched the glass and does nothing more; without a voice it is not missed. */
  hint: (text: string) => void
}

/**
 * Says texts at the visitor's loudness, by the browser's voice or by recordings, and knows when there is neither. Before the
 * first text it says how one is led; whoever knows it moves on meanwhile.
 */
export function useSaying(options: SayingOptions): Saying {
  const { voice, language, aloud } = options
  const [heard, setHeard] = useState('')
  const [silentIn, setSilentIn] = useState<KioskLanguage | null>(null)
  const latest = useRef(options)
  latest.current = options
  const begins = useRef(false)
  useEffect(() => {
    begins.current = aloud
    return aloud ? () => voice.hush() : undefined
  }, [voice, aloud])

  const sayOne = useCallback(async (text: string, gist: string | null) => {
    const { voice: by, volume, language: spoken } = latest.current
    setHeard(text)
    const outcome = await heardBy(latest.current, text, gist)
    if (outcome === 'said') setSilentIn(null)
    if (outcome === 'silent' || outcome === 'partly') {
      setSilentIn(spoken)
      by.chime(volume)
    }
    return outcome
  }, [])

  const say = useCallback(
    (text: string, gist: string | null): void => {
      const isFirst = begins.current
      begins.current = false
      const all = async (): Promise<void> => {
        if (isFirst) {
          const outcome = await sayOne(withoutRuby(kioskWord(latest.current.language, 'aloudStart')), null)
          if (outcome === 'silent') setHeard(text)
          if (outcome !== 'said') return
        }
        await sayOne(text, gist)
      }
      void staying(all(), () => latest.current.onStay())
    },
    [sayOne],
  )
  const tell = useCallback((text: string): void => void sayOne(text, null), [sayOne])
  const hint = useCallback((text: string): void => void heardBy(latest.current, text, null), [])
  return { heard, isSilent: silentIn === language, say, tell, hint }
}

type Heard = 'said' | 'partly' | 'silent' | 'cut'

async function heardBy(
  { voice, language, volume, recordings }: SayingOptions,
  text: string,
  gist: string | null,
): Promise<Heard> {
  const outcome = await voice.say(text, language, volume)
  if (outcome !== 'silent') return outcome
  const { files, isWhole } = recordedParts(text, gist, language, recordings)
  if (files.length === 0) return 'silent'
  const played = await voice.play(files, volume)
  return played === 'said' && !isWhole ? 'partly' : played
}
