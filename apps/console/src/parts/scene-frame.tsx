import type { DisplayProfile, KioskLanguage, SceneContent } from '@akari/protocol'
import { SceneView, Stage } from '@akari/scenes'
import type { ReactElement, ReactNode } from 'react'
import { useTextIn } from './texts-in.ts'
import classes from './scene-frame.module.css'
import { useSceneResources } from './scene-resources.ts'

export type FrameProfile = Pick<DisplayProfile, 'widthPx' | 'heightPx' | 'mmPerPx' | 'viewingDistanceM' | 'kioskId'>

/** The 55-inch lobby display, for previews that belong to no display. */
export const LOBBY: FrameProfile = {
  widthPx: 1920,
  heightPx: 1080,
  mmPerPx: 0.634,
  viewingDistanceM: 3,
  kioskId: null,
}

/** A small glass: whatever a display would draw, scaled down, as one picture that cannot be touched. */
export function GlassFrame({
  profile,
  label,
  language = 'ja',
  children,
}: {
  profile: FrameProfile
  label: string
  language?: KioskLanguage
  children: ReactNode
}): ReactElement {
  const tall = profile.heightPx > profile.widthPx
  return (
    <div className={classes.frame} role="img" aria-label={label}>
      <div
        className={classes.glass}
        inert
        style={{
          aspectRatio: `${profile.widthPx} / ${profile.heightPx}`,
          ...(tall ? { height: '100%' } : { width: '100%' }),
        }}
      >
        <Stage profile={profile} language={language}>
          {children}
        </Stage>
      </div>
    </div>
  )
}

/** One scene of a playlist on a small glass, drawn by the code of the player. Streams are announced, not played. */
export function SceneFrame({
  profile = LOBBY,
  content,
  playing = false,
  language = 'ja',
}: {
  profile?: FrameProfile
  content: SceneContent
  playing?: boolean
  language?: KioskLanguage
}): ReactElement {
  const textIn = useTextIn()
  const resources = useSceneResources(content, profile.kioskId)
  return (
    <GlassFrame profile={profile} label={textIn(content.title)} language={language}>
      <SceneView
        content={content}
        language={language}
        resources={resources}
        playing={playing}
        onReady={nothingToDo}
        onFault={nothingToDo}
      />
    </GlassFrame>
  )
}

/** A preview is not what anybody relies on: a file that cannot be drawn shows as an empty glass. */
function nothingToDo(): void {
  return
}
