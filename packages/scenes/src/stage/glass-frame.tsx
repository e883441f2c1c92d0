import type { ReactElement, ReactNode } from 'react'
import { DrillBand } from '../emergency/drill-band.tsx'

interface GlassFrameProps {
  /** Is anything of a drill on the glass? */
  drill: boolean
  /** Strips above the scene, the most pressing first; they push it rather than hide its first line. */
  banners: ReactNode
  strip: ReactNode
  /** Lines below the scene, above the strip. */
  lines?: ReactNode
  children: ReactNode
}

/** How a frame is divided: the drill band on top when there is a drill, the scene, lines and the status strip at the bottom. */
export function GlassFrame({ drill, banners, strip, lines, children }: GlassFrameProps): ReactElement {
  return (
    <div className="ak-frame">
      {drill && <DrillBand />}
      <div className="ak-banners">{banners}</div>
      <main className="ak-main">{children}</main>
      {lines}
      {strip}
    </div>
  )
}
