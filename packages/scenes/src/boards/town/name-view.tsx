import type { ReactElement } from 'react'
import { LABEL_LINE } from '../../map/labels.ts'
import type { PlacedName } from './place-names.ts'

const ANCHORS = { start: 0, middle: 0.5, end: 1 } as const

/** A name on a map of the town, with an edge of paper around its letters. */
export function NameView({ name, strong = false }: { name: PlacedName; strong?: boolean }): ReactElement {
  const { box, fontPx, lines, align, language } = name
  return (
    <g className="ak-town-name" data-strong={strong} fontSize={fontPx} lang={language}>
      {lines.map((text, n) => (
        <text
          key={text}
          x={box.x + box.w * ANCHORS[align]}
          y={box.y + fontPx * (0.9 + LABEL_LINE * n)}
          textAnchor={align}
          strokeWidth={fontPx * 0.22}
        >
          {text}
        </text>
      ))}
    </g>
  )
}
