import type { ReactElement } from 'react'
import { LABEL_LINE } from './labels.ts'
import type { MapMark } from './marks.ts'
import { Pictogram } from './pictogram.tsx'
import { ShutSign } from './shut-sign.tsx'

/** A mark with its own little drawing around its anchor, so that it can be moved without being drawn again. */
export function MarkView({ mark }: { mark: MapMark }): ReactElement {
  switch (mark.kind) {
    case 'name':
      return (
        <g
          className="ak-plan-name"
          data-rank={mark.rank}
          data-pointed={mark.pointed}
          fontSize={mark.fontPx}
          lang={mark.language}
        >
          {mark.lines.map((text, index) => (
            <text
              key={text}
              x={mark.box.w / 2}
              y={mark.fontPx * (0.9 + LABEL_LINE * index)}
              textAnchor="middle"
              strokeWidth={mark.fontPx * 0.18}
            >
              {text}
            </text>
          ))}
        </g>
      )
    case 'pictogram':
      return (
        <g transform={`translate(${mark.box.w / 2} ${mark.box.h / 2})`}>
          {mark.pointed && <circle className="ak-plan-ring" r={mark.sizePx * 0.82} strokeWidth={mark.sizePx * 0.12} />}
          <Pictogram name={mark.name} size={mark.sizePx} crossed={mark.crossed} />
        </g>
      )
    case 'shut':
      return (
        <g transform={`translate(${mark.box.w / 2} ${mark.box.h / 2})`}>
          <ShutSign size={mark.sizePx} />
        </g>
      )
    case 'here': {
      const dot = { cx: mark.dot[0] - mark.box.x, cy: mark.dot[1] - mark.box.y }
      return (
        <g className="ak-here">
          <circle className="ak-here-halo" {...dot} r={mark.fontPx * 0.95} />
          <circle className="ak-here-dot" {...dot} r={mark.fontPx * 0.62} strokeWidth={mark.fontPx * 0.2} />
          <path className="ak-here-plate" d={pointer(mark)} />
          <rect className="ak-here-plate" width={mark.box.w} height={mark.box.h} rx={mark.fontPx * 0.3} />
          <text
            className="ak-here-text"
            lang={mark.language}
            fontSize={mark.fontPx}
            x={mark.box.w / 2}
            y={mark.fontPx * 1.17}
            textAnchor="middle"
          >
            {mark.text}
          </text>
        </g>
      )
    }
  }
}

/** The tip of the label's plate, towards the dot. */
function pointer({ dot, box, below, fontPx }: Extract<MapMark, { kind: 'here' }>): string {
  const [half, tip] = [fontPx * 0.35, fontPx * (below ? -0.42 : 0.42)]
  const x = Math.max(half, Math.min(dot[0] - box.x, box.w - half))
  return `M${x - half} ${below ? 1 : box.h - 1}h${half * 2}l${-half} ${tip}z`
}
