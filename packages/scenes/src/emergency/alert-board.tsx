import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { say } from '../locales/words.ts'
import { languageBeside } from '../locales/words-beside.ts'
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
  const [first] = page?.entries ?? []
  if (page === undefined || first === undefined) return null
  const own = languageBeside(first.alert, page.language)
  return (
    <section className="ak-line ak-board" data-channel={channel} role="status">
      {mixed && <ChannelMark channel={channel} />}
      <div className="ak-line-row">
        <p className="ak-board-heading">
          <Line text={say(own, 'announced')} language={own} />
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
