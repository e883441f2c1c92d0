import type { Point } from '@akari/protocol'
import type { ReactElement } from 'react'

interface RouteProps {
  /** In pixels of the drawing, from its beginning. */
  points: readonly Point[]
  width: number
  /** `active`: the stretch being gone; `other`: one before or after it. */
  rank: 'active' | 'other'
  /** Is it drawn from its beginning to its end, once, before one's eyes? */
  drawn: boolean
}

/** Widths of the line from one arrowhead to the next. */
const EVERY = 5

/** One thick line with its direction: arrowheads along it, the last at its end. */
export function Route({ points, width, rank, drawn }: RouteProps): ReactElement {
  const d = `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`
  return (
    <g className="ak-plan-route" data-rank={rank} data-drawn={drawn}>
      <path className="ak-plan-route-edge" d={d} strokeWidth={width * 1.7} pathLength={1} />
      <path className="ak-plan-route-line" d={d} strokeWidth={width} pathLength={1} />
      <g className="ak-plan-route-heads">
        {headsAlong(points, width * EVERY).map(({ at: [x, y], angleDeg }) => (
          <path
            key={`${x} ${y}`}
            className="ak-plan-route-head"
            transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${angleDeg.toFixed(1)})`}
            strokeWidth={width * 0.2}
            d={`M${-width * 0.14} ${-width * 0.26}L${width * 0.16} 0L${-width * 0.14} ${width * 0.26}`}
          />
        ))}
      </g>
    </g>
  )
}

/** Places along a line, `every` pixels apart, each with the direction of the line there. */
function headsAlong(points: readonly Point[], every: number): { at: Point; angleDeg: number }[] {
  const heads: { at: Point; angleDeg: number }[] = []
  let untilNext = every / 2
  for (const [index, [x2, y2]] of points.entries()) {
    const [x1, y1] = points[index - 1] ?? [x2, y2]
    const long = Math.hypot(x2 - x1, y2 - y1)
    const angleDeg = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
    while (untilNext < long) {
      const share = untilNext / long
      heads.push({ at: [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share], angleDeg })
      untilNext += every
    }
    untilNext -= long
  }
  return heads
}
