import { type Texts, textIn, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { useLoudness } from '../sound/loudness.tsx'
import { Line, Text } from '../text/text.tsx'
import type { SceneProps } from './scene-props.ts'
import { useLiveFaults } from './use-live-faults.ts'
import { useLivePlayback } from './use-live-playback.ts'

interface LiveSceneProps extends SceneProps {
  title: Texts
  streamId: string
}

/** A live stream at its newest moment, or a slate that says it has stopped, until it is back by itself. */
export function LiveScene({
  title,
  streamId,
  language,
  resources,
  playing,
  onReady,
  onFault,
}: LiveSceneProps): ReactElement {
  const screen = useRef<HTMLVideoElement>(null)
  const url = resources.liveUrl(streamId)
  const live = useLivePlayback(screen, url, language)
  const { picture } = live
  useLiveFaults(live, streamId, onFault)
  useLoudness(screen, playing && picture === 'moving', onFault)
  useEffect(() => {
    if (url === null) onFault({ kind: 'hopeless', code: 'stream-unknown', detail: streamId })
  }, [url, streamId, onFault])
  useEffect(() => {
    if (picture !== 'awaited') onReady()
  }, [picture, onReady])
  return (
    <div className="ak-scene ak-live" data-picture={picture}>
      {picture !== 'stopped' && (
        <p className="ak-live-title">
          <span className="ak-live-mark" lang={language}>
            <Line text={say(language, 'liveMark')} language={language} />
          </span>
          <Text texts={title} language={language} />
        </p>
      )}
      <video
        ref={screen}
        className="ak-live-picture"
        muted
        playsInline
        disablePictureInPicture
        aria-label={withoutRuby(textIn(title, language).text)}
      />
      {picture === 'stopped' && <LiveSlate title={title} language={language} />}
    </div>
  )
}

function LiveSlate({ title, language }: Pick<LiveSceneProps, 'title' | 'language'>): ReactElement {
  return (
    <div className="ak-slate">
      <div className="ak-slate-mark" aria-hidden />
      <p className="ak-slate-title">
        <Text texts={title} language={language} />
      </p>
      <p className="ak-slate-words">
        <Line text={say(language, 'liveStopped')} language={language} />
      </p>
      <p className="ak-slate-more">
        <Line text={say(language, 'liveStoppedMore')} language={language} />
      </p>
    </div>
  )
}
