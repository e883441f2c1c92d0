import type { KioskLanguage, SittingLive, SittingScene } from '@akari/protocol'
import { memo, type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { feedIn, useSurroundings } from '../boards/surroundings.ts'
import { QrCode } from '../builtin/qr-code.tsx'
import { LiveScene } from '../everyday/live-scene.tsx'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line, Text } from '../text/text.tsx'
import { CouncilLine } from './council-line.tsx'
import { councilWord } from './council-words.ts'
import { liveOf, type SittingNow, sittingNow, titleOf } from './sitting-now.ts'

interface SittingProps extends SceneProps {
  content: SittingScene
}

/** A sitting of the council as its feed says it stands: countdown, picture, recess, adjournment. */
export function SittingView({ content, ...props }: SittingProps): ReactElement {
  const around = useSurroundings()
  const live = liveOf(feedIn(around, content.sittingId))
  const now = sittingNow(live, around.nowMs)
  const { streamId } = content
  const isPlayed = now.show === 'session' && streamId !== null && props.resources.liveUrl(streamId) !== null
  if (isPlayed) return <LiveScene {...props} title={titleOf(content, live)} streamId={streamId} />
  return <SittingWords {...props} content={content} live={live} now={now} timeZone={around.timeZone} />
}

interface WordsProps extends SittingProps {
  live: SittingLive | null
  now: SittingNow
  timeZone: string
}

const SittingWords = memo(function SittingWords(props: WordsProps): ReactElement {
  const { content, live, now, timeZone, language, onReady } = props
  const sheet = useRef<HTMLDivElement>(null)
  const title = titleOf(content, live)
  useFit(sheet, JSON.stringify([language, title, now, live?.item, live?.speaker]))
  useEffect(onReady, [onReady])
  return (
    <article className="ak-scene ak-sitting" data-show={now.show}>
      <div className="ak-sitting-sheet" ref={sheet}>
        <h1 className="ak-sitting-title">
          <Text texts={title} language={language} />
        </h1>
        {wordsFor({ now, live, language, timeZone })}
      </div>
    </article>
  )
})

function wordsFor(told: {
  now: SittingNow
  live: SittingLive | null
  language: KioskLanguage
  timeZone: string
}): ReactNode {
  const { now, live, language, timeZone } = told
  const timeOf = (at: string): string => momentWords(at, language, timeZone).time
  switch (now.show) {
    case 'countdown':
      return (
        <>
          <CouncilLine className="ak-sitting-state" word="untilOpening" language={language} />
          {now.minutes !== null && (
            <p className="ak-sitting-count">
              <Line text={durationWords(now.minutes, language)} language={language} />
            </p>
          )}
          <CouncilLine word="opensAt" gaps={{ time: timeOf(now.startsAt) }} language={language} />
        </>
      )
    case 'soon':
      return <CouncilLine className="ak-sitting-state" word="openingSoon" language={language} />
    case 'session':
      return <NowDiscussed live={live} language={language} />
    case 'recess':
      return (
        <>
          <CouncilLine className="ak-sitting-state" word="recess" language={language} />
          {now.resumesAt === null ? (
            <CouncilLine word="resumesUnknown" language={language} />
          ) : (
            <CouncilLine
              word={now.isSoon ? 'resumesSoon' : 'resumesAt'}
              gaps={{ time: timeOf(now.resumesAt) }}
              language={language}
            />
          )}
        </>
      )
    case 'adjourned':
      return (
        <>
          <CouncilLine className="ak-sitting-state" word="adjourned" language={language} />
          {now.recordingUrl === null ? (
            <CouncilLine word="adjournedMore" language={language} />
          ) : (
            <div className="ak-sitting-recording">
              <QrCode text={now.recordingUrl} />
              <CouncilLine word="recording" language={language} />
            </div>
          )}
        </>
      )
  }
}

function NowDiscussed({ live, language }: { live: SittingLive | null; language: KioskLanguage }): ReactElement {
  const item = live?.item ?? null
  const speaker = live?.speaker ?? null
  return (
    <>
      <CouncilLine className="ak-sitting-state" word="inSession" language={language} />
      {item !== null && (
        <p className="ak-sitting-item">
          {item.number !== undefined && <Line text={item.number} language="ja" />}
          <Text texts={item.title} language={language} />
        </p>
      )}
      {speaker !== null && (
        <p className="ak-sitting-speaker">
          <Text texts={speaker.name} language={language} />
          {speaker.party !== undefined && <Text texts={speaker.party} language={language} />}
        </p>
      )}
    </>
  )
}

/** `1 時間 5 分`: hours are said once there is one. */
function durationWords(minutes: number, language: KioskLanguage): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [
    ...(hours === 0 ? [] : [councilWord(language, 'hours', { hours: String(hours) })]),
    ...(rest === 0 && hours > 0 ? [] : [councilWord(language, 'minutes', { minutes: String(rest) })]),
  ].join(' ')
}
