import type { KioskLanguage, SittingLive, Texts } from '@akari/protocol'
import { memo, type ReactElement, useRef } from 'react'
import { useFit } from '../text/fit.ts'
import { Line, Text } from '../text/text.tsx'
import { agendaNumber } from './agenda-number.ts'
import { CouncilLine } from './council-line.tsx'
import { SignInset } from './sign-inset.tsx'

interface SittingAsideProps {
  title: Texts
  live: SittingLive | null
  /** The picture of who signs, where the stream has one. */
  sign: string | null
  language: KioskLanguage
  isPlayed: boolean
}

/** Which sitting it is, what it discusses now and who has the floor. */
export const SittingAside = memo(function SittingAside(props: SittingAsideProps): ReactElement {
  const { title, live, sign, language, isPlayed } = props
  const sheet = useRef<HTMLDivElement>(null)
  const item = live?.item ?? null
  const speaker = live?.speaker ?? null
  useFit(sheet, JSON.stringify([language, title, item, speaker, sign, isPlayed]))
  return (
    <div className="ak-council-aside">
      <div className="ak-council-sheet" ref={sheet}>
        <h1 className="ak-council-title">
          <CouncilLine className="ak-council-mark" word={isPlayed ? 'live' : 'inSession'} language={language} />
          <span>
            <Text texts={title} language={language} />
          </span>
        </h1>
        {item !== null && (
          <div className="ak-council-item" key={JSON.stringify(item)}>
            {item.number !== undefined && (
              <p className="ak-council-number">
                <Line {...agendaNumber(item.number, language)} />
              </p>
            )}
            <p className="ak-council-topic">
              <Text texts={item.title} language={language} />
            </p>
          </div>
        )}
        {speaker !== null && (
          <div className="ak-council-speaker" key={JSON.stringify(speaker)}>
            <p className="ak-council-name">
              <Text texts={speaker.name} language={language} />
            </p>
            {speaker.party !== undefined && (
              <p className="ak-council-party">
                <Text texts={speaker.party} language={language} />
              </p>
            )}
          </div>
        )}
      </div>
      {sign !== null && <SignInset url={sign} language={language} />}
    </div>
  )
})
