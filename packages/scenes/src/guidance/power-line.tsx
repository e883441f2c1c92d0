import type { OnBattery } from '@akari/protocol'
import { type ReactElement, useRef } from 'react'
import type { Turn } from '../emergency/rotation.ts'
import { useFit } from '../text/fit.ts'
import { momentWords } from '../text/moment.ts'
import { BesideLines } from './beside-lines.tsx'
import { guidanceTexts } from './guidance-words.ts'

interface PowerLineProps {
  power: OnBattery
  turn: Turn
  timeZone: string
  timeKnown: boolean
}

/** Since when the power is cut, and how long this display has left; of what nobody measures it says nothing. */
export function PowerLine({ power, turn, timeZone, timeKnown }: PowerLineProps): ReactElement {
  const { since, tier, minutesLeft } = power
  const left =
    tier === 'ending'
      ? guidanceTexts('ending')
      : minutesLeft === null
        ? guidanceTexts('onBattery')
        : guidanceTexts('minutesLeft', { minutes: String(minutesLeft) })
  const line = useRef<HTMLElement>(null)
  useFit(line, JSON.stringify([turn.language, left]), 0.5)
  const time = momentWords(since, 'ja', timeZone).time
  return (
    <footer className="ak-guidance-power" ref={line}>
      <BesideLines
        className="ak-guidance-since"
        texts={timeKnown ? guidanceTexts('powerCutSince', { time }) : guidanceTexts('powerCut')}
        turn={turn}
        still
      />
      <BesideLines className="ak-guidance-left" texts={left} turn={turn} still />
    </footer>
  )
}
