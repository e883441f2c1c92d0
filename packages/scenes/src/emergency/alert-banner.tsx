import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'
import { Line } from '../text/text.tsx'
import { emergencyLines, fieldOf } from './alert-lines.tsx'
import { AlertSymbol } from './alert-symbol.tsx'

interface AlertBannerProps {
  channel: Channel
  alert: Alert
  language: KioskLanguage
  /** Says that it is real, where a drill is on the glass beside it. */
  notDrill?: boolean
}

/** A strip over the programme: what is in force and what to do, in Japanese and English. */
export function AlertBanner({ channel, alert, language, notDrill = false }: AlertBannerProps): ReactElement {
  const headlines = emergencyLines(alert.words.headline, language)
  const instructions = emergencyLines(alert.words.instruction, language)
  return (
    <section
      className="ak-banner"
      data-field={fieldOf(alert)}
      data-channel={channel}
      data-phase={alert.phase}
      role="status"
    >
      <AlertSymbol symbol={alert.presentation.symbol} />
      {notDrill && (
        <p className="ak-banner-real">
          <strong lang="ja">{WORDS.ja.notDrill}</strong>
          <strong lang="en">{WORDS.en.notDrill}</strong>
        </p>
      )}
      <div className="ak-banner-words">
        {headlines.map((headline, index) => {
          const instruction = instructions[index]
          return (
            <p key={headline.language} className={index === 0 ? 'ak-banner-first' : 'ak-banner-other'}>
              <strong>
                <Line {...headline} />
              </strong>
              {instruction !== undefined && <Line {...instruction} />}
            </p>
          )
        })}
      </div>
    </section>
  )
}
