import {
  type Alert,
  type Channel,
  type OnBattery,
  type OnGlass,
  type PairingState,
  type PlayerState,
  type PlaylistItem,
  type SceneContent,
  type Stage,
} from '@akari/protocol'
import { type Direction, isContent, type Overlay, type ZoneOnGlass } from '@akari/programme'

/** What the screen draws: the direction, and what it does where the direction has nothing of the programme. */
export type View =
  | { kind: 'emergency'; channel: Channel; stage: Stage; alerts: readonly [Alert, ...Alert[]] }
  | {
      kind: 'programme'
      itemId: string
      cuts?: true
      scene: SceneContent
      loop: readonly PlaylistItem[]
      upNext: PlaylistItem | null
      zones: readonly ZoneOnGlass[] | null
      upNextZones: readonly ZoneOnGlass[] | null
    }
  /** Somebody asks the kiosk; what the programme directs goes on unseen. */
  | { kind: 'visit' }
  | { kind: 'pairing'; pairing: PairingState }
  /** On battery: the way out from here. */
  | { kind: 'guidance'; power: OnBattery }
  /** Outside the operating hours: dark. */
  | { kind: 'closed' }
  | { kind: 'fallback' }

export function viewOf(player: PlayerState | null, direction: Direction | null): View {
  if (player === null || direction === null) return { kind: 'fallback' }
  const { scene } = direction
  if (isContent(scene)) return programmeView(scene, direction)
  switch (scene.kind) {
    case 'emergency': {
      const [first, ...others] = scene.alerts
      return first === undefined
        ? { kind: 'fallback' }
        : { kind: 'emergency', channel: scene.channel, stage: scene.stage, alerts: [first, ...others] }
    }
    case 'guidance':
      return player.power === 'mains' ? { kind: 'fallback' } : { kind: 'guidance', power: player.power }
    case 'closed':
      return { kind: 'closed' }
    case 'fallback':
      return isBeingSetUp(player) ? { kind: 'pairing', pairing: player.pairing } : { kind: 'fallback' }
  }
}

function programmeView(scene: SceneContent, direction: Direction): View {
  return {
    kind: 'programme',
    itemId: direction.item?.itemId ?? scene.kind,
    ...(direction.item?.cuts && { cuts: direction.item.cuts }),
    scene,
    loop: direction.loop,
    upNext: direction.upNext,
    zones: direction.zones ?? null,
    upNextZones: direction.upNextZones ?? null,
  }
}

/** A visitor at a kiosk has the glass; nothing that is more than the everyday programme waits for them. */
export function withVisit(view: View, isVisited: boolean): View {
  return isVisited && givesWay(view) ? { kind: 'visit' } : view
}

/** Does what is shown give way to a visitor? So it does where nothing is scheduled: the kiosk answers all the same. */
export function givesWay({ kind }: View): boolean {
  return kind === 'programme' || kind === 'fallback'
}

/** Is a sitting of the council on the glass, or in a part of it? What is said needs the room then. */
export function showsSitting(view: View): boolean {
  if (view.kind !== 'programme') return false
  return [view.scene, ...(view.zones ?? []).map(({ scene }) => scene)].some((scene) => scene?.kind === 'sitting')
}

/** Not paired yet, or paired a moment ago and waiting for the first programme. */
function isBeingSetUp(player: PlayerState): boolean {
  return player.pairing.state !== 'paired' || (player.programme === null && player.link.state === 'online')
}

/** What is truly on the glass: for the programme that is the scene on the stage, which may still be the one before. */
export function onGlassOf(
  view: View,
  onStage: SceneContent | null,
  direction: Direction | null,
): Omit<OnGlass, 'since'> {
  switch (view.kind) {
    case 'emergency':
      return { layer: 'emergency', kind: 'emergency', title: view.alerts[0].words.headline, playlistName: null }
    case 'programme':
      if (onStage === null || direction === null)
        return { layer: 'fallback', kind: 'fallback', title: null, playlistName: null }
      return {
        layer: direction.layer,
        kind: onStage.kind,
        title: onStage.title,
        playlistName: direction.item?.playlistName ?? null,
      }
    case 'visit':
      return { layer: direction?.layer ?? 'fallback', kind: 'kiosk', title: null, playlistName: null }
    case 'guidance':
      return { layer: 'power', kind: 'guidance', title: null, playlistName: null }
    case 'closed':
      return { layer: 'closed', kind: 'closed', title: null, playlistName: null }
    case 'pairing':
    case 'fallback':
      return { layer: 'fallback', kind: view.kind, title: null, playlistName: null }
  }
}

/** The alerts of an emergency, followed by the strips of its own channel, which would otherwise cover it. */
export function alertsOf(view: View & { kind: 'emergency' }, strips: readonly Overlay[]): readonly [Alert, ...Alert[]] {
  return [...view.alerts, ...strips.filter(({ channel }) => channel === view.channel).map(({ alert }) => alert)]
}

/** The strips that are drawn as such. */
export function stripsOf(view: View, strips: readonly Overlay[]): readonly Overlay[] {
  return view.kind === 'emergency' ? strips.filter(({ channel }) => channel !== view.channel) : strips
}

/** What the turning lines are about: they begin anew with each other leading alert; nothing turns without any. */
export function subjectOf(view: View, strips: readonly Overlay[]): string {
  if (view.kind === 'emergency') return `${view.channel} ${view.alerts[0].id}`
  if (view.kind === 'guidance') return view.power.tier === 'dimmed' ? `power ${view.power.since}` : ''
  return strips.map(({ kind, channel, alert }) => `${kind} ${channel} ${alert.id}`).join(' ')
}

/** Scenes whose own words say what the strip would. */
export function saysItself({ kind }: View): boolean {
  return kind === 'fallback' || kind === 'guidance'
}

/** So little power that the strip is dark, too: the way out alone. */
export function isSparing(view: View): boolean {
  return view.kind === 'guidance' && (view.power.tier === 'sparing' || view.power.tier === 'ending')
}

/** Is anything of a drill on the glass? */
export function showsDrill(view: View, strips: readonly Overlay[]): boolean {
  return (view.kind === 'emergency' && view.channel === 'drill') || strips.some(({ channel }) => channel === 'drill')
}
