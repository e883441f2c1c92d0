import { isBoard, type Programme, singleScenesOf } from '@akari/protocol'
import {
  type Glass,
  Kiosk,
  type KioskBuilding,
  type KioskRecordings,
  type KioskVoice,
  type SceneResources,
  type SingleBoard,
} from '@akari/scenes'
import { type ReactElement, useCallback, useEffect, useMemo } from 'react'
import { type GlassState, type GlassStore, type Visitor, visitMsOf } from '../glass/glass-store.ts'

interface VisitProps {
  store: GlassStore
  state: GlassState
  building: KioskBuilding
  programme: Programme
  resources: SceneResources
  archive: KioskRecordings | null
  /** Is an alert to be heard? */
  isHushed: boolean
  profile: Glass
  voice: KioskVoice
  /** To the minute; null while nobody knows the time. */
  minuteMs: number | null
}

/** The kiosk for who stands at this glass, for as long as this stands on the page. */
export function Visit(props: VisitProps): ReactElement {
  const { store, state, building, programme, resources, archive, isHushed, profile, voice, minuteMs } = props
  useEffect(() => voice.hush, [voice])
  const { language, touchedAtMs, heldAtMs } = state.visitor
  const visitMs = visitMsOf(state)
  const idle = useMemo(() => (touchedAtMs === null ? null : { touchedAtMs, visitMs }), [touchedAtMs, visitMs])
  const { timeZone, calendar } = programme
  const boards = useMemo(() => boardsIn(programme), [programme])
  const time = useMemo(() => ({ nowMs: minuteMs, timeZone, calendar }), [minuteMs, timeZone, calendar])
  const { mountHeightMm } = programme.display
  const glass = useMemo(() => ({ ...profile, mountHeightMm }), [profile, mountHeightMm])
  const onLanguage = useCallback(
    (choice: Visitor['language']) => store.tell({ type: 'visitor.chose', language: choice, atMs: performance.now() }),
    [store],
  )
  const onStay = useCallback(() => store.tell({ type: 'visitor.touched', atMs: performance.now() }), [store])
  const onListening = useCallback((listens: boolean) => store.tell({ type: 'visitor.listens', listens }), [store])
  const onEnd = useCallback(() => store.tell({ type: 'visitor.left' }), [store])
  return (
    <Kiosk
      building={building}
      boards={boards}
      resources={resources}
      archive={archive}
      isHushed={isHushed}
      glass={glass}
      language={language}
      time={time}
      voice={voice}
      idle={idle}
      heldAtMs={heldAtMs}
      onLanguage={onLanguage}
      onStay={onStay}
      onListening={onListening}
      onEnd={onEnd}
    />
  )
}

function boardsIn({ playlists }: Programme): SingleBoard[] {
  const scenes = playlists.flatMap(({ items }) => items.flatMap(({ scene }) => singleScenesOf(scene)))
  return scenes.flatMap((scene): SingleBoard[] => (isBoard(scene) ? [scene] : []))
}
