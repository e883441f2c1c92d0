import type { EscapeRoute, Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { AlertSymbol } from '../emergency/alert-symbol.tsx'
import type { Turn } from '../emergency/rotation.ts'
import { guidanceTexts } from './guidance-words.ts'
import { HeadingArrow } from './heading-arrow.tsx'
import { headingOf } from './turn-of.ts'
import { TwoLines } from './two-lines.tsx'

const NO_BREAK = '\u00a0'

interface NearestExitProps {
  route: EscapeRoute
  facingDeg: number | null
  turn: Turn
  still: boolean
}

/** The sign, its arrow, what the exit is called, in which direction one sets out and how far it is. */
export function NearestExit({ route, facingDeg, turn, still }: NearestExitProps): ReactElement {
  const heading = facingDeg === null ? null : headingOf(route.points, facingDeg)
  const metres = guidanceTexts('metres', { metres: String(route.metres) })
  return (
    <>
      <div className="ak-guidance-sign">
        <AlertSymbol symbol="exit" />
        {heading !== null && <HeadingArrow heading={heading} />}
      </div>
      <TwoLines
        className="ak-guidance-name"
        texts={route.name ?? guidanceTexts(route.kind)}
        turn={turn}
        still={still}
      />
      <TwoLines
        className="ak-guidance-how"
        texts={heading === null ? metres : withMetres(guidanceTexts(heading), metres)}
        turn={turn}
        still={still}
      />
    </>
  )
}

/** How far it is stands with the Japanese alone: a figure and «m» are read in every language. */
function withMetres(heading: Texts, metres: Texts): Texts {
  return { ...heading, ja: `${heading.ja}　${metres.ja.replaceAll(' ', NO_BREAK)}` }
}
