import type { Point } from '@akari/protocol'
import type { ReactElement, ReactNode, RefObject } from 'react'
import { type Camera, overTransform, type Projection, projectionOf, sheetTransform, type Viewport } from './camera.ts'
import type { Floor } from './floors.ts'
import { LevelSheet, sheetBox } from './level-sheet.tsx'
import { liveMarks } from './live-marks.ts'
import type { MapClosure } from './map-props.ts'
import { MarkView } from './mark-view.tsx'
import type { MapMark } from './marks.ts'

/** One picture of a floor: everything on it was made for the same floor and camera. */
export interface FloorPicture {
  floor: Floor
  size: Viewport
  settled: Camera
  projection: Projection
  marks: readonly MapMark[]
}

interface MapLayersProps {
  picture: FloorPicture
  layers: RefObject<HTMLDivElement | null>
  highlight: readonly string[]
  closures: readonly MapClosure[]
  /** Drawn over the shapes, in pixels of the view: routes, and what an editor draws. */
  children: ReactNode
}

/** The sheet of shapes, what is drawn over it, and what stands upright on both; `paintLayers` moves them. */
export function MapLayers({ picture, layers, highlight, closures, children }: MapLayersProps): ReactElement {
  const { floor, size, settled, marks } = picture
  return (
    <div className="ak-map-layers" ref={layers}>
      <div className="ak-map-ground">
        <LevelSheet floor={floor} pxPerM={settled.pxPerM} highlight={highlight} closures={closures} />
      </div>
      <svg className="ak-map-over" width={size.w} height={size.h} focusable="false">
        {children}
      </svg>
      <div className="ak-map-upright">
        {marks.map((mark) => (
          <svg
            key={mark.id}
            className="ak-map-mark"
            data-mark={mark.id}
            width={mark.box.w}
            height={mark.box.h}
            style={{ transform: placed([mark.box.x, mark.box.y]) }}
            focusable="false"
          >
            <MarkView mark={mark} />
          </svg>
        ))}
      </div>
    </div>
  )
}

/** Puts the picture as it was drawn under another camera, by transforms alone; names and pictures stay upright. */
export function paintLayers(layers: HTMLElement | null, picture: FloorPicture, camera: Camera): void {
  const [ground, over, upright] = layers?.children ?? []
  if (!(ground instanceof HTMLElement) || !(over instanceof SVGElement) || upright === undefined) return
  const { floor, size, settled, projection, marks } = picture
  const { x, y } = sheetBox(floor.extent)
  ground.style.transform = sheetTransform(camera, size, { origin: [x, y], pxPerM: settled.pxPerM })
  over.style.transform = overTransform(camera, settled, size)
  const now = liveMarks(marks, projection, projectionOf(camera, size))
  for (const [index, element] of [...upright.children].entries()) {
    const mark = now[index]
    if (!(element instanceof SVGElement) || mark === undefined) continue
    element.style.transform = placed(mark.at)
    element.style.visibility = mark.isFree ? 'visible' : 'hidden'
  }
}

function placed([x, y]: Point): string {
  return `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`
}
