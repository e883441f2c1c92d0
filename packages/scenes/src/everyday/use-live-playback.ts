import type { KioskLanguage } from '@akari/protocol'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ContentTrouble } from './live-content.ts'
import type { StreamCue } from './live-cues.ts'
import { type LivePlayback, startLivePlayback } from './live-playback.ts'
import type { LiveWatch } from './live-watch.ts'

/** What is on the video element now. A picture that is black counts as stopped: nobody should look at it. */
export interface LiveState {
  picture: LiveWatch['picture']
  troubles: readonly ContentTrouble[]
  /** What a text track of the stream says now. */
  spoken: readonly StreamCue[]
  /** Address of the picture of who signs; null where the stream has none. */
  sign: string | null
}

/** Is the slate to be shown instead of the picture? */
export function isAway(picture: LiveState['picture']): picture is 'missing' | 'stopped' {
  return picture === 'missing' || picture === 'stopped'
}

const NOTHING: LiveState = { picture: 'awaited', troubles: [], spoken: [], sign: null }

/** Plays the stream at `url` (null: none) on `screen`, with the renditions for a reader of `language`. */
export function useLivePlayback(
  screen: RefObject<HTMLVideoElement | null>,
  url: string | null,
  language: KioskLanguage,
): LiveState {
  const [state, setState] = useState(NOTHING)
  const playback = useRef<LivePlayback | null>(null)
  const spokenTo = useRef(language)
  spokenTo.current = language
  useEffect(() => {
    const video = screen.current
    if (video === null || url === null) return
    const heard = (part: Partial<LiveState>): void => setState((before) => ({ ...before, ...part }))
    playback.current = startLivePlayback(video, url, spokenTo.current, {
      picture: (picture) => heard({ picture }),
      troubles: (troubles) => heard({ troubles }),
      spoken: (spoken) => heard({ spoken }),
      sign: (sign) => heard({ sign }),
    })
    return () => {
      playback.current?.close()
      playback.current = null
      setState(NOTHING)
    }
  }, [screen, url])
  useEffect(() => playback.current?.speak(language), [language])
  return state.troubles.includes('black') ? { ...state, picture: 'stopped' } : state
}
