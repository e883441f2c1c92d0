import type { Direction } from '@akari/programme'
import type { Channel, KioskLanguage, SceneContent, SingleScene, Texts } from '@akari/protocol'
import {
  candidatesOf,
  FallbackScene,
  ProgrammeFloor,
  type SceneProps,
  SceneView,
  type Showing,
  showingOf,
} from '@akari/scenes'
import { type ReactElement, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AroundScenes } from './around-scenes.tsx'
import { TIME_ZONE } from './local-time.ts'
import { useSceneResources } from './scene-resources.ts'
import { type GlassProfile, SmallGlass } from './small-glass.tsx'
import { SoundMark } from './sound-mark.tsx'
import { useTextIn } from './texts-in.ts'

/**
 * What a programme directs, on a small glass with the stage of the player: it fades where the display fades, cuts where it
 * cuts, and what fails gives way to the next item as it does there. Streams are announced, not played.
 */
export function ProgrammeFrame({
  profile,
  content,
  direction,
  playing,
  ahead = false,
  language,
  city = null,
  drill = false,
  banners = null,
  lines = null,
  openNetwork = null,
}: {
  profile: GlassProfile
  /** The scene of the direction. */
  content: SceneContent
  direction: Pick<Direction, 'item' | 'upNext' | 'loop' | 'zones' | 'upNextZones' | 'sound'>
  playing: boolean
  /** Makes ready what comes next, so that it appears to the moment: for one glass that is watched, not for a wall of them. */
  ahead?: boolean
  language: KioskLanguage
  city?: Texts | null
  drill?: boolean
  banners?: ReactNode
  lines?: ReactNode
  /** Where an alert beside it says that 00000JAPAN is open: its channel. */
  openNetwork?: Channel | null
}): ReactElement {
  const { t } = useTranslation()
  const textIn = useTextIn()
  const { item, loop, zones = null, upNextZones = null, sound } = direction
  const upNext = ahead ? direction.upNext : null
  const itemId = item?.itemId ?? content.kind
  const cuts = item?.cuts
  const candidates = useMemo(
    () => candidatesOf({ id: itemId, scene: content, ...(cuts && { cuts }) }, loop, language),
    [itemId, content, cuts, loop, language],
  )
  const next = useMemo(() => (upNext === null ? null : showingOf(upNext, language)), [upNext, language])
  const scenes = useMemo(
    () => [
      content,
      ...[...loop, ...(zones ?? []), ...(upNextZones ?? []), ...(upNext === null ? [] : [upNext])].flatMap(sceneOf),
    ],
    [content, loop, zones, upNextZones, upNext],
  )
  const resources = useSceneResources(scenes, profile.kioskId)
  const [failed, setFailed] = useState<ReadonlySet<string>>(new Set())
  const [shownKey, setShownKey] = useState<string | null>(null)
  const onFault = useCallback((_code: string, _detail: string, key: string) => {
    setFailed((before) => (before.has(key) ? before : new Set([...before, key])))
  }, [])
  const onShown = useCallback((showing: Showing<SceneContent> | null) => setShownKey(showing?.key ?? null), [])
  const wanted = candidates[0]?.key ?? ''
  const fails = failed.has(wanted) && shownKey !== wanted
  return (
    <SmallGlass
      profile={profile}
      label={textIn(content.title) || t('common.picture')}
      language={language}
      city={city}
      drill={drill}
      banners={banners}
      lines={lines}
      fit="height"
      mark={sound === undefined ? null : <SoundMark sound={sound} />}
      note={fails ? t('preview.failsGivesWay', { title: textIn(content.title) }) : null}
    >
      <AroundScenes scenes={scenes} openNetwork={openNetwork}>
        <ProgrammeFloor
          candidates={candidates}
          next={next}
          zones={zones}
          nextZones={upNextZones}
          language={language}
          resources={resources}
          covered={!playing}
          onFault={onFault}
          onShown={onShown}
          fallback={<FallbackScene city={city} nowMs={null} timeZone={TIME_ZONE} language={language} />}
          Single={PreviewScene}
        />
      </AroundScenes>
    </SmallGlass>
  )
}

/** As on the glass; but the announcement of a stream is ready at once, for its picture never comes. */
function PreviewScene(props: SceneProps & { content: SingleScene }): ReactElement {
  return props.content.kind === 'live' ? <Announcement {...props} /> : <SceneView {...props} />
}

function Announcement(props: SceneProps & { content: SingleScene }): ReactElement {
  const { onReady } = props
  useEffect(onReady, [onReady])
  return <SceneView {...props} onFault={nothingToDo} />
}

function sceneOf({ scene }: { scene: SceneContent | null }): SceneContent[] {
  return scene === null ? [] : [scene]
}

function nothingToDo(): void {
  return
}
