import { type Alert, type KioskLanguage, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'
import { fieldOf } from './alert-lines.ts'
import { AlertSymbol } from './alert-symbol.tsx'

const MOST_ROWS = 3

/**
 * What is in force beside the gravest, each in its level's colour and large enough to be read from where people stand:
 * therefore in one language, by its name alone.
 */
export function OtherAlerts({ alerts, language }: { alerts: readonly Alert[]; language: KioskLanguage }): ReactElement {
  const left = alerts.length - MOST_ROWS
  return (
    <ul className="ak-emergency-others">
      {alerts.slice(0, MOST_ROWS).map((alert) => {
        const name = textIn(alert.words.headline, language)
        return (
          <li key={alert.id} data-field={fieldOf(alert)}>
            <AlertSymbol symbol={alert.presentation.symbol} />
            <Line text={withoutGloss(name.text)} language={name.language} />
            {alert.stale != null && (
              <span className="ak-stale-mark">
                <Line text={say(language, 'newsStopped')} language={language} />
              </span>
            )}
          </li>
        )
      })}
      {left > 0 && (
        <li className="ak-emergency-left">
          <Line text={say(language, 'moreAlerts', { count: String(left) })} language={language} />
        </li>
      )}
    </ul>
  )
}

/** `レベル４大雨危険警報（警戒レベル４相当）` by its name alone: what the brackets explain is said for the gravest. */
function withoutGloss(name: string): string {
  return name.replace(/\s*[（(][^（(]*[）)]$/u, '')
}
