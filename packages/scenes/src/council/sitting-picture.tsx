import type { SittingLive, SittingScene } from '@akari/protocol'
import { textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { feedIn, type Surroundings } from '../boards/surroundings.ts'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useLiveFaults } from '../everyday/use-live-faults.ts'
import { isAway, useLivePlayback } from '../everyday/use-live-playback.ts'
import { useLoudness } from '../sound/loudness.tsx'
import { councilTexts, sessionTexts } from './beside-texts.ts'
import { CaptionBand } from './caption-band.tsx'
import { captionsOf } from './caption-tracks.ts'
import type { CouncilWord } from './council-words.ts'
import { SecondLanguage, useSecondLanguage } from './second-language.ts'
import { SittingAside } from './sitting-aside.tsx'
import { titleOf } from './sitting-now.ts'
import { StreamSlate } from './stream-slate.tsx'
import type { BandRoom } from './use-band-room.ts'
import { useCaptions } from './use-captions.ts'

interface SittingPictureProps extends SceneProps {
  content: SittingScene
  live: SittingLive | null
  around: Surroundings
  /** Where its stream is played from; null: it is told in words alone. */
  url: string | null
}

const SLATES = { missing: 'streamMissing', stopped: 'streamStopped' } as const satisfies Record<string, CouncilWord>

/**
 * A sitting in session: the picture, of which nothing is covered, beside it what is discussed and who speaks, and below what is
 * said. A stream that stops, or has yet to begin, leaves the words.
 */
export function SittingPicture(props: SittingPictureProps): ReactElement {
  const { content, live, around, url, language, playing, onReady, onFault } = props
  const screen = useRef<HTMLVideoElement>(null)
  const played = useLivePlayback(screen, url, language)
  useLiveFaults(played, content.streamId ?? '', onFault)
  useLoudness(screen, playing && played.picture === 'moving', onFault)
  useEffect(onReady, [onReady])
  const { captionsId, streamId } = content
  useEffect(() => {
    // The words still stand.
    if (url === null && streamId !== null) onFault({ kind: 'passing', code: 'stream-unknown', detail: streamId })
  }, [url, streamId, onFault])
  const told = captionsId === undefined ? null : feedIn(around, captionsId)
  const [room, setRoom] = useState<BandRoom | null>(null)
  const { tracks, isQuiet } = useCaptions(captionsOf(told), played.spoken, {
    language,
    nowMs: around.nowMs,
    heardAt: told?.checkedAt ?? null,
    room,
  })
  const title = titleOf(content, live)
  const isAnnounced = url === null && streamId !== null && props.resources.announcesStreams === true
  const slate = isAnnounced ? 'streamPlace' : isAway(played.picture) ? SLATES[played.picture] : null
  const second = useSecondLanguage(sessionTexts(title, live), {
    language,
    told: slate === null ? [] : [councilTexts(slate)],
    spoken: tracks[1]?.language ?? null,
  })
  // What is told beside two captions goes with theirs.
  const isSecondsTurn = tracks[1]?.isInTurn ?? second.isItsTurn
  return (
    <article
      className="ak-scene ak-council"
      data-show="session"
      data-picture={isAnnounced ? 'announced' : url === null ? 'none' : played.picture}
      data-captions={tracks.length}
    >
      <SecondLanguage value={second.language}>
        <div className="ak-council-body">
          <SittingAside
            title={title}
            live={live}
            sign={played.sign}
            language={language}
            isPlayed={url !== null || isAnnounced}
            isSecondsTurn={isSecondsTurn}
          />
          {(url !== null || isAnnounced) && (
            <div className="ak-council-stage">
              <video
                ref={screen}
                muted
                playsInline
                disablePictureInPicture
                aria-label={withoutRuby(textIn(title, language).text)}
              />
              {slate !== null && <StreamSlate word={slate} language={language} isSecondsTurn={isSecondsTurn} />}
            </div>
          )}
          {tracks.length > 0 && <CaptionBand tracks={tracks} isQuiet={isQuiet} language={language} onRoom={setRoom} />}
        </div>
      </SecondLanguage>
    </article>
  )
}
