import {
  type AnnouncedAgenda,
  KIOSK_LANGUAGES,
  type KioskLanguage,
  type SittingLive,
  type SittingScene,
} from '@akari/protocol'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { feedIn, useSurroundings } from '../boards/surroundings.ts'
import { QrCode } from '../builtin/qr-code.tsx'
import type { SceneProps } from '../everyday/scene-props.ts'
import { useWantedLanguages } from '../stage/glass-context.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line, Text } from '../text/text.tsx'
import { councilTexts, nowParts, nowTexts } from './beside-texts.ts'
import { Beside, Both } from './beside.tsx'
import { CouncilLine } from './council-line.tsx'
import { durationWords } from './council-words.ts'
import { SecondLanguage, type SecondTurn, useSecondLanguage } from './second-language.ts'
import { SittingAgenda } from './sitting-agenda.tsx'
import { liveOf, sittingNow, titleOf } from './sitting-now.ts'
import { LEAST, TIGHT } from './sheet-fit.ts'
import { SittingPicture } from './sitting-picture.tsx'
import { type SlateNow, slateWords } from './slate-words.ts'

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
  const told = nowTexts(now, timeZone)
  const second = useSecondLanguage([title], { language, told: [told] })
  const beside = [useWantedLanguages(), second.language !== null]
  useFit(sheet, JSON.stringify([language, title, now, agenda, beside]), LEAST, TIGHT.card)
  useEffect(onReady, [onReady])
  return (
    <article className="ak-scene ak-sitting" data-show={now.show}>
      <div
        className="ak-sitting-sheet"
        data-tight={agenda !== undefined}
        data-turn={second.isItsTurn ? 'second' : 'first'}
        ref={sheet}
      >
        <SecondLanguage value={second.language}>
          <div className="ak-both">
            <div className="ak-both-own">
              <h1 className="ak-sitting-title" data-fits="width">
                <Text texts={title} language={language} />
              </h1>
              <i className="ak-sitting-rule" aria-hidden />
              {wordsFor({ now, language, timeZone })}
            </div>
            <div className="ak-sitting-beside">
              <Beside texts={title} />
              <Beside texts={told} parts={nowParts(now, timeZone)} />
            </div>
          </div>
          {now.show === 'adjourned' && now.recordingUrl !== null && (
            <div className="ak-sitting-recording">
              <QrCode text={now.recordingUrl} />
              <Both texts={councilTexts('recording')}>
                <CouncilLine word="recording" language={language} />
              </Both>
            </div>
          )}
        </SecondLanguage>
        {agenda !== undefined && (
          <SittingAgenda agenda={agenda} language={agendaLanguage(agenda, second) ?? language} />
        )}
      </div>
    </article>
  )
}

/** An agenda has no room for two languages: it is in the second one while that has its turn; null: it is not, or nobody wrote it so. */
function agendaLanguage({ first }: AnnouncedAgenda, { language, isItsTurn }: SecondTurn): KioskLanguage | null {
  if (!isItsTurn) return null
  return KIOSK_LANGUAGES.find((one) => one === language && first.some(({ title }) => title[one] !== undefined)) ?? null
}

function wordsFor({
  now,
  language,
  timeZone,
}: {
  now: SlateNow
  language: KioskLanguage
  timeZone: string
}): ReactNode {
  const [state, ...next] = slateWords(now)
  return (
    <>
      <CouncilLine className="ak-sitting-state" word={state.word} language={language} />
      {now.show === 'countdown' && now.minutes !== null && (
        <p className="ak-sitting-count">
          <Line text={durationWords(now.minutes, language)} language={language} />
        </p>
      )}
      {next.map(({ word, at }) => (
        <CouncilLine
          key={word}
          word={word}
          gaps={at === undefined ? {} : { time: momentWords(at, language, timeZone).time }}
          language={language}
        />
      ))}
    </>
  )
}
