import { type EscapeRoute, Language, type Texts, textIn } from '@akari/protocol'
import type { ReactElement } from 'react'
import { AlertSymbol } from '../emergency/alert-symbol.tsx'
import type { Turn } from '../emergency/rotation.ts'
import { BesideLines } from './beside-lines.tsx'
import { guidanceTexts } from './guidance-words.ts'
import { HeadingArrow } from './heading-arrow.tsx'
import { headingOf } from './turn-of.ts'

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
      <BesideLines
        className="ak-guidance-name"
        texts={route.name ?? guidanceTexts(route.kind)}
        turn={turn}
        still={still}
      />
      <BesideLines
        className="ak-guidance-how"
        texts={heading === null ? metres : joined(guidanceTexts(heading), metres)}
        turn={turn}
        still
      />
    </>
  )
}

/** Two texts one after the other, in every language that has both; a line ends between them or not at all. */
function joined(first: Texts, second: Texts): Texts {
  const texts: Texts = { ja: `${first.ja}　${second.ja}` }
  for (const language of Language.options) {
    const text = first[language]
    if (text === undefined || language === 'ja') continue
    texts[language] =
      language === 'en'
        ? `${whole(text)}\u2003${whole(textIn(second, language).text)}`
        : `${text}　${textIn(second, language).text}`
  }
  return texts
}

function whole(text: string): string {
  return text.replaceAll(' ', NO_BREAK)
}
