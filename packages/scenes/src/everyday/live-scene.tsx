import { type Texts, textIn, withoutRuby } from '@akari/protocol'
import { useEffect, useRef, type ReactElement } from 'react'
import { say, type WordKey } from '../locales/words.ts'
import { useLoudness } from '../sound/loudness.tsx'
import { Line, Text } from '../text/text.tsx'
import type { SceneProps } from './scene-props.ts'
import { useLiveFaults } from './use-live-faults.ts'
import { isAway, type LiveState, useLivePlayback } from './use-live-playback.ts'

interface LiveSceneProps extends SceneProps {
  title: Texts
  streamId: string
}

/** A live stream at its newest moment, or a slate that says that it has stopped or has yet to begin, until it is there by itself. */
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
      {!isAway(picture) && (
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
      {isAway(picture) && <LiveSlate title={title} language={language} words={SLATE_WORDS[picture]} />}
    </div>
  )
}

const SLATE_WORDS = {
  missing: ['liveMissing', 'liveMissingMore'],
  stopped: ['liveStopped', 'liveStoppedMore'],
} as const satisfies Partial<Record<LiveState['picture'], readonly WordKey[]>>

interface LiveSlateProps extends Pick<LiveSceneProps, 'title' | 'language'> {
  words: (typeof SLATE_WORDS)[keyof typeof SLATE_WORDS]
}

function LiveSlate({ title, language, words: [what, next] }: LiveSlateProps): ReactElement {
  return (
    <div className="ak-slate">
      <div className="ak-slate-mark" aria-hidden />
      <p className="ak-slate-title">
        <Text texts={title} language={language} />
      </p>
      <p className="ak-slate-words">
        <Line text={say(language, what)} language={language} />
      </p>
      <p className="ak-slate-more">
        <Line text={say(language, next)} language={language} />
      </p>
    </div>
  )
}
