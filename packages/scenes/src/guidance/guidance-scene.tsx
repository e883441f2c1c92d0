import type { OnBattery } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import { AlertSymbol } from '../emergency/alert-symbol.tsx'
import type { EvacuationPlace } from '../emergency/evacuation-marks.ts'
import type { Turn } from '../emergency/rotation.ts'
import { wordTexts } from '../locales/words.ts'
import { Pictogram } from '../map/pictogram.tsx'
import { useFit } from '../text/fit.ts'
import { GuidancePlan } from './guidance-plan.tsx'
import { NearestExit } from './nearest-exit.tsx'
import { PowerLine } from './power-line.tsx'
import { TwoLines } from './two-lines.tsx'

/** Only what is larger than 0.7° gets smaller: at 0 everything is that high. */
const LEAST = 0

interface GuidanceSceneProps {
  power: OnBattery
  /** Where the display stands and the ways out from there; null where no plan of its level is at hand. */
  place: EvacuationPlace | null
  turn: Turn
  timeZone: string
  /** A power cut since some hour of 1970 helps nobody. */
  timeKnown: boolean
}

/**
 * The way out from this display while the mains is away: arrow, name and distance of the nearest exit beside the floor with
 * the way on it, below them since when and for how long. Made of what the display holds; the emptier the battery, the less of
 * it is bright, and the less moves.
 */
export function GuidanceScene({ power, place, turn, timeZone, timeKnown }: GuidanceSceneProps): ReactElement {
  const way = useRef<HTMLDivElement>(null)
  const still = power.tier !== 'dimmed'
  // With every exit shut there is nothing to find on it, and more to say.
  const plan = place?.isShutIn === true ? null : place
  const [nearest] = place?.escapes ?? []
  useFit(way, JSON.stringify([turn.language, nearest?.exitId, place?.isShutIn, still]), LEAST)
  return (
    <section className="ak-scene ak-guidance" data-tier={power.tier} data-plan={plan !== null} role="alert">
      <div className="ak-guidance-way" ref={way}>
        {place?.isShutIn === true ? (
          <>
            <svg className="ak-guidance-no-exit" viewBox="-21 -21 42 42" aria-hidden focusable="false">
              <Pictogram name="exit" size={40} crossed />
            </svg>
            <TwoLines className="ak-guidance-plain" texts={wordTexts('exitsShut')} turn={turn} still={still} />
            <TwoLines className="ak-guidance-do" texts={wordTexts('exitsShutDo')} turn={turn} still={still} />
          </>
        ) : place === null || nearest === undefined ? (
          <>
            <div className="ak-guidance-sign">
              <AlertSymbol symbol="exit" />
            </div>
            <TwoLines className="ak-guidance-plain" texts={wordTexts('fallbackExits')} turn={turn} still={still} />
          </>
        ) : (
          <NearestExit route={nearest} facingDeg={place.facingDeg} turn={turn} still={still} />
        )}
        <div className="ak-guidance-lifts">
          <svg viewBox="-21 -21 42 42" aria-hidden focusable="false">
            <Pictogram name="lift" size={40} crossed />
          </svg>
          <TwoLines className="ak-guidance-lift-words" texts={wordTexts('noElevators')} turn={turn} still={still} />
        </div>
      </div>
      {plan !== null && <GuidancePlan place={plan} language={turn.language} />}
      <PowerLine power={power} turn={turn} timeZone={timeZone} timeKnown={timeKnown} still={still} />
    </section>
  )
}
