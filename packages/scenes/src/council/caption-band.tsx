import { type KioskLanguage, withoutRuby } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { kioskLanguage, LANGUAGE_NAMES } from '../locales/words.ts'
import { Line } from '../text/text.tsx'
import type { CaptionTrack } from './caption-tracks.ts'
import { CouncilLine } from './council-line.tsx'
import { councilWord } from './council-words.ts'
import { type BandRoom, useBandRoom } from './use-band-room.ts'

interface CaptionBandProps {
  tracks: readonly CaptionTrack[]
  /** Nothing was said for a while. */
  isQuiet: boolean
  language: KioskLanguage
  /** Told what the band has room for, and when that changes. */
  onRoom: (room: BandRoom) => void
}

/** What is spoken, two or three large lines of it: the newest stands at the bottom, and what is older goes up a line. */
export function CaptionBand({ tracks, isQuiet, language, onRoom }: CaptionBandProps): ReactElement {
  const band = useRef<HTMLElement>(null)
  useBandRoom(band, onRoom)
  return (
    <section
      ref={band}
      className="ak-captions"
      data-tracks={tracks.length}
      data-quiet={isQuiet}
      aria-label={withoutRuby(councilWord(language, 'captions'))}
    >
      {tracks.map((track) => (
        <Track key={track.language} track={track} isAlone={tracks.length === 1} />
      ))}
    </section>
  )
}

function Track({ track, isAlone }: { track: CaptionTrack; isAlone: boolean }): ReactElement {
  const { language, isMachineTranslated, isInTurn, parts } = track
  return (
    <div className="ak-captions-track" data-spoken={language} data-turn={isInTurn}>
      {(isMachineTranslated || (!isAlone && language !== 'ja')) && (
        <div className="ak-captions-label">
          <Line text={LANGUAGE_NAMES[language]} language={language} />
          {isMachineTranslated && (
            <CouncilLine className="ak-captions-machine" word="machineTranslated" language={kioskLanguage(language)} />
          )}
        </div>
      )}
      <div className="ak-captions-lines">
        {parts.map(({ segmentId, from, text, speaker, isFinal }) => (
          <p key={`${segmentId} ${from}`} data-segment={segmentId} data-final={isFinal}>
            {speaker !== null && (
              <>
                <b>
                  <Line text={speaker} language={language} />
                </b>
                {/* Else the end of the name goes down a line with a long word, and the band has a line too many. */}
                <wbr />
              </>
            )}
            <Line text={text} language={language} />
          </p>
        ))}
      </div>
    </div>
  )
}
