import { type Alert, type Channel, type KioskLanguage, textIn } from '@akari/protocol'
import { useRef, type ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { useFit } from '../text/fit.ts'
import { Line } from '../text/text.tsx'
import { emergencyLanguages, emergencyLines, fieldOf, Issued } from './alert-lines.tsx'
import { AlertSymbol } from './alert-symbol.tsx'

interface EmergencySceneProps {
  channel: Channel
  /** The one that counts most first; the others follow as rows. */
  alerts: readonly [Alert, ...Alert[]]
  language: KioskLanguage
  timeZone: string
}

const MOST_ROWS = 3

/** An emergency over the whole field: symbol, name, one instruction, where, since when and from whom. */
export function EmergencyScene({ channel, alerts, language, timeZone }: EmergencySceneProps): ReactElement {
  const [first, ...others] = alerts
  const words = useRef<HTMLDivElement>(null)
  useFit(words, JSON.stringify([first.words, first.phase, language]), 0.12)
  const [main, ...translations] = emergencyLines(first.words.instruction, language)
  return (
    <section
      className="ak-scene ak-emergency"
      data-field={fieldOf(first)}
      data-channel={channel}
      data-phase={first.phase}
      role="alert"
    >
      <h1 className="ak-emergency-headline">
        {emergencyLines(first.words.headline, language).map((line) => (
          <Line key={line.language} {...line} />
        ))}
      </h1>
      <div className="ak-emergency-main">
        <AlertSymbol symbol={first.presentation.symbol} />
        <div className="ak-emergency-words" ref={words}>
          {main !== undefined && (
            <p className="ak-emergency-instruction">
              <Line {...main} />
            </p>
          )}
          {translations.map((line) => (
            <p key={line.language} className="ak-emergency-translation">
              <Line {...line} />
            </p>
          ))}
        </div>
      </div>
      {others.length > 0 && <OtherAlerts alerts={others} language={language} />}
      <Facts alert={first} language={language} timeZone={timeZone} />
    </section>
  )
}

/** One row a language: where, since when, from whom. */
function Facts({
  alert,
  language,
  timeZone,
}: Pick<EmergencySceneProps, 'language' | 'timeZone'> & { alert: Alert }): ReactElement {
  return (
    <footer className="ak-emergency-facts">
      {emergencyLanguages(language).map((spoken) => {
        const area = textIn(alert.words.area, spoken)
        return (
          <p key={spoken}>
            <strong>
              <Line text={area.text} language={area.language} />
            </strong>
            <span>
              <Issued alert={alert} language={spoken} timeZone={timeZone} />
            </span>
          </p>
        )
      })}
    </footer>
  )
}

function OtherAlerts({ alerts, language }: { alerts: readonly Alert[]; language: KioskLanguage }): ReactElement {
  const left = alerts.length - MOST_ROWS
  return (
    <ul className="ak-emergency-others">
      {alerts.slice(0, MOST_ROWS).map((alert) => (
        <li key={alert.id} data-field={fieldOf(alert)}>
          <AlertSymbol symbol={alert.presentation.symbol} />
          {rowLines(alert, language).map((line) => (
            <Line key={line.language} {...line} />
          ))}
        </li>
      ))}
      {left > 0 && (
        <li className="ak-emergency-left">
          {emergencyLanguages(language).map((spoken) => (
            <Line key={spoken} text={say(spoken, 'moreAlerts', { count: String(left) })} language={spoken} />
          ))}
        </li>
      )}
    </ul>
  )
}

/** A row has room for two languages: Japanese, and the visitor's own or English. */
function rowLines(alert: Alert, language: KioskLanguage): ReturnType<typeof emergencyLines> {
  const lines = emergencyLines(alert.words.headline, language)
  return lines.length > 2 ? [...lines.slice(0, 1), ...lines.slice(-1)] : lines
}
