import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'

/** A needle that points north, `turnedDeg` clockwise from up, with its letter upright before the tip. */
export function Compass(props: { turnedDeg: number; label: string; language: KioskLanguage }): ReactElement {
  return (
    <svg className="ak-compass" viewBox="0 0 60 60" role="img" aria-label={props.label}>
      <circle className="ak-compass-ring" cx="30" cy="39" r="19.5" />
      <g transform={`rotate(${props.turnedDeg} 30 39)`}>
        <path className="ak-compass-needle" d="M30 23 37 53 30 48 23 53z" />
        <g transform={`translate(30 9) rotate(${-props.turnedDeg})`}>
          <text className="ak-compass-letter" lang={props.language} y="6.5" textAnchor="middle">
            {props.label}
          </text>
        </g>
      </g>
    </svg>
  )
}
