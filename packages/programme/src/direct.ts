import {
  type Clock,
  type GlassShape,
  type Id,
  type Instant,
  type Language,
  type Layer,
  type OnBattery,
  type PlayerState,
  type PlaylistItem,
  type SceneContent,
  shapeOf,
} from '@akari/protocol'
import { everyday, type EverydayPlan, later, playingAfter } from './everyday.ts'
import type { Notice, Visit } from './override.ts'
import type { Reason } from './reasons.ts'
import { appearing, type ItemOnGlass, type Playing } from './showing.ts'
import type { Moment, Plan } from './member.ts'
import { type Sound, soundAt } from './sound.ts'
import { type Demand, demandOf, type HeldChannels, type Overlay, type Takeover } from './takeover.ts'
import { type Ticker, tickerAt } from './ticker.ts'
import { instantOf, msOf } from './time.ts'
import { type Zoned, type ZoneOnGlass, zonesAt } from './zones.ts'

/** Everything the decision is made from. `windows` comes from `unroll(programme, …)`. */
export type DirectState = Plan & {
  alerts: HeldChannels
  displayId: Id | null
  /** How the glass really stands; as the programme says when left out. */
  shape?: GlassShape
  /** Touches are told on the clock's own monotonic milliseconds; without `beganAtMs` the last touch was the first. */
  visitor: { language: Language; touchedAtMs: number | null; beganAtMs?: number | null }
  link: PlayerState['link']
  power: PlayerState['power']
}

/**
 * `guidance`: the mains is away, this display shows its own way out. `closed`: outside the operating hours, the glass is dark.
 * `fallback`: there is nothing to show.
 */
export type Scene =
  | SceneContent
  | ({ kind: 'emergency' } & Takeover)
  | { kind: 'guidance' }
  | { kind: 'closed' }
  | { kind: 'fallback' }

/** Is it something that staff made, and not a state of the display? */
export function isContent(scene: Scene): scene is SceneContent {
  const { kind } = scene
  return kind !== 'emergency' && kind !== 'guidance' && kind !== 'closed' && kind !== 'fallback'
}

export type Direction = {
  scene: Scene
  layer: Layer
  item: ItemOnGlass | null
  /** What the zones show where a layout is on the glass; left out otherwise. */
  zones?: ZoneOnGlass[]
  /** What comes after it, to be made ready now. */
  upNext: PlaylistItem | null
  /** With what its zones begin where that is a layout; left out otherwise. */
  upNextZones?: ZoneOnGlass[]
  /** The items that take turns now. */
  loop: PlaylistItem[]
  overlays: Overlay[]
  /** What is heard; left out where the glass is silent. */
  sound?: Sound
  /** What runs as a line beside what is scheduled or the default; left out when there is none. */
  ticker?: Ticker
  panel: 'on' | 'off'
  /** An override that is about to take the glass from the visitor; left out when there is none. */
  notice?: Notice
  reasons: Reason[]
  /** The Direction is this one until then, as long as state and clock trust are the same; always later than the clock. */
  validUntil: Instant
}

const VISIT_SECONDS = 60

/** The longest a Direction may hold, so that a fault anywhere else cannot freeze the glass for good. */
const HOLDS_AT_MOST_MS = 6 * 3_600_000

/**
 * What is on the glass: EMERGENCY (live, then drill) > POWER (the way out, on battery) > TAKEOVER > OPERATING HOURS (off) > SCHEDULED > DEFAULT > the built-in
 * fallback. Pure and total: the same state and clock give the same Direction on player, CMS and in every test. Without a known time no entry is followed and
 * the default playlist runs on the monotonic clock. `docs/adr/0002-direct-and-unroll.md` says why.
 */
export function direct(state: DirectState, clock: Clock): Direction {
  const moment: Moment = {
    ms: msOf(clock.instant),
    monotonicMs: clock.monotonicMs,
    timeKnown: clock.trust !== 'unknown',
  }
  const demand = demandOf(state.alerts, clock, state.displayId)
  if (demand.takeover !== null) return emergencyDirection(state, moment, demand, demand.takeover)
  return state.power === 'mains'
    ? everydayDirection(state, moment, demand)
    : guidanceDirection(state.power, moment, demand)
}

function emergencyDirection(state: DirectState, moment: Moment, demand: Demand, takeover: Takeover): Direction {
  const validUntilMs = soonest(moment, moment.ms + demand.holdsForMs)
  const afterwards = everyday(planOf(state, moment), later(moment, validUntilMs))
  return {
    scene: { kind: 'emergency', ...takeover },
    layer: 'emergency',
    item: null,
    upNext: afterwards.playing?.item ?? null,
    loop: [],
    overlays: demand.overlays,
    panel: 'on',
    reasons: demand.reasons,
    validUntil: instantOf(validUntilMs),
  }
}

