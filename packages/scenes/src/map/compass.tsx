import type { KioskLanguage } from '@akari/protocol'
import type { ReactElement } from 'react'

/** A needle that points north, `turnedDeg` clockwise from up; its letter stays upright. */
export function Compass(props: { turnedDeg: number; label: string; language: KioskLanguage }): ReactElement {
  return (
    <svg className="ak-compass" viewBox="0 0 60 60" role="img" aria-label={props.label}>
      <circle className="ak-compass-ring" cx="30" cy="30" r="28" />
      <g transform={`rotate(${props.turnedDeg} 30 30)`}>
        <path className="ak-compass-needle" d="M30 6 38 30H22z" />
        <path className="ak-compass-tail" d="M30 54 22 30h16z" />
        <g transform={`translate(30 24) rotate(${-props.turnedDeg})`}>
          <text className="ak-compass-letter" lang={props.language} y="3.6" textAnchor="middle">
            {props.label}
          </text>
        </g>
      </g>
    </svg>
  )
}
