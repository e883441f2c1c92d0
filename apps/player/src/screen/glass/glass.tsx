import { isPlayedLive, type SceneContent, shapeOf } from '@akari/protocol'
import type { ZoneOnGlass } from '@akari/programme'
import {
  BuildingContext,
  candidatesOf,
  EmergencyScene,
  FallbackScene,
  GlassFrame,
  GuidanceScene,
  Invitation,
  LanguageBar,
  LoudnessContext,
  NamePlate,
  PairingScene,
  ProgrammeFloor,
  ProofProvider,
  SceneBoundary,
  type Showing,
  showingOf,
  Stage,
  StatusStrip,
  SurroundingsContext,
  type ZonePlace,
} from '@akari/scenes'
import { type ReactElement, useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useOpenWays } from '../guide/use-open-ways.ts'
import { useArchive } from '../kiosk/use-archive.ts'
import { Visit } from '../kiosk/visit.tsx'
import { standingBuilding } from '../kiosk/standing-building.ts'
import type { Send } from '../link/agent-link.ts'
import { usePlayReports } from '../plays/use-play-reports.ts'
import { useZoneStages } from '../plays/use-zone-stages.ts'
import { useResources } from '../resources/use-resources.ts'
import { useStreets } from '../resources/use-streets.ts'
import { dueSound } from '../sound/due-sound.ts'
import type { PageVoices } from '../sound/page-voices.ts'
import { useLoudnessHere } from '../sound/use-loudness-here.ts'
import { useAlertSound } from '../sound/use-alert-sound.ts'
import { Banners } from '../takeover/banners.tsx'
import { evacuationPlace } from '../takeover/evacuation-place.ts'
import { Lines } from '../takeover/lines.tsx'
import { useTurns } from '../takeover/use-turns.ts'
import { heldBy } from '../takeover/shown.ts'
import type { GlassState, GlassStore, Visitor } from './glass-store.ts'
import { useProfile } from './profile.ts'
import { QuietLine } from './quiet-line.tsx'
import { troublesOf } from './troubles.ts'
import { isSought } from './sought.ts'
import { useAround } from './use-around.ts'
import { nowMsOf, useDirection } from './use-direction.ts'
import { usePaintReports, useShownReports } from './use-reports.ts'
import {
  alertsOf,
  givesWay,
  isSparing,
  onGlassOf,
  saysItself,
  showsDrill,
  stripsOf,
  showsSitting,
  subjectOf,
  type View,
  viewOf,
  withVisit,
} from './view.ts'

interface GlassProps {
  store: GlassStore
  send: Send
  voices: PageVoices
}

const NO_FILES: readonly string[] = []
const HOME_ZONE = 'Asia/Tokyo'
/** How long the page stays plain paper before it says that there is nothing else. */
const PATIENCE_MS = 1500

