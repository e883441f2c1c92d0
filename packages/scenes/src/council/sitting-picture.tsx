import type { SittingLive, SittingScene } from '@akari/protocol'
import { textIn, withoutRuby } from '@akari/protocol'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { feedIn, type Surroundings } from '../boards/surroundings.ts'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useLiveFaults } from '../everyday/use-live-faults.ts'
import { isAway, useLivePlayback } from '../everyday/use-live-playback.ts'
import { useLoudness } from '../sound/loudness.tsx'
import { CaptionBand } from './caption-band.tsx'
import { captionsOf } from './caption-tracks.ts'
import { CouncilLine } from './council-line.tsx'
import { SittingAside } from './sitting-aside.tsx'
import { titleOf } from './sitting-now.ts'
import type { BandRoom } from './use-band-room.ts'
import { useCaptions } from './use-captions.ts'

interface SittingPictureProps extends SceneProps {
  content: SittingScene
  live: SittingLive | null
  around: Surroundings
  /** Where its stream is played from; null: it is told in words alone. */
  url: string | null
}

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
  return (
    <article
      className="ak-scene ak-council"
      data-show="session"
      data-picture={url === null ? 'none' : played.picture}
      data-captions={tracks.length}
    >
      <div className="ak-council-body">
        <SittingAside title={title} live={live} sign={played.sign} language={language} isPlayed={url !== null} />
        {url !== null && (
          <div className="ak-council-stage">
            <video
              ref={screen}
              muted
              playsInline
              disablePictureInPicture
              aria-label={withoutRuby(textIn(title, language).text)}
            />
            {isAway(played.picture) && (
              <div className="ak-council-slate">
                <i aria-hidden />
                <CouncilLine
                  word={played.picture === 'missing' ? 'streamMissing' : 'streamStopped'}
                  language={language}
                />
              </div>
            )}
          </div>
        )}
        {tracks.length > 0 && <CaptionBand tracks={tracks} isQuiet={isQuiet} language={language} onRoom={setRoom} />}
      </div>
    </article>
  )
}
