import type { DraftScene } from '@akari/protocol'
import { useTranslation } from 'react-i18next'
import { useLibrary } from '../../parts/use-library.ts'
import { useTextIn } from '../../parts/texts-in.ts'
import { sceneOfDraft } from '../../parts/scene-of-draft.ts'

/** Names a scene of a draft: its title and what kind it is. */
export function useSceneWords(): (scene: DraftScene) => { title: string; kind: string } {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const library = useLibrary()
  return (scene) => {
    const content = sceneOfDraft(scene, library)
    if (content === null) return { title: t('playlists.missing'), kind: t('playlists.missingKind') }
    return { title: textIn(content.title), kind: t(`scene.${content.kind}`) }
  }
}
