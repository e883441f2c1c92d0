import type { KioskLanguage, Point } from '@akari/protocol'
import { withoutRuby } from '@akari/protocol'
import type { ReactElement } from 'react'
import type { Box } from '../../map/extent.ts'
import { widthInEms } from '../../map/labels.ts'
import { say } from '../../locales/words.ts'

/** Where this display stands on a map of the town: the strongest mark of it. */
export interface HerePlace {
  at: Point
  plate: Box
  text: string
  fontPx: number
}

export function herePlace(at: Point, language: KioskLanguage, fontPx: number, size: { w: number }): HerePlace {
  const text = withoutRuby(say(language, 'youAreHere'))
  const w = (widthInEms(text) + 1) * fontPx
  const isBelow = at[1] < fontPx * 3.2
  return {
    at,
    text,
    fontPx,
    plate: {
      x: Math.max(0, Math.min(at[0] - w / 2, size.w - w)),
      y: isBelow ? at[1] + fontPx * 1.05 : at[1] - fontPx * 2.6,
      w,
      h: fontPx * 1.55,
    },
  }
}

/** What of a map the mark covers. */
export function takenByHere({ at: [x, y], plate, fontPx }: HerePlace): Box[] {
  return [plate, { x: x - fontPx * 0.8, y: y - fontPx * 0.8, w: fontPx * 1.6, h: fontPx * 1.6 }]
}

export function HereView({ here, language }: { here: HerePlace; language: KioskLanguage }): ReactElement {
  const { at, plate, text, fontPx } = here
  const half = fontPx * 0.35
  const isBelow = plate.y > at[1]
  const edge = isBelow ? plate.y + 1 : plate.y + plate.h - 1
  return (
    <g className="ak-here ak-town-here">
      <circle className="ak-here-halo" cx={at[0]} cy={at[1]} r={fontPx * 0.85} />
      <circle className="ak-here-dot" cx={at[0]} cy={at[1]} r={fontPx * 0.5} strokeWidth={fontPx * 0.18} />
      <path
        className="ak-here-plate"
        d={`M${at[0] - half} ${edge}h${half * 2}l${-half} ${isBelow ? -fontPx * 0.4 : fontPx * 0.4}z`}
      />
      <rect className="ak-here-plate" x={plate.x} y={plate.y} width={plate.w} height={plate.h} rx={fontPx * 0.3} />
      <text
        className="ak-here-text"
        lang={language}
        fontSize={fontPx}
        x={plate.x + plate.w / 2}
        y={plate.y + fontPx * 1.13}
        textAnchor="middle"
      >
        {text}
      </text>
    </g>
  )
}
