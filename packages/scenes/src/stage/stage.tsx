import { type KioskLanguage, shapeOf } from '@akari/protocol'
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactElement, type ReactNode } from 'react'
import { GlassContext } from './glass-context.ts'
import { type Glass, scaleVariables, typeScale } from './type-scale.ts'

export type Theme = 'paper' | 'ink'

interface StageProps {
  profile: Glass
  language: KioskLanguage
  theme?: Theme
  children: ReactNode
}

/**
 * The frame everything on a glass is drawn in. Its children are laid out in the display's own pixels, with the type
 * scale as CSS variables, and the whole is scaled to the room there is: full size on the display, small in a preview.
 */
export function Stage({ profile, language, theme = 'paper', children }: StageProps): ReactElement {
  const room = useRef<HTMLDivElement>(null)
  const scale = useFittingScale(room, profile)
  const variables = useMemo(() => stageVariables(profile), [profile])
  return (
    <div className="ak-room" ref={room}>
      <div
        className="ak-stage"
        lang={language}
        data-theme={theme}
        data-shape={shapeOf(profile)}
        style={{ ...variables, transform: `translate(-50%, -50%) scale(${scale})` }}
      >
        <GlassContext value={profile}>{children}</GlassContext>
      </div>
    </div>
  )
}

/** The type scale as the custom properties that the style sheets count in, and the glass's own size. */
export function stageVariables(profile: Glass): CSSProperties {
  const size = { width: `${profile.widthPx}px`, height: `${profile.heightPx}px` }
  return { ...size, ...scaleVariables(profile, typeScale(profile)) }
}

function useFittingScale(room: React.RefObject<HTMLDivElement | null>, profile: Glass): number {
  const [scale, setScale] = useState(1)
  useEffect(() => {
    const element = room.current
    if (element === null) return
    const fit = (): void => {
      const { clientWidth, clientHeight } = element
      if (clientWidth === 0 || clientHeight === 0) return
      const fitting = Math.min(clientWidth / profile.widthPx, clientHeight / profile.heightPx)
      setScale(Math.abs(fitting - 1) < 0.001 ? 1 : fitting)
    }
    fit()
    const observer = new ResizeObserver(fit)
    observer.observe(element)
    return () => observer.disconnect()
  }, [room, profile.widthPx, profile.heightPx])
  return scale
}