/** The whole page: what the state directs, drawn. */
export function Glass({ store, send, voices }: GlassProps): ReactElement {
  const state = useSyncExternalStore(store.subscribe, store.read)
  const { player } = state
  const { language } = state.visitor
  const programme = player?.programme ?? null
  const profile = useProfile(programme?.display ?? null)
  const report = useFaultReport(send)
  const direction = useDirection(state, shapeOf(profile), report)
  const [onStage, setOnStage] = useState<Showing<SceneContent> | null>(null)
  const [zoneStages, setZoneStage] = useZoneStages()
  const isPatient = useIsPatient()
  const nowMs = nowMsOf(state)
  const knownMs = player?.clock.trust === 'unknown' ? null : nowMs
  const { ways, closed } = useOpenWays(programme, knownMs, report)
  const streets = useStreets(player, send, report)
  const archive = useArchive(player, report)
  const resources = useResources(programme, player?.files ?? NO_FILES, closed, streets, report)
  const minuteMs = knownMs === null ? null : Math.floor(knownMs / 60_000) * 60_000
  const building = useMemo(
    () => standingBuilding(programme, ways, minuteMs, report),
    [programme, ways, minuteMs, report],
  )
  /** What a visitor can ask about: with a glass to touch. */
  const asked = programme?.display.touch === true ? building : null
  const isVisited = asked !== null && state.visitor.touchedAtMs !== null
  const view = useMemo(() => withVisit(viewOf(player, direction), isVisited), [player, direction, isVisited])
  const plan = useMemo(() => stagePlan(view, language), [view, language])
  const onGlass = useMemo(() => onGlassOf(view, onStage?.content ?? null, direction), [view, onStage, direction])
  const failed = usePlayReports(state, view, onStage, zoneStages, direction, send)
  const stageFault = useCallback(
    (code: string, detail: string, key: string, inZone?: ZonePlace) => {
      report(code, detail)
      failed(key, { code, detail }, inZone ?? null)
    },
    [report, failed],
  )
  const { loudness, heard } = useLoudnessHere(view, direction?.sound, voices.alerts)
  usePaintReports(onGlass, heard, state, send)
  useShownReports(state, send)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])

  const place = { city: programme?.city ?? null, nowMs: knownMs, timeZone: programme?.timeZone ?? HOME_ZONE, language }
  const around = useAround(state)
  const strips = direction?.overlays ?? []
  const drill = showsDrill(view, strips)
  const alertSound = dueSound(view, strips)
  useAlertSound(alertSound, voices.alerts)
  const turns = useTurns(subjectOf(view, strips))
  const evacuation = useMemo(
    () => evacuationPlace(programme, { ways, closed }, resources.venue, report),
    [programme, ways, closed, resources, report],
  )
  const beside = { overlays: stripsOf(view, strips), drill, language }
  const kioskCrashed = (error: unknown): void => {
    report('kiosk-crashed', String(error))
    store.tell({ type: 'visitor.left' })
  }
  const choose = (choice: Visitor['language']): void =>
    store.tell({ type: 'visitor.chose', language: choice, atMs: performance.now() })
  // The kiosk, and the invitation to it, let one choose; nothing else does.
  const invites = asked !== null && givesWay(view)
  const answersItself = view.kind === 'visit' || invites
  const strip = (
    <StatusStrip {...place} drill={drill} troubles={saysItself(view) ? [] : troublesOf(player, nowMs)}>
      {programme?.display.touch === true && !answersItself && <LanguageBar language={language} onChoose={choose} />}
    </StatusStrip>
  )
  return (
    <SurroundingsContext value={around}>
      <div className="screen-glass" data-testid="glass" {...marksOf(state, view, onGlass, strips[0]?.channel)}>
        <Stage profile={profile} language={language} theme={view.kind === 'guidance' ? 'ink' : 'paper'}>
          <ProofProvider value={heldBy(player)}>
            <GlassFrame
              drill={drill}
              banners={<Banners {...beside} />}
              lines={
                <>
                  <Lines {...beside} timeZone={place.timeZone} turns={turns} />
                  {view.kind === 'programme' && direction !== null && (
                    <QuietLine direction={direction} nowMs={nowMs} language={language} />
                  )}
                  {invites && <Invitation isSlim={showsSitting(view)} />}
                </>
              }
              strip={view.kind === 'closed' || isSparing(view) ? null : strip}
            >
              <BuildingContext value={building}>
                <LoudnessContext value={loudness}>
                  <ProgrammeFloor
                    {...plan}
                    language={language}
                    resources={resources}
                    covered={view.kind !== 'programme'}
                    onFault={stageFault}
                    onShown={setOnStage}
                    onZoneShown={setZoneStage}
                    fallback={<FallbackScene {...place} />}
                  />
                </LoudnessContext>
              </BuildingContext>
              {view.kind === 'visit' && asked !== null && programme !== null && (
                <SceneBoundary onCrash={kioskCrashed} instead={<FallbackScene {...place} />}>
                  <Visit
                    building={asked}
                    {...{ store, state, programme, resources, archive, profile, minuteMs }}
                    isHushed={alertSound !== null}
                    voice={voices.kiosk}
                  />
                </SceneBoundary>
              )}
              {view.kind === 'guidance' && (
                <GuidanceScene
                  power={view.power}
                  place={evacuation}
                  turn={{ language, isThere: state.visitor.touchedAtMs !== null, count: turns }}
                  timeZone={place.timeZone}
                  timeKnown={player?.clock.trust !== 'unknown'}
                />
              )}
              {view.kind === 'closed' && <div className="screen-closed" />}
              {view.kind === 'fallback' && (player !== null || !isPatient) && <FallbackScene {...place} />}
              {view.kind !== 'emergency' && isSought(state) && (
                <NamePlate name={state.player?.identify?.name ?? ''} language={language} />
              )}
              {view.kind === 'pairing' && (
                <PairingScene pairing={view.pairing} language={language} timeZone={place.timeZone} />
              )}
              {view.kind === 'emergency' && (
                <EmergencyScene
                  channel={view.channel}
                  alerts={alertsOf(view, strips)}
                  language={language}
                  timeZone={place.timeZone}
                  nowMs={nowMs}
                  stage={view.stage}
                  visitorIsThere={state.visitor.touchedAtMs !== null}
                  turns={turns}
                  place={evacuation}
                />
              )}
            </GlassFrame>
          </ProofProvider>
        </Stage>
      </div>
    </SurroundingsContext>
  )
}

interface StagePlan {
  candidates: readonly Showing<SceneContent>[]
  next: Showing<SceneContent> | null
  zones: readonly ZoneOnGlass[] | null
  nextZones: readonly ZoneOnGlass[] | null
}

/** What the stage shows and holds ready; under an emergency it keeps what it has. */
function stagePlan(view: View, language: Visitor['language']): StagePlan {
  if (view.kind !== 'programme') return { candidates: [], next: null, zones: null, nextZones: null }
  const { scene, itemId, cuts, loop, upNext, zones, upNextZones: nextZones } = view
  // A live stream is not played ahead: it would be watched for nothing.
  const next = upNext === null || isPlayedLive(upNext.scene) ? null : showingOf(upNext, language)
  return {
    candidates: candidatesOf({ id: itemId, scene, ...(cuts && { cuts }) }, loop, language),
    next,
    zones,
    nextZones,
  }
}

/** What tests and the watchdog of the host read off the page. */
function marksOf(
  { player, visitor }: GlassState,
  view: View,
  onGlass: ReturnType<typeof onGlassOf>,
  stripChannel: 'live' | 'drill' | undefined,
): Record<`data-${string}`, string> {
  const channel = view.kind === 'emergency' ? view.channel : stripChannel
  const held = channel === undefined ? null : (player?.alerts[channel] ?? null)
  return {
    'data-revision': player === null ? '' : String(player.revision),
    'data-layer': onGlass.layer,
    'data-scene': onGlass.kind,
    'data-visitor': visitor.touchedAtMs === null ? '' : 'here',
    'data-channel': channel ?? '',
    'data-alert-revision': held === null ? '' : String(held.state.revision),
  }
}

function useFaultReport(send: Send): (code: string, detail: string) => void {
  return useCallback(
    (code, detail) => send({ type: 'screen.fault', code: code.slice(0, 60), detail: detail.slice(0, 300) }),
    [send],
  )
}

function useIsPatient(): boolean {
  const [isPatient, setIsPatient] = useState(true)
  useEffect(() => {
    const timer = setTimeout(() => setIsPatient(false), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return isPatient
}
