import type { OnBattery } from '@akari/protocol'
import type { ReactElement } from 'react'
import type { Turn } from '../emergency/rotation.ts'
import { momentWords } from '../text/moment.ts'
import { guidanceTexts } from './guidance-words.ts'
import { TwoLines } from './two-lines.tsx'

interface PowerLineProps {
  power: OnBattery
  turn: Turn
  timeZone: string
  timeKnown: boolean
  /** Nothing takes turns. */
  still: boolean
}

/** Since when the power is cut, and how long this display has left; of what nobody measures it says nothing. */
export function PowerLine({ power, turn, timeZone, timeKnown, still }: PowerLineProps): ReactElement {
  const { since, tier, minutesLeft } = power
  const left =
    tier === 'ending'
      ? guidanceTexts('ending')
      : minutesLeft === null
        ? guidanceTexts('onBattery')
        : guidanceTexts('minutesLeft', { minutes: String(minutesLeft) })
  const time = momentWords(since, 'ja', timeZone).time
  return (
    <footer className="ak-guidance-power">
      <TwoLines
        className="ak-guidance-since"
        texts={timeKnown ? guidanceTexts('powerCutSince', { time }) : guidanceTexts('powerCut')}
        turn={turn}
        still={still}
      />
      <TwoLines className="ak-guidance-left" texts={left} turn={turn} still={still} />
    </footer>
  )
}
