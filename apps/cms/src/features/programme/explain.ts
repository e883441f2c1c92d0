import {
  type Direction,
  direct,
  type HeldChannels,
  localInstant,
  NO_WINDOWS,
  unroll,
  valuesOf,
  type ZoneOnGlass,
} from '@akari/programme'
import {
  type AlertState,
  type Channel,
  type ExplainedScene,
  type Explanation,
  type HeldAlerts,
  type Id,
  type Instant,
  isBoard,
  type LiveValues,
  type Programme,
  type SceneContent,
  type Sha256,
} from '@akari/protocol'

const DAY_MS = 86_400_000
const BOOT = 'cms'
/** Alerts are what they are now: at any other moment they are nobody's to know. */
const NOW_WITHIN_MS = 60_000

/** What is known of the outside world at present: alerts by channel, and the values that conditions ask for. */
export type WorldNow = { alerts: (channel: Channel) => AlertState; values: LiveValues['values'] }

/**
 * What a display shows at a moment by its published programme, decided as on the player. Alerts count only when the moment is
 * now; values also later, for as long as they are valid.
 */
export function explain(
  display: { id: Id; name: string },
  programme: Programme | null,
  world: WorldNow,
  at: Date,
  now: Date,
): Explanation {
  const ms = at.getTime()
  const span = [new Date(ms - DAY_MS).toISOString(), new Date(ms + 2 * DAY_MS).toISOString()] as const
  const isNow = Math.abs(ms - now.getTime()) <= NOW_WITHIN_MS
  const alerts: HeldChannels = isNow
    ? { live: held(world.alerts('live')), drill: held(world.alerts('drill')) }
    : { live: null, drill: null }
  const zone = programme?.timeZone ?? 'UTC'
  const windows = programme === null ? NO_WINDOWS : unroll(programme, ...span)
  const direction = direct(
    {
      programme,
      windows,
      alerts,
      values: ms < now.getTime() - NOW_WITHIN_MS ? {} : valuesOf(world.values),
      displayId: display.id,
      visitor: { language: 'ja', touchedAtMs: null },
      link: { state: 'online', since: now.toISOString() },
      power: 'mains',
    },
    { instant: at.toISOString(), trust: 'synced', monotonicMs: 0, bootId: BOOT },
  )
  return {
    at: localInstant(ms, zone),
    display,
    scene: sceneOf(direction),
    layer: direction.layer,
    reasons: direction.reasons.map((reason) => onLocalTime(reason, zone)),
    validUntil: localInstant(Date.parse(direction.validUntil), zone),
  }
}

/** The same with every moment in it told in this zone, as those beside it are. */
function onLocalTime<T extends object>(reason: T, zone: string): T {
  const told = Object.entries(reason).map(([name, value]): [string, unknown] => {
    return [name, isMoment(value) ? localInstant(Date.parse(value), zone) : value]
  })
  return { ...reason, ...Object.fromEntries(told) }
}

function isMoment(value: unknown): value is Instant {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)
}

function held(state: AlertState): HeldAlerts {
  return { state, receivedAt: state.issuedAt, receivedMonotonicMs: 0, bootId: BOOT }
}

function sceneOf({ scene, item, zones }: Direction): ExplainedScene {
  if (scene.kind === 'emergency') {
    return { kind: 'emergency', channel: scene.channel, alertIds: scene.alerts.map(({ id }) => id) }
  }
  if (scene.kind === 'guidance' || scene.kind === 'closed' || scene.kind === 'fallback' || item === null) {
    return { kind: scene.kind === 'closed' || scene.kind === 'guidance' ? scene.kind : 'fallback' }
  }
  const playing = { title: scene.title, playlistId: item.playlistId, itemId: item.itemId }
  if (isBoard(scene)) return { kind: scene.kind, ...playing }
  switch (scene.kind) {
    case 'image':
    case 'video':
      return { kind: scene.kind, asset: fileOf(scene), ...playing }
    case 'floorMap':
      return { kind: scene.kind, asset: scene.venue.sha256, ...playing }
    case 'live':
      return { kind: scene.kind, streamId: scene.streamId, ...playing }
    case 'sitting':
      return { kind: scene.kind, sittingId: scene.sittingId, ...playing }
    case 'notice':
    case 'poster':
    case 'way':
      return { kind: scene.kind, ...playing }
    case 'layout':
      return { kind: scene.kind, zones: (zones ?? []).map(zoneOf), ...playing }
  }
}

function zoneOf({ id, item }: ZoneOnGlass) {
  return { id, playlistId: item?.playlistId ?? null, itemId: item?.itemId ?? null }
}

/** The file that readers of Japanese see. */
function fileOf({ variants }: Extract<SceneContent, { kind: 'image' | 'video' }>): Sha256 | null {
  const shown = variants.find(({ language }) => language === 'ja' || language === null) ?? variants[0]
  return shown?.file.sha256 ?? null
}
