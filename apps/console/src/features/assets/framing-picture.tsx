import type { AssetView, CropAspect, PicturePoint, PictureRegion } from '@akari/protocol'
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ARROW_KEYS } from '../../parts/arrow-keys.ts'
import { centreOf, moved, nudged } from './framing.ts'
import classes from './framing.module.css'

/** One press of an arrow key, in fractions of the picture; with the shift key ten times as far. */
const STEP = 0.01

type Crop = { region: PictureRegion; aspect: CropAspect; onMove: (region: PictureRegion) => void }

/** The picture with its point or its frame on it, moved by mouse, finger or arrow keys. */
export function FramingPicture({
  asset,
  focus,
  onFocus,
  crop,
}: {
  asset: AssetView
  focus: PicturePoint | null
  onFocus?: (focus: PicturePoint) => void
  crop: Crop | null
}): ReactElement {
  const field = useRef<HTMLDivElement>(null)
  const at = (event: PointerEvent): PicturePoint => {
    const box = field.current?.getBoundingClientRect()
    if (box === undefined) return { x: 0.5, y: 0.5 }
    return nudged({ x: 0, y: 0 }, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }
  const drag = (event: PointerEvent): void => {
    const point = at(event)
    if (crop === null) onFocus?.(point)
    else {
      const centre = centreOf(crop.region)
      crop.onMove(moved(crop.region, point.x - centre.x, point.y - centre.y))
    }
  }
  return (
    <div
      ref={field}
      className={classes.field}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(event)
      }}
      onPointerMove={(event) => event.buttons === 1 && drag(event)}
    >
      <img src={`/api/files/${asset.sha256}`} alt="" draggable={false} />
      {crop === null ? (
        focus !== null && <FocusMark focus={focus} onFocus={(next) => onFocus?.(next)} />
      ) : (
        <CropFrame crop={crop} />
      )}
    </div>
  )
}

function FocusMark({ focus, onFocus }: { focus: PicturePoint; onFocus: (focus: PicturePoint) => void }): ReactElement {
  const { t } = useTranslation()
  const words = t('library.focus.place', { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) })
  return (
    <button
      type="button"
      className={classes.mark}
      style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
      aria-label={`${t('library.focus.title')}: ${words}`}
      data-testid="focus-mark"
      onKeyDown={(event) => byArrows(event, (dx, dy) => onFocus(nudged(focus, dx, dy)))}
    />
  )
}

function CropFrame({ crop: { region, aspect, onMove } }: { crop: Crop }): ReactElement {
  const { t } = useTranslation()
  const percent = (part: number): string => `${part * 100}%`
  return (
    <button
      type="button"
      className={classes.frame}
      style={{
        left: percent(region.x),
        top: percent(region.y),
        width: percent(region.width),
        height: percent(region.height),
      }}
      aria-label={t('library.crop.frame', { aspect })}
      data-testid="crop-frame"
      onKeyDown={(event) => byArrows(event, (dx, dy) => onMove(moved(region, dx, dy)))}
    />
  )
}

function byArrows(event: KeyboardEvent, move: (dx: number, dy: number) => void): void {
  const way = ARROW_KEYS[event.key]
  if (way === undefined) return
  event.preventDefault()
  const step = event.shiftKey ? STEP * 10 : STEP
  move(way[0] * step, way[1] * step)
}
