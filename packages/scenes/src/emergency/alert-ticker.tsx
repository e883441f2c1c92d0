import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { kioskLanguage, say } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
import { Line } from '../text/text.tsx'
import { fieldOf } from './alert-lines.ts'
import { tickerPages } from './alert-pages.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { classKey } from './class-words.ts'
import { ChannelMark } from './channel-mark.tsx'
import { useEms } from './use-ems.ts'

interface AlertTickerProps {
  channel: Channel
  alerts: readonly [Alert, ...Alert[]]
  language: KioskLanguage
  timeZone: string
  /** Pages turned so far. */
  turns: number
  /** Are live and drill on the glass side by side? Then each line says what it is. */
  mixed?: boolean
}

/** One slim line along the lower edge. It does not run: page follows page, each long enough to be read. */
export function AlertTicker(props: AlertTickerProps): ReactElement {
  const { channel, alerts, language, timeZone, turns, mixed = false } = props
  const line = useRef<HTMLParagraphElement>(null)
  const pages = tickerPages(alerts, { ems: useEms(line), language, timeZone })
  const page = pages[turns % pages.length] ?? { alert: alerts[0], text: alerts[0].words.headline.ja, language: 'ja' }
  const field = fieldOf(page.alert)
  return (
    <section className="ak-line ak-ticker" data-field={field} data-channel={channel} role="status">
      {mixed && <ChannelMark channel={channel} />}
      <div className="ak-line-row">
        <div className="ak-line-chip" data-field={field}>
          <AlertSymbol symbol={page.alert.presentation.symbol} />
          <Grade alert={page.alert} language={languageBeside(page.alert, kioskLanguage(page.language))} />
        </div>
        <p className="ak-line-text" ref={line}>
          <span className="ak-line-page" key={`${page.alert.id} ${page.text}`}>
            <Line text={page.text} language={page.language} />
          </span>
        </p>
      </div>
    </section>
  )
}

/** Level or kind of the alert in a word beside its symbol; nothing for what is over. */
function Grade({ alert, language }: { alert: Alert; language: KioskLanguage }): ReactElement | null {
  if (alert.phase !== 'inForce') return null
  if (alert.level !== null)
    return (
      <span className="ak-line-grade">
        <Line text={say(language, 'level')} language={language} />
        <strong>{alert.level}</strong>
      </span>
    )
  if (alert.class === null) return null
  return (
    <span className="ak-line-grade">
      <Line text={say(language, classKey(alert.class))} language={language} />
    </span>
  )
}