/** Also outside the operating hours: who is still in the building then needs it most. */
function guidanceDirection({ since, tier }: OnBattery, moment: Moment, demand: Demand): Direction {
  return {
    scene: { kind: 'guidance' },
    layer: 'power',
    item: null,
    upNext: null,
    loop: [],
    overlays: beside(demand.overlays, tier),
    panel: 'on',
    reasons: [...demand.reasons, { code: 'on-battery', since }],
    validUntil: instantOf(soonest(moment, moment.ms + demand.holdsForMs)),
  }
}

/** Lines and lists take turns, and take room from the way out; bands stay as long as there is power for more than that. */
function beside(overlays: Overlay[], tier: OnBattery['tier']): Overlay[] {
  return tier === 'dimmed' ? overlays : overlays.filter(({ kind }) => kind === 'banner')
}

function everydayDirection(state: DirectState, moment: Moment, demand: Demand): Direction {
  const plan = planOf(state, moment)
  const now = everyday(plan, moment)
  const next = playingAfter(plan, moment, now)
  const { layer, playing, notice } = now
  const zoned = playing === null ? null : zonesOf(state, playing, moment)
  const nextZoned = next === null ? null : zonesOf(state, next, later(moment, next.startedAtMs))
  const heard = soundAt(plan, playing, zoned?.zones ?? [], moment)
  const line = layer === 'scheduled' || layer === 'default' ? tickerAt(plan, moment) : null
  return {
    scene: playing?.item.scene ?? { kind: layer === 'closed' ? 'closed' : 'fallback' },
    layer,
    item: playing === null ? null : itemOnGlass(playing),
    ...(zoned === null ? {} : { zones: zoned.zones }),
    upNext: next?.item ?? null,
    ...(nextZoned === null ? {} : { upNextZones: nextZoned.zones }),
    loop: playing?.loop ?? [],
    overlays: demand.overlays,
    panel: layer === 'closed' && demand.overlays.length === 0 ? 'off' : 'on',
    ...(notice === null ? {} : { notice }),
    ...(heard.sound === null ? {} : { sound: heard.sound }),
    ...(line === null || line.ticker === null ? {} : { ticker: line.ticker }),
    reasons: [...demand.reasons, ...now.reasons, ...(line?.reasons ?? []), ...heard.reasons],
    validUntil: instantOf(
      soonest(
        moment,
        moment.ms + demand.holdsForMs,
        now.changesAtMs,
        heard.changesAtMs,
        line?.changesAtMs ?? Number.POSITIVE_INFINITY,
        zoned?.changesAtMs ?? Number.POSITIVE_INFINITY,
      ),
    ),
  }
}

/** What the layers below an emergency decide from, and the visit that goes on. */
export function planOf(state: DirectState, moment: Moment): EverydayPlan {
  const { programme, windows, plays = [], values = {} } = state
  return { programme, windows, plays, values, visit: visitOf(state, moment) }
}

/** What the zones of a showing are at a moment of it; null where it is no layout. */
function zonesOf({ programme, shape }: DirectState, playing: Playing, moment: Moment): Zoned | null {
  const { scene } = playing.item
  if (programme === null || scene.kind !== 'layout') return null
  return zonesAt(programme, scene, playing, moment, shape ?? shapeOf(programme.display))
}

/** The visit that goes on at this moment, or is just over, on the wall clock. */
function visitOf({ programme, visitor }: DirectState, moment: Moment): Visit | null {
  const { touchedAtMs, beganAtMs } = visitor
  if (touchedAtMs === null) return null
  const wallMs = (monotonicMs: number) => Math.round(moment.ms - (moment.monotonicMs - monotonicMs))
  const idleMs = (programme?.visitSeconds ?? VISIT_SECONDS) * 1000
  return { beganAtMs: wallMs(beganAtMs ?? touchedAtMs), endsAtMs: wallMs(touchedAtMs + idleMs) }
}

function itemOnGlass({ key, playlist, entryId, item, startedAtMs, endsAtMs }: Playing): ItemOnGlass {
  return {
    key,
    playlistId: playlist.id,
    playlistName: playlist.name,
    entryId,
    itemId: item.id,
    startedAt: instantOf(startedAtMs),
    endsAt: instantOf(endsAtMs),
    ...appearing(playlist),
  }
}

/** The first of these moments, at the latest the next full six hours (a fixed grid, so that it is the same all along). */
function soonest(moment: Moment, ...boundariesMs: number[]): number {
  const nextGridMs = (Math.floor(moment.ms / HOLDS_AT_MOST_MS) + 1) * HOLDS_AT_MOST_MS
  return Math.min(nextGridMs, ...boundariesMs)
}
