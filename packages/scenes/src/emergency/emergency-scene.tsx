import type { Alert, Channel, KioskLanguage } from '@akari/protocol'
import { type CSSProperties, type ReactElement, useRef } from 'react'
import { useFit } from '../text/fit.ts'
import { Line } from '../text/text.tsx'
import { AlertFacts } from './alert-facts.tsx'
import { emergencyLines, fieldOf } from './alert-lines.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import { LevelNumber } from './level-number.tsx'
import { OtherAlerts } from './other-alerts.tsx'
import { TakeoverProof } from './proof-mark.tsx'

interface EmergencySceneProps {
  channel: Channel
  /** The one that counts most first; the others follow as rows. */
  alerts: readonly [Alert, ...Alert[]]
  language: KioskLanguage
  timeZone: string
  /** Milliseconds of the Unix epoch, where they are known. */
  nowMs?: number | null
}

/**
 * An emergency over the whole field. The level's colour is the ground and carries symbol, number and name; the one
 * instruction stands on a plate of white (of black for level 5); below it where, since when and from whom.
 */
export function EmergencyScene({
  channel,
  alerts,
  language,
  timeZone,
  nowMs = null,
}: EmergencySceneProps): ReactElement {
  const [first, ...others] = alerts
  const field = useRef<HTMLElement>(null)
  useFit(field, JSON.stringify([alerts.map(({ words, phase, stale }) => [words, phase, stale]), language]), 0.3)
  return (
    <section
      ref={field}
      className="ak-scene ak-emergency"
      data-field={fieldOf(first)}
      data-channel={channel}
      data-phase={first.phase}
      role="alert"
    >
      <header className="ak-emergency-band">
        <div className="ak-emergency-sign">
          <AlertSymbol symbol={first.presentation.symbol} />
          <LevelNumber alert={first} />
        </div>
        <h1 className="ak-emergency-headline">
          {emergencyLines(first.words.headline, language).map((line) => (
            <Line key={line.language} {...line} />
          ))}
        </h1>
      </header>
      <Instruction alert={first} language={language} />
      {others.length > 0 && <OtherAlerts alerts={others} language={language} />}
      <AlertFacts alert={first} language={language} timeZone={timeZone} nowMs={nowMs} brief={others.length > 0} />
      <TakeoverProof channel={channel} />
    </section>
  )
}

/** What to do, as large as the plate holds: Japanese first, English, and the visitor's language. */
function Instruction({ alert, language }: { alert: Alert; language: KioskLanguage }): ReactElement {
  const words = useRef<HTMLDivElement>(null)
  const lines = emergencyLines(alert.words.instruction, language)
  useFit(words, JSON.stringify(lines), 0.05)
  return (
    <div className="ak-emergency-plate" style={linesOf(lines.length)}>
      <div className="ak-emergency-words" ref={words}>
        {lines.map((line, index) => (
          <p key={line.language} className={index === 0 ? 'ak-emergency-instruction' : 'ak-emergency-translation'}>
            <Line {...line} />
          </p>
        ))}
      </div>
    </div>
  )
}

/** How many lines the plate has to hold at least, for the style sheet. */
function linesOf(count: number): CSSProperties {
  const variables: Record<string, number> = { '--lines': count }
  return variables
}
