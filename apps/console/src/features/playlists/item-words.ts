import type { DraftScene } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useAssets, useStreams } from '../../api/content.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { sceneOfDraft } from '../../parts/scene-of-draft.ts'

/** Names a scene of a draft: its title and what kind it is. */
export function useSceneWords(): (scene: DraftScene) => { title: string; kind: string } {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const assets = useAssets().data ?? []
  const streams = useStreams().data ?? []
  return (scene) => {
    const content = sceneOfDraft(scene, assets, streams)
    if (content === null) return { title: t('playlists.missing'), kind: t('playlists.missingKind') }
    return { title: textIn(content.title), kind: t(`scene.${content.kind}`) }
  }
}
