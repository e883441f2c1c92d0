import { type Alert, type KioskLanguage, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
import { momentWords } from '../text/moment.ts'
import { Line } from '../text/text.tsx'
import { emergencyLines } from './alert-lines.ts'
import { StaleLine } from './stale-line.tsx'

interface AlertFactsProps {
  alert: Alert
  language: KioskLanguage
  timeZone: string
  /** Milliseconds of the Unix epoch; what was issued today needs no date. */
  nowMs: number | null
  /** Beside other alerts: where and since when, in one language. */
  brief: boolean
  /** Is the place said elsewhere on the screen already? */
  withoutArea?: boolean
}

/** Where, in Japanese and in the visitor's language (English for who reads Japanese); since when and from whom. */
export function AlertFacts(props: AlertFactsProps): ReactElement {
  const { alert, language, timeZone, nowMs, brief, withoutArea = false } = props
  const source = textIn(alert.source.name, language)
  const areas = brief ? [textIn(alert.words.area, language)] : areaLines(alert, language)
  const own = languageBeside(alert, language)
  const issued = momentWords(alert.sentAt, own, timeZone)
  const isToday = nowMs !== null && momentWords(nowMs, own, timeZone).date === issued.date
  return (
    <footer className="ak-emergency-facts">
      {alert.stale != null && <StaleLine language={own} />}
      {!withoutArea && (
        <p className="ak-emergency-area">
          {areas.map((line) => (
            <Line key={line.language} {...line} />
          ))}
        </p>
      )}
      <p className="ak-emergency-issued">
        <Line text={say(own, isToday ? 'issuedToday' : 'issued', { ...issued })} language={own} />
        {!brief && (
          <span className="ak-emergency-source">
            <Line text={source.text} language={source.language} />
          </span>
        )}
      </p>
    </footer>
  )
}

function areaLines(alert: Alert, language: KioskLanguage): ReturnType<typeof emergencyLines> {
  const lines = emergencyLines(alert.words.area, language)
  return lines.length > 2 ? [...lines.slice(0, 1), ...lines.slice(-1)] : lines
}
