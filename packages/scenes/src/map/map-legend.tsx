import type { KioskLanguage, Point } from '@akari/protocol'
import { type ReactElement, useId } from 'react'
import { Line } from '../text/text.tsx'
import { type Box, overlaps } from './extent.ts'
import type { FloorPicture } from './map-layers.tsx'
import type { MapLeg } from './map-props.ts'
import { MAP_WORDS } from './map-words.ts'
import { ShutSign } from './shut-sign.tsx'
import type { Size } from './use-size.ts'

type Corner = 'bottom-left' | 'top-left' | 'top-right'

/** What the sign and the hatching on a plan mean. */
export function MapLegend({ language, corner }: { language: KioskLanguage; corner: Corner }): ReactElement {
  const hatch = useId()
  return (
    <p className="ak-map-legend" data-corner={corner} data-testid="map-legend">
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

/** Room that the legend may take, in sizes of its letters. */
const ROOM_EMS = { w: 10, h: 2.4 }

/** The corner in which the legend hides least: of 現在地 and the way nothing, of the other marks few. */
export function quietCorner(
  { marks, projection }: Pick<FloorPicture, 'marks' | 'projection'>,
  size: Size,
  leg: MapLeg | null,
  hasControls: boolean,
): Corner {
  const [w, h] = [ROOM_EMS.w * size.near, ROOM_EMS.h * size.near]
  const corners: [Corner, Box][] = [
    ['bottom-left', { x: 0, y: size.h - h, w, h }],
    ['top-left', { x: 0, y: 0, w, h }],
  ]
  // The buttons of a map that is moved stand on the right.
  if (!hasControls) corners.push(['top-right', { x: size.w - w, y: 0, w, h }])
  const way = (leg?.points ?? []).map(projection.project)
  const hidden = (box: Box): number =>
    marks.reduce((sum, mark) => sum + (overlaps(mark.box, box) ? (mark.kind === 'here' ? 100 : 1) : 0), 0) +
    (crosses(way, box) ? 100 : 0)
  const [best] = corners.toSorted(([, a], [, b]) => hidden(a) - hidden(b))
  return best?.[0] ?? 'bottom-left'
}

const SAMPLES = 12

function crosses(way: readonly Point[], { x, y, w, h }: Box): boolean {
  return way.slice(1).some(([x2, y2], n) => {
    const [x1, y1] = way[n] ?? [x2, y2]
    return Array.from({ length: SAMPLES + 1 }, (_, step) => step / SAMPLES).some((share) => {
      const [px, py] = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share]
      return px >= x && px <= x + w && py >= y && py <= y + h
    })
  })
}
