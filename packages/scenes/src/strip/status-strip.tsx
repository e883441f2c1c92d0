import { type KioskLanguage, type Texts, textIn } from '@akari/protocol'
import { type ReactElement, type ReactNode, useRef } from 'react'
import { say } from '../locales/words.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'
import { CityMark } from './city-mark.tsx'

/** What may be wrong and is worth a quiet word to the public. */
export type Trouble = 'linkTrouble' | 'clockUnverified' | 'onBattery'

interface StatusStripProps {
  city: Texts | null
  /** Milliseconds of the Unix epoch, null while nobody knows the time. */
  nowMs: number | null
  timeZone: string
  language: KioskLanguage
  troubles: readonly Trouble[]
  /** Where the language bar goes on displays that can be touched. */
  children?: ReactNode
}

/** The slim line that is the same in every scene: whose display it is, the day, the time, and what is not as it should be. */
export function StatusStrip({ city, nowMs, timeZone, language, troubles, children }: StatusStripProps): ReactElement {
  const moment = nowMs === null ? null : momentWords(nowMs, language, timeZone)
  const row = useRef<HTMLDivElement>(null)
  const house = city === null ? { text: say(language, 'defaultCity'), language } : textIn(city, language)
  useFit(row, `${moment?.date ?? ''} ${house.text}`, 0.5)
  return (
    <footer className="ak-strip">
      {troubles.length > 0 && (
        <p className="ak-strip-troubles" role="status">
          {troubles.map((trouble) => (
            <span key={trouble} className="ak-strip-trouble">
              <Line text={say(language, trouble)} language={language} />
            </span>
          ))}
        </p>
      )}
      <div className="ak-strip-row" ref={row}>
        <div className="ak-strip-city">
          <CityMark />
          <span lang={house.language}>{house.text}</span>
        </div>
        {children !== undefined && children !== false && <div className="ak-strip-touch">{children}</div>}
        {moment !== null && (
          <div className="ak-strip-moment" lang={language}>
            <span className="ak-strip-date">{moment.date}</span>
            <time className="ak-strip-time">{moment.time}</time>
          </div>
        )}
      </div>
    </footer>
  )
}
