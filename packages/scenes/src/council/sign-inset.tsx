import { type KioskLanguage, withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { useLivePlayback } from '../everyday/use-live-playback.ts'
import { councilWord } from './council-words.ts'

/** Who signs, beside the picture; there only while it moves. */
export function SignInset({ url, language }: { url: string; language: KioskLanguage }): ReactElement {
  const screen = useRef<HTMLVideoElement>(null)
  const { picture } = useLivePlayback(screen, url, language)
  return (
    <div className="ak-council-sign" data-picture={picture}>
      <video
        ref={screen}
        muted
        playsInline
        disablePictureInPicture
        aria-label={withoutRuby(councilWord(language, 'signLanguage'))}
      />
    </div>
  )
}
