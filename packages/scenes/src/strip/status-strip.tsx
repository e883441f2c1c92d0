import { type Instant, type KioskLanguage, type Texts, textIn } from '@akari/protocol'
import type { ReactElement, ReactNode } from 'react'
import { say, WORDS } from '../locales/words.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'
import { CityMark } from './city-mark.tsx'

/** What may be wrong and is worth a quiet word to the public; a lost link says since when, if anybody knows (null: nobody). */
export type Trouble =
  | { kind: 'linkTrouble'; since: Instant | null }
  | { kind: 'clockUnverified' }
  | { kind: 'onBattery' }

interface StatusStripProps {
  city: Texts | null
  /** Milliseconds of the Unix epoch, null while nobody knows the time. */
  nowMs: number | null
  timeZone: string
  language: KioskLanguage
  troubles: readonly Trouble[]
  /** Is anything of a drill on the glass? Then the strip says so too. */
  drill?: boolean
  /** Where the language bar goes on displays that can be touched. */
  children?: ReactNode
}

/**
 * The slim line that is the same in every scene: whose display it is, the day, the time, and what is not as it should be.
 * Where the line is short the city's name makes room first, then the day; mark, 訓練 and time always stay.
 */
export function StatusStrip(props: StatusStripProps): ReactElement {
  const { city, nowMs, timeZone, language, troubles, drill = false, children } = props
  const moment = nowMs === null ? null : momentWords(nowMs, language, timeZone)
  const house = city === null ? { text: say(language, 'defaultCity'), language } : textIn(city, language)
  return (
    <footer className="ak-strip">
      {troubles.length > 0 && (
        <p className="ak-strip-troubles" role="status">
          {troubles.map((trouble) => (
            <span key={trouble.kind} className="ak-strip-trouble">
              <Line text={troubleWords(trouble, props)} language={language} />
            </span>
          ))}
        </p>
      )}
      <div className="ak-strip-row">
        <div className="ak-strip-city" data-drill={drill}>
          <CityMark />
          {drill && (
            <strong className="ak-strip-drill" lang="ja">
              {WORDS.ja.drill}
            </strong>
          )}
          <span className="ak-strip-name">
            <Line {...house} />
          </span>
        </div>
        {children !== undefined && children !== false && <div className="ak-strip-touch">{children}</div>}
        {moment !== null && (
          <div className="ak-strip-moment" lang={language}>
            <time className="ak-strip-time">{moment.time}</time>
            <span className="ak-strip-date">
              <Line text={moment.date} language={language} />
            </span>
          </div>
        )}
      </div>
    </footer>
  )
}

const DAY_MS = 24 * 3_600_000

function troubleWords(trouble: Trouble, { nowMs, timeZone, language }: StatusStripProps): string {
  if (trouble.kind !== 'linkTrouble') return say(language, trouble.kind)
  if (trouble.since === null) return say(language, 'linkTroubleNow')
  const { date, time } = momentWords(trouble.since, language, timeZone)
  const isLong = nowMs !== null && nowMs - Date.parse(trouble.since) >= DAY_MS
  return say(language, 'linkTrouble', { since: isLong ? `${date} ${time}` : time })
}
