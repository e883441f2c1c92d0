import type { KioskLanguage } from '@akari/protocol'
import { type ReactElement, useId } from 'react'
import { Line } from '../text/text.tsx'
import { MAP_WORDS } from './map-words.ts'
import { ShutSign } from './shut-sign.tsx'

/** What the sign and the hatching on a plan mean; only where there are any. */
export function MapLegend({ language }: { language: KioskLanguage }): ReactElement {
  const hatch = useId()
  return (
    <p className="ak-map-legend" data-testid="map-legend">
      <svg viewBox="0 0 66 44" aria-hidden focusable="false">
        <pattern id={hatch} width="9" height="9" patternUnits="userSpaceOnUse">
          <path className="ak-legend-hatch" d="M-2 2 2-2M0 9 9 0M7 11 11 7" />
        </pattern>
        <rect className="ak-legend-zone" x="1.5" y="1.5" width="63" height="41" fill={`url(#${hatch})`} />
        <g transform="translate(33 22)">
          <ShutSign size={30} />
        </g>
      </svg>
      <Line text={MAP_WORDS[language].shut} language={language} />
    </p>
  )
}
