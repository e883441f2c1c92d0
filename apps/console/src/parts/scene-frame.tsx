import type { ZoneOnGlass } from '@akari/programme'
import type { KioskLanguage, SceneContent } from '@akari/protocol'
import { LayoutScene, type SceneFault, SceneView } from '@akari/scenes'
import { type ReactElement, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AroundScenes } from './around-scenes.tsx'
import { useSceneResources } from './scene-resources.ts'
import { type GlassProfile, LOBBY, SmallGlass } from './small-glass.tsx'
import { useTextIn } from './texts-in.ts'

/** One scene of a playlist on a small glass, drawn by the code of the player. What cannot be drawn is said. Streams are announced, not played. */
export function SceneFrame({
  profile = LOBBY,
  content,
  zones = null,
  playing = false,
  language = 'ja',
  fit = 'width',
}: {
  profile?: GlassProfile
  content: SceneContent
  /** What the zones show where it is a layout. */
  zones?: readonly ZoneOnGlass[] | null
  playing?: boolean
  language?: KioskLanguage
  fit?: 'width' | 'height'
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const scenes = useMemo(() => [content, ...(zones ?? []).flatMap(({ scene }) => scene ?? [])], [content, zones])
  const resources = useSceneResources(scenes, profile.kioskId)
  const [failed, setFailed] = useState<SceneContent | null>(null)
  const onFault = useCallback(
    ({ kind }: SceneFault) => {
      // A stream is announced here, not played: that it has no picture is no fault.
      if (kind === 'hopeless' && content.kind !== 'live') setFailed(content)
    },
    [content],
  )
  const told = { language, resources, playing, onReady: nothingToDo, onFault }
  return (
    <SmallGlass
      profile={profile}
      label={textIn(content.title) || t('common.picture')}
      language={language}
      fit={fit}
      note={failed === content ? t('preview.fails') : null}
    >
      <AroundScenes scenes={scenes}>
        {content.kind === 'layout' ? (
          <LayoutScene title={content.title} zones={zones} {...told} />
        ) : (
          <SceneView content={content} {...told} />
        )}
      </AroundScenes>
    </SmallGlass>
  )
}

function nothingToDo(): void {
  return
}
