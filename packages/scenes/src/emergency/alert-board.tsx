import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { say } from '../locales/words.ts'
import { Line } from '../text/text.tsx'
import { fieldOf } from './alert-lines.ts'
import { boardPages } from './alert-pages.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { ChannelMark } from './channel-mark.tsx'
import { useEms } from './use-ems.ts'

interface AlertBoardProps {
  channel: Channel
  alerts: readonly Alert[]
  language: KioskLanguage
  /** Pages turned so far. */
  turns: number
  /** Are live and drill on the glass side by side? Then each line says what it is. */
  mixed?: boolean
}

/** What is announced, quietly: a line above the status strip that takes nothing from the programme but its own height. */
export function AlertBoard({ channel, alerts, language, turns, mixed = false }: AlertBoardProps): ReactElement | null {
  const list = useRef<HTMLUListElement>(null)
  const pages = boardPages(alerts, { ems: useEms(list), language })
  const page = pages[turns % Math.max(1, pages.length)]
  if (page === undefined) return null
  return (
    <section className="ak-line ak-board" data-channel={channel} role="status">
      {mixed && <ChannelMark channel={channel} />}
      <div className="ak-line-row">
        <p className="ak-board-heading">
          <Line text={say(page.language, 'announced')} language={page.language} />
        </p>
        <ul className="ak-board-list" ref={list}>
          {page.entries.map(({ alert, text, language: spoken }) => (
            <li key={`${page.language} ${alert.id}`}>
              <span className="ak-board-mark" data-field={fieldOf(alert)}>
                <AlertSymbol symbol={alert.presentation.symbol} />
              </span>
              <Line text={text} language={spoken} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
