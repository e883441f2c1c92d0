import type { Direction } from '@akari/programme'
import type { DisplayView, Programme } from '@akari/protocol'
import type { ReactElement } from 'react'
import { LivingThumbnail } from '../../parts/living-thumbnail.tsx'
import { GlassMoment } from '../../parts/small-glass.tsx'
import classes from './why.module.css'

/** The glass of a display at a moment, drawn by the player's own code, its clock set to that moment. */
export function GlassView({
  display,
  programme,
  direction,
  atMs,
}: {
  display: DisplayView
  programme: Programme | null
  direction: Direction
  atMs: number
}): ReactElement {
  const { widthPx, heightPx } = display.profile
  return (
    <div
      className={classes.glass}
      style={{ aspectRatio: `${widthPx} / ${heightPx}` }}
      data-testid={`glass-${display.id}`}
    >
      <GlassMoment value={atMs}>
        <LivingThumbnail display={display} direction={direction} city={programme?.city ?? null} />
      </GlassMoment>
    </div>
  )
}
