import type { KioskLanguage, SittingLive, SittingScene } from '@akari/protocol'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { feedIn, useSurroundings } from '../boards/surroundings.ts'
import { QrCode } from '../builtin/qr-code.tsx'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line, Text } from '../text/text.tsx'
import { CouncilLine } from './council-line.tsx'
import { councilWord } from './council-words.ts'
import { SittingAgenda } from './sitting-agenda.tsx'
import { liveOf, type SittingNow, sittingNow, titleOf } from './sitting-now.ts'
import { SittingPicture } from './sitting-picture.tsx'

interface SittingProps extends SceneProps {
  content: SittingScene
}

/** A sitting of the council as its feed says it stands: countdown, picture, recess, adjournment. */
export function SittingView({ content, ...props }: SittingProps): ReactElement {
  const around = useSurroundings()
  const live = liveOf(feedIn(around, content.sittingId))
  const now = sittingNow(live, around.nowMs)
  const { streamId } = content
  if (now.show === 'session') {
    const url = streamId === null ? null : props.resources.liveUrl(streamId)
    return <SittingPicture {...props} content={content} live={live} around={around} url={url} />
  }
  return <SittingWords {...props} content={content} live={live} now={now} timeZone={around.timeZone} />
}

/** What is told in words alone. */
type SlateNow = Exclude<SittingNow, { show: 'session' }>

interface WordsProps extends SittingProps {
  live: SittingLive | null
  now: SlateNow
  timeZone: string
}

function SittingWords(props: WordsProps): ReactElement {
  const { content, live, now, timeZone, language, onReady } = props
  const sheet = useRef<HTMLDivElement>(null)
  const title = titleOf(content, live)
  const agenda = live?.agenda
  useFit(sheet, JSON.stringify([language, title, now, agenda]))
  useEffect(onReady, [onReady])
  return (
    <article className="ak-scene ak-sitting" data-show={now.show}>
      <div className="ak-sitting-sheet" ref={sheet}>
        <h1 className="ak-sitting-title" data-fits="width">
          <Text texts={title} language={language} />
        </h1>
        <i className="ak-sitting-rule" aria-hidden />
        {wordsFor({ now, language, timeZone })}
        {agenda !== undefined && <SittingAgenda agenda={agenda} language={language} />}
      </div>
    </article>
  )
}

function wordsFor(told: { now: SlateNow; language: KioskLanguage; timeZone: string }): ReactNode {
  const { now, language, timeZone } = told
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
            <CouncilLine word={now.isAtKiosks ? 'recordingAtKiosks' : 'adjournedMore'} language={language} />
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

/** `1 時間 5 分`: hours are said once there is one. */
function durationWords(minutes: number, language: KioskLanguage): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  return [
    ...(hours === 0 ? [] : [councilWord(language, 'hours', { hours: String(hours) })]),
    ...(rest === 0 && hours > 0 ? [] : [councilWord(language, 'minutes', { minutes: String(rest) })]),
  ].join(' ')
}
