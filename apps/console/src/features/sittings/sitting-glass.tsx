import { type KioskLanguage, type SittingScene, sittingLive, type SittingStanding } from '@akari/protocol'
import { SceneView, type Surroundings, SurroundingsContext } from '@akari/scenes'
import { type ReactElement, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { TIME_ZONE } from '../../parts/local-time.ts'
import { useSceneResources } from '../../parts/scene-resources.ts'
import { GlassMoment, type GlassProfile, LOBBY, SmallGlass } from '../../parts/small-glass.tsx'
import { useTextIn } from '../../parts/texts-in.ts'
import type { SittingDraft } from './sitting-draft.ts'

/** What a sitting is called while it has no id. */
const UNSAVED = 'unsaved'

/** A display as it shows the sitting where it stands so at `nowMs`, which its clock tells. Streams are announced, not played. */
export function SittingGlass({
  id = UNSAVED,
  plan,
  standing,
  nowMs,
  profile = LOBBY,
  language = 'ja',
}: {
  id?: string
  plan: SittingDraft
  standing: SittingStanding
  nowMs: number
  profile?: GlassProfile
  language?: KioskLanguage
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { title, streamId } = plan
  const name = textIn(title)
  const content = useMemo<SittingScene>(
    () => ({ kind: 'sitting', title, sittingId: id, streamId }),
    [title, id, streamId],
  )
  const around = useMemo<Surroundings>(() => {
    const data = sittingLive(plan, standing)
    const snapshot = {
      feedId: id,
      revision: 0,
      checkedAt: null,
      state: 'ok',
      attribution: { text: title },
      data,
    } as const
    return {
      nowMs,
      deviceMs: nowMs,
      clockTrust: 'synced',
      timeZone: TIME_ZONE,
      calendar: null,
      feeds: [snapshot],
      openNetwork: null,
    }
  }, [id, plan, title, standing, nowMs])
  const scenes = useMemo(() => [content], [content])
  const resources = useSceneResources(scenes, profile.kioskId)
  return (
    <GlassMoment value={nowMs}>
      <SmallGlass profile={profile} label={name === '' ? t('sittings.onGlass') : name} language={language}>
        <SurroundingsContext value={around}>
          <SceneView
            content={content}
            language={language}
            resources={resources}
            playing={false}
            onReady={nothingToDo}
            onFault={nothingToDo}
          />
        </SurroundingsContext>
      </SmallGlass>
    </GlassMoment>
  )
}

function nothingToDo(): void {
  return
}
