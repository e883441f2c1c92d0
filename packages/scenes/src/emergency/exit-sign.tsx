import type { Alert, EscapeRoute, Texts } from '@akari/protocol'
import type { ReactElement } from 'react'
import { guidanceTexts } from '../guidance/guidance-words.ts'
import { HeadingArrow } from '../guidance/heading-arrow.tsx'
import { headingOf } from '../guidance/turn-of.ts'
import { languageBeside, wordsBeside } from '../locales/words-beside.ts'
import { Line } from '../text/text.tsx'
import { emergencyLines } from './alert-lines.ts'
import { AlertSymbol } from './alert-symbol.tsx'
import type { EvacuationPlace } from './evacuation-marks.ts'
import type { Turn } from './rotation.ts'

interface ExitSignProps {
  alert: Alert
  place: EvacuationPlace
  turn: Turn
}

/** The sign of the nearest exit with its arrow for who reads this display, what it is called and how far it is; below it the next one. */
export function ExitSign({ alert, place, turn }: ExitSignProps): ReactElement {
  const [nearest, next] = place.escapes
  const language = languageBeside(alert, turn.language)
  const linesOf = (texts: Texts): ReactElement[] =>
    emergencyLines(texts, language).map((line) => (
      <p key={line.language}>
        <Line {...line} />
      </p>
    ))
  if (nearest === undefined) return <div className="ak-route-heading">{linesOf(wordsBeside(alert, 'exitHeading'))}</div>
  return (
    <>
      <div className="ak-route-way" data-arrow={place.facingDeg !== null}>
        <AlertSymbol symbol="exit" />
        <Arrow route={nearest} facingDeg={place.facingDeg} />
        <strong>{metresOf(nearest)}</strong>
      </div>
      <div className="ak-route-heading">{linesOf(nameOf(nearest))}</div>
      {next !== undefined && (
        <div className="ak-route-next">
          <Arrow route={next} facingDeg={place.facingDeg} />
          <div>
            <p>
              {emergencyLines(wordsBeside(alert, 'exitNext'), language).map((line) => (
                <Line key={line.language} {...line} />
              ))}
            </p>
            <p>
              <Line {...(emergencyLines(nameOf(next), 'ja')[0] ?? { text: '', language: 'ja' })} /> {metresOf(next)}
            </p>
          </div>
        </div>
      )}
    </>
  )
}

function Arrow({ route, facingDeg }: { route: EscapeRoute; facingDeg: number | null }): ReactElement | null {
  return facingDeg === null ? null : <HeadingArrow heading={headingOf(route.points, facingDeg)} />
}

function nameOf({ name, kind }: EscapeRoute): Texts {
  return name ?? guidanceTexts(kind)
}

/** A figure and «m» are read in every language. */
function metresOf({ metres }: EscapeRoute): string {
  return `${metres}\u00a0m`
}
