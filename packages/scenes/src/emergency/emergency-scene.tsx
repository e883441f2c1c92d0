import { type Alert, type Channel, isEarlyWarning, type KioskLanguage, type Stage } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { languageBeside } from '../locales/words-beside.ts'
import { AlertFacts } from './alert-facts.tsx'
import { fieldOf } from './alert-lines.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import type { EvacuationPlace } from './evacuation-marks.ts'
import { Headline } from './headline.tsx'
import { LevelNumber } from './level-number.tsx'
import { OtherAlerts } from './other-alerts.tsx'
import { TakeoverProof } from './proof-mark.tsx'
import { RotatingLine } from './rotating-line.tsx'
import type { Turn } from './rotation.ts'
import { StageDots } from './stage-dots.tsx'
import { StageFade } from './stage-fade.tsx'
import { useGiveWay } from '../text/give-way.ts'

interface EmergencySceneProps {
  channel: Channel
  /** The one that counts most first; the others follow as rows. */
  alerts: readonly [Alert, ...Alert[]]
  language: KioskLanguage
  timeZone: string
  /** Milliseconds of the Unix epoch, where they are known. */
  nowMs?: number | null
  /** Where the first alert is in its sequence; one that is over has none (S5). */
  stage?: Stage
  /** Has somebody who stands there chosen the language? Then it keeps the third line. */
  visitorIsThere?: boolean
  /** Turns of the third line so far, `TURN_MS` each. */
  turns?: number
  /** Where the display stands, for the way out. */
  place?: EvacuationPlace | null
}

/** How many things give way, one after the other; emergency-fit.css says which. */
const MOST_TIGHT = 6
/** How tight it may be while やさしい日本語 keeps a line of its own. */
const EASY_STANDS_BELOW = 2

/**
 * An emergency over the whole field. The level's colour is the ground and carries symbol, number and name; what its stage
 * has to say stands on a plate of white (of black for level 5); below it where, since when and from whom.
 */
export function EmergencyScene(props: EmergencySceneProps): ReactElement {
  const { channel, alerts, language, timeZone, nowMs = null, place = null } = props
  const [first, ...others] = alerts
  const stage = first.phase === 'inForce' ? (props.stage ?? 'protect') : 'protect'
  const turn: Turn = { language, isThere: props.visitorIsThere ?? false, count: props.turns ?? 0 }
  const isWarning = isEarlyWarning(first) && stage === 'protect'
  const field = useRef<HTMLElement>(null)
  const tight = useGiveWay(field, JSON.stringify([alerts.map(wordsOf), language, stage, wayMark(place)]), MOST_TIGHT)
  const isBrief = others.length > 0 || isWarning || stage === 'route' || stage === 'shelters'
  return (
    <section
      ref={field}
      className="ak-scene ak-emergency"
      data-field={fieldOf(first)}
      data-channel={channel}
      data-phase={first.phase}
      data-layout={isWarning ? 'warning' : stage}
      role="alert"
    >
      <header className="ak-emergency-band">
        <div className="ak-emergency-sign">
          <AlertSymbol symbol={first.presentation.symbol} />
          <LevelNumber alert={first} />
        </div>
        <h1 className="ak-emergency-headline">
          <Headline text={first.words.headline.ja} language="ja" />
          {first.words.headline.en !== undefined && <Headline text={first.words.headline.en} language="en" />}
          {!isWarning && (
            <RotatingLine texts={first.words.headline} turn={turn} easyStands={tight < EASY_STANDS_BELOW} />
          )}
        </h1>
      </header>
      <StageFade
        key={first.id}
        stage={stage}
        dots={
          first.phase === 'inForce' && (
            <StageDots stages={stagesOf(first)} stage={stage} language={languageBeside(first, language)} />
          )
        }
        plate={{ alert: first, turn, easyStands: tight < EASY_STANDS_BELOW, place }}
      />
      {others.length > 0 && <OtherAlerts alerts={others} language={language} />}
      <AlertFacts
        alert={first}
        language={language}
        timeZone={timeZone}
        nowMs={nowMs}
        brief={isBrief}
        withoutArea={stage === 'situation' && first.intensity === null}
      />
      <TakeoverProof channel={channel} />
    </section>
  )
}

function stagesOf({ handling }: Alert): readonly Stage[] {
  return (handling?.stages ?? []).map(({ stage }) => stage)
}

/** What of the way out takes up room. */
function wayMark(place: EvacuationPlace | null): unknown {
  return place === null ? null : [place.kioskId, place.isShutIn, place.escapes.map(({ exitId }) => exitId)]
}

/** What of an alert takes up room. */
function wordsOf({ words, phase, stale, intensity, shelters, handling }: Alert): unknown {
  return [words, phase, stale, intensity, shelters, handling?.stages.length]
}
