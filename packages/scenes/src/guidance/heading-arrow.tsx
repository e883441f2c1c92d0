import type { ReactElement } from 'react'
import { type Heading, HEADINGS } from './turn-of.ts'

/** An arrow as on exit signs, turned by eighths; who must turn round sees one that turns round. */
export function HeadingArrow({ heading }: { heading: Heading }): ReactElement {
  return (
    <svg className="ak-guidance-arrow" viewBox="0 0 100 100" aria-hidden focusable="false">
      {turnsRound(heading) ? (
        <g transform={heading === 'behind-left' ? 'matrix(-1 0 0 1 100 0)' : undefined}>
          <path className="ak-guidance-arrow-line" d="M24 88V40a24 24 0 0 1 48 0V74" />
          <path className="ak-guidance-arrow-line" d="M50 58 72 84 94 58" />
        </g>
      ) : (
        <g transform={`rotate(${HEADINGS.indexOf(heading) * 45} 50 50)`}>
          <path className="ak-guidance-arrow-line" d="M50 90V16" />
          <path className="ak-guidance-arrow-line" d="M20 46 50 14 80 46" />
        </g>
      )}
    </svg>
  )
}

function turnsRound(heading: Heading): boolean {
  return heading === 'behind' || heading === 'behind-right' || heading === 'behind-left'
}
