import type { KioskLanguage, SittingLive, Texts } from '@akari/protocol'
import { memo, type ReactElement, use, useRef } from 'react'
import { useWantedLanguages } from '../stage/glass-context.ts'
import { useFit } from '../text/fit.ts'
import { Line, Text } from '../text/text.tsx'
import { agendaNumber } from './agenda-number.ts'
import { councilTexts, itemParts, itemTexts, sessionTexts, speakerParts } from './beside-texts.ts'
import { Both } from './beside.tsx'
import { CouncilLine } from './council-line.tsx'
import { languagesBeside, SecondLanguage } from './second-language.ts'
import { LEAST, TIGHT } from './sheet-fit.ts'
import { SignInset } from './sign-inset.tsx'

interface SittingAsideProps {
  title: Texts
  live: SittingLive | null
  /** The picture of who signs, where the stream has one. */
  sign: string | null
  language: KioskLanguage
  isPlayed: boolean
  /** Where there is no room for two languages: it is the second one's turn. */
  isSecondsTurn: boolean
}

/** Which sitting it is, what it discusses now and who has the floor. */
export const SittingAside = memo(function SittingAside(props: SittingAsideProps): ReactElement {
  const { title, live, sign, language, isPlayed, isSecondsTurn } = props
  const sheet = useRef<HTMLDivElement>(null)
  const mark = isPlayed ? 'live' : 'inSession'
  const [wanted, now] = [useWantedLanguages(), use(SecondLanguage)]
  const languages = [
    ...new Set([...languagesBeside(sessionTexts(title, live), wanted), ...(now === null ? [] : [now])]),
  ]
  const item = live?.item ?? null
  const speaker = live?.speaker ?? null
  useFit(sheet, JSON.stringify([language, title, item, speaker, sign, mark, wanted, now !== null]), LEAST, TIGHT.sheet)
  return (
    <div className="ak-council-aside">
      <div className="ak-council-sheet" data-turn={isSecondsTurn ? 'second' : 'first'} ref={sheet}>
        <h1 className="ak-council-title">
          <div className="ak-council-mark">
            <Both texts={councilTexts(mark)}>
              <CouncilLine className="ak-council-mark-word" word={mark} language={language} />
            </Both>
          </div>
          <Both texts={title}>
            <Text texts={title} language={language} />
          </Both>
        </h1>
        {item !== null && (
          <div className="ak-council-item" key={JSON.stringify(item)}>
            <Both texts={itemTexts(item, languages)} parts={itemParts(item)}>
              {item.number !== undefined && (
                <p className="ak-council-number">
                  <Line {...agendaNumber(item.number, language)} />
                </p>
              )}
              <p className="ak-council-topic">
                <Text texts={item.title} language={language} />
              </p>
            </Both>
          </div>
        )}
        {speaker !== null && (
          <div className="ak-council-speaker" key={JSON.stringify(speaker)}>
            <Both texts={speaker.name} parts={speakerParts(speaker)}>
              <p className="ak-council-name">
                <Text texts={speaker.name} language={language} />
              </p>
              {speaker.party !== undefined && (
                <p className="ak-council-party">
                  <Text texts={speaker.party} language={language} />
                </p>
              )}
            </Both>
          </div>
        )}
      </div>
      {sign !== null && <SignInset url={sign} language={language} />}
    </div>
  )
})
