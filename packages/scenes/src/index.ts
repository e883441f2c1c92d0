export { SurroundingsContext, type Surroundings } from './boards/surroundings.ts'
export { WifiBoard } from './boards/wifi/wifi-board.tsx'
export { FallbackScene } from './builtin/fallback-scene.tsx'
export { PairingScene } from './builtin/pairing-scene.tsx'
export { QrCode } from './builtin/qr-code.tsx'
export { AlertBanner } from './emergency/alert-banner.tsx'
export { AlertBoard } from './emergency/alert-board.tsx'
export { AlertSymbol } from './emergency/alert-symbol.tsx'
export { AlertTicker } from './emergency/alert-ticker.tsx'
export { DrillBand } from './emergency/drill-band.tsx'
export { EmergencyScene } from './emergency/emergency-scene.tsx'
export { type ProofOf, ProofProvider } from './emergency/proof-mark.tsx'
export type { EvacuationPlace } from './emergency/evacuation-marks.ts'
export { TURN_MS } from './emergency/rotation.ts'
export { Invitation } from './kiosk/invitation.tsx'
export { Kiosk, type KioskProps } from './kiosk/kiosk.tsx'
export type { SingleBoard } from './kiosk/kiosk-context.ts'
export type { KioskBuilding } from './kiosk/building.ts'
export { RECORDED_PHRASES, type RecordedPhrase, recordedText } from './kiosk/aloud/recorded-phrases.ts'
export { stepsToTake } from './kiosk/take-along.ts'
export { localMoment } from './kiosk/opening-time.ts'
export type { KioskVoice } from './kiosk/aloud/voice.ts'
export type { KioskRecordings } from './kiosk/archive/kiosk-recordings.ts'
export { LOUDNESS } from './kiosk/flow.ts'
export { GuidanceScene } from './guidance/guidance-scene.tsx'
export { ImageScene } from './everyday/image-scene.tsx'
export { LiveScene } from './everyday/live-scene.tsx'
export { NoticeScene } from './everyday/notice-scene.tsx'
export {
  type SceneFault,
  type SceneProps,
  type SceneResources,
  type ZonePlace,
  variantFor,
} from './everyday/scene-props.ts'
export { type TooLong, tooLongToRead } from './posters/reading-room.ts'
export { VideoScene } from './everyday/video-scene.tsx'
export { LayoutScene, type OnLayoutShown } from './layout/layout-scene.tsx'
export { ProgrammeFloor } from './layout/programme-floor.tsx'
export { NamePlate } from './builtin/name-plate.tsx'
export { TakeoverNotice } from './lines/takeover-notice.tsx'
export { TickerLine } from './lines/ticker-line.tsx'
export {
  kioskLanguage,
  LANGUAGE_NAMES,
  lettersOf,
  say,
  type WordKey,
  WORDS,
  type Words,
  wordTexts,
} from './locales/words.ts'
export { agendaNumber } from './council/agenda-number.ts'
export { newId } from './new-id.ts'
export { matchIn } from './text/match-in.ts'
export { languageBeside } from './locales/words-beside.ts'
export type { Projection } from './map/camera.ts'
export { FloorMapScene } from './map/floor-map-scene.tsx'
export { type Floor, floorsOf, floorWith, type MapVenue, standingOf } from './map/floors.ts'
export type { MapClosure, MapLeg, MapPick, VenueMapProps } from './map/map-props.ts'
export { VenueMap } from './map/venue-map.tsx'
export { SceneView } from './scene-view.tsx'
export { BuildingContext } from './way/building-context.ts'
export { GlassFrame } from './stage/glass-frame.tsx'
export { SceneBoundary } from './stage/scene-boundary.tsx'
export { candidatesOf, showingOf } from './stage/showing.ts'
export { Stage, type Theme } from './stage/stage.tsx'
export { type DrawLayer, StageFloor } from './stage/stage-floor.tsx'
export type { Showing } from './stage/stage-machine.ts'
export { type Glass, type TypeScale, typeScale } from './stage/type-scale.ts'
export { CityMark } from './strip/city-mark.tsx'
export { LanguageBar } from './strip/language-bar.tsx'
export { StatusStrip, type Trouble } from './strip/status-strip.tsx'
export { type MomentWords, momentWords } from './text/moment.ts'
export { Line, Text } from './text/text.tsx'
export { type Chime, chimeSamples, chimeSeconds } from './sound/chime.ts'
export { FADE_MS, type Loudness, LoudnessContext } from './sound/loudness.tsx'
export { type SoundStep, soundPlan } from './sound/sound-plan.ts'
