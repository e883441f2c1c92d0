import type { KioskLanguage, SceneContent, Texts } from '@akari/protocol'
import { SceneView } from '@akari/scenes'
import type { ReactElement, ReactNode } from 'react'
import { useSceneResources } from './scene-resources.ts'
import { type GlassProfile, LOBBY, SmallGlass } from './small-glass.tsx'
import { useTextIn } from './texts-in.ts'

/** One scene of a playlist on a small glass, drawn by the code of the player. Streams are announced, not played. */
export function SceneFrame({
  profile = LOBBY,
  content,
  playing = false,
  language = 'ja',
  city = null,
  drill = false,
  banners = null,
  lines = null,
  fit = 'width',
}: {
  profile?: GlassProfile
  content: SceneContent
  playing?: boolean
  language?: KioskLanguage
  city?: Texts | null
  drill?: boolean
  banners?: ReactNode
  lines?: ReactNode
  fit?: 'width' | 'height'
}): ReactElement {
  const textIn = useTextIn()
  const resources = useSceneResources(content, profile.kioskId)
  return (
    <SmallGlass
      profile={profile}
      label={textIn(content.title)}
      language={language}
      city={city}
      drill={drill}
      banners={banners}
      lines={lines}
      fit={fit}
    >
      <SceneView
        content={content}
        language={language}
        resources={resources}
        playing={playing}
        onReady={nothingToDo}
        onFault={nothingToDo}
      />
    </SmallGlass>
  )
}

/** A preview is not what anybody relies on: a file that cannot be drawn shows as an empty glass. */
function nothingToDo(): void {
  return
}
