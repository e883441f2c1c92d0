import { type Alert, type KioskLanguage, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
import { Line } from '../text/text.tsx'
import { fieldOf } from './alert-lines.ts'
import { withoutGloss } from './alert-pages.ts'
import { AlertSymbol } from './alert-symbol.tsx'

const MOST_ROWS = 3
/** Where it is as tight as can be (emergency-fit.css). */
const LEAST_ROWS = 1

/**
 * What is in force beside the gravest, each in its level's colour and large enough to be read from where people stand:
 * therefore in one language, by its name alone.
 */
export function OtherAlerts({ alerts, language }: { alerts: readonly Alert[]; language: KioskLanguage }): ReactElement {
  const [first] = alerts
  const common = first === undefined ? 'en' : languageBeside(first, language)
  return (
    <ul className="ak-emergency-others">
      {alerts.slice(0, MOST_ROWS).map((alert) => {
        const name = textIn(alert.words.headline, language)
        const own = languageBeside(alert, language)
        return (
          <li key={alert.id} data-field={fieldOf(alert)}>
            <AlertSymbol symbol={alert.presentation.symbol} />
            <Line text={withoutGloss(name.text)} language={name.language} />
            {alert.stale != null && (
              <span className="ak-stale-mark">
                <Line text={say(own, 'newsStopped')} language={own} />
              </span>
            )}
          </li>
        )
      })}
      {[MOST_ROWS, LEAST_ROWS].map((rows) => (
        <Left key={rows} after={rows} count={alerts.length - rows} language={common} />
      ))}
    </ul>
  )
}

/** How many are not named after so many rows. */
function Left({
  after,
  count,
  language,
}: {
  after: number
  count: number
  language: KioskLanguage
}): ReactElement | null {
  if (count <= 0) return null
  return (
    <li className="ak-emergency-left" data-after={after}>
      <Line text={say(language, 'moreAlerts', { count: String(count) })} language={language} />
    </li>
  )
}
