import { type Alert, type Channel, type KioskLanguage, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { WORDS } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
import { Line } from '../text/text.tsx'
import { emergencyLines, fieldOf } from './alert-lines.ts'
import { withoutGloss } from './alert-pages.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { StripProof } from './proof-mark.tsx'
import { StaleLine } from './stale-line.tsx'

interface AlertBannerProps {
  channel: Channel
  alert: Alert
  language: KioskLanguage
  /** Says that it is real, where a drill is on the glass beside it. */
  notDrill?: boolean
  /** Which of how many strips of its channel it is, counted from 0. */
  place?: { nth: number; count: number }
}

const ALONE = { nth: 0, count: 1 }

/** A strip over the programme: on the level's colour what is in force, on white what to do. */
export function AlertBanner({
  channel,
  alert,
  language,
  notDrill = false,
  place = ALONE,
}: AlertBannerProps): ReactElement {
  const name = textIn(alert.words.headline, language)
  // Beside a drill there is room for the two languages that are always there.
  const spoken = notDrill ? 'ja' : language
  return (
    <section
      className="ak-banner"
      data-field={fieldOf(alert)}
      data-channel={channel}
      data-phase={alert.phase}
      role="status"
    >
      <div className="ak-banner-sign">
        <AlertSymbol symbol={alert.presentation.symbol} />
        <p className="ak-banner-name">
          <Line text={withoutGloss(name.text)} language={name.language} />
        </p>
      </div>
      <div className="ak-banner-words">
        {notDrill && (
          <p className="ak-banner-real">
            <strong lang="ja">{WORDS.ja.notDrill}</strong>
            <strong lang="en">{WORDS.en.notDrill}</strong>
          </p>
        )}
        {alert.stale != null && <StaleLine language={languageBeside(alert, language)} />}
        {emergencyLines(alert.words.instruction, spoken).map((line, index) => (
          <p key={line.language} className={index === 0 ? 'ak-banner-first' : 'ak-banner-other'}>
            <Line {...line} />
          </p>
        ))}
      </div>
      <StripProof channel={channel} {...place} />
    </section>
  )
}
