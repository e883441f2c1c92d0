import type { PlaylistItem, SceneContent, Shown } from '@akari/protocol'
import type { Direction, ZoneOnGlass } from '@akari/programme'
import { type Showing, variantFor, type ZonePlace } from '@akari/scenes'
import type { View } from '../glass/view.ts'

/** What stands on the glass. Another `identity` is another play; `lengthMs` is what makes it whole, null: nothing does. */
export interface OnNow {
  identity: string
  stageKey: string | null
  lengthMs: number | null
  shown: Shown
}

const HOUR_MS = 3_600_000
const LONGEST_TITLE = 200

/**
 * What is on the glass, for the proof of play: what the stage truly shows, which may be the item before, or another one in the
 * place of one that fails. What follows itself all day is one play an hour. `before`: what was on until now.
 */
export function onNow(
  view: View,
  onStage: Showing<SceneContent> | null,
  direction: Direction | null,
  nowMs: number,
  before: OnNow | null,
): OnNow {
  const hour = Math.floor(nowMs / HOUR_MS)
  const without = (shown: Shown, identity: string): OnNow => ({
    identity: `${identity} ${hour}`,
    stageKey: null,
    lengthMs: null,
    shown,
  })
  switch (view.kind) {
    case 'emergency': {
      const alertIds = view.alerts.map(({ id }) => id)
      const identity = `emergency ${view.channel} ${alertIds.join(' ')}`
      return without({ kind: 'emergency', channel: view.channel, alertIds }, identity)
    }
    case 'guidance':
      return without({ kind: 'guidance' }, 'guidance')
    case 'visit':
      return without({ kind: 'visit' }, 'visit')
    case 'closed':
      return without({ kind: 'closed' }, 'closed')
    case 'programme': {
      const item = direction === null || onStage === null ? null : itemOnStage(onStage, direction, hour, before)
      return item ?? without({ kind: 'fallback' }, 'fallback')
    }
    case 'pairing':
    case 'fallback':
      return without({ kind: 'fallback' }, 'fallback')
  }
}

function itemOnStage(
  { key: stageKey }: Showing<SceneContent>,
  direction: Direction,
  hour: number,
  before: OnNow | null,
): OnNow | null {
  const { item: directed, loop } = direction
  const itemId = itemIdOf(stageKey)
  if (directed === null) return null
  const isDirected = directed.itemId === itemId
  if (!isDirected && before?.stageKey === stageKey) return before
  const item = loop.find(({ id }) => id === itemId)
  if (item === undefined) return null
  const followsItself = loop.length === 1 && !direction.reasons.some(({ code }) => code === 'interrupt-plays')
  const turn = followsItself
    ? `${direction.layer} ${directed.playlistId} ${directed.entryId ?? ''} ${hour}`
    : directed.key
  return {
    identity: `${turn} ${stageKey}`,
    stageKey,
    lengthMs: item.seconds * 1000,
    shown: shownItem(item, direction, directed),
  }
}

/**
 * What is in a zone of the layout that is on, as a play of its own within the play `glassPlayId` of that layout; null: nothing of
 * its playlist. `onStage` and `before`: of this zone.
 */
export function inZoneNow(
  zone: ZoneOnGlass,
  onStage: Pick<Showing<SceneContent>, 'key'>,
  direction: Direction,
  glassPlayId: string,
  before: OnNow | null,
): OnNow | null {
  const { id: zoneId, item: directed, loop } = zone
  const { key: stageKey } = onStage
  const itemId = itemIdOf(stageKey)
  if (directed === null) return null
  if (directed.itemId !== itemId && before?.stageKey === stageKey) return before
  const item = loop.find(({ id }) => id === itemId)
  if (item === undefined) return null
  const turn = loop.length === 1 ? zoneId : directed.key
  return {
    identity: `${glassPlayId} ${turn} ${stageKey}`,
    stageKey,
    lengthMs: item.seconds * 1000,
    shown: { ...shownItem(item, direction, directed), zoneId },
  }
}

/**
 * What could not be shown, as the record of its failure has it, and the turn that it was: of the whole glass, or, where it
 * happened in a zone, the item of that zone rather than the layout around it. Null: nothing of a playlist.
 */
export function unshown(
  direction: Direction,
  stageKey: string,
  inZone: ZonePlace | null,
): { turn: string; shown: Extract<Shown, { kind: 'item' }> } | null {
  const place = inZone === null ? direction : direction.zones?.find(({ id }) => id === inZone.zoneId)
  if (place === undefined || place.item === null) return null
  const { item: directed, loop, upNext } = place
  const itemId = itemIdOf(inZone?.stageKey ?? stageKey)
  const item = [...loop, ...(upNext === null ? [] : [upNext])].find(({ id }) => id === itemId)
  if (item === undefined) return null
  const shown = shownItem(item, direction, directed)
  return { turn: directed.key, shown: inZone === null ? shown : { ...shown, zoneId: inZone.zoneId } }
}

/** An item as the record of its play, or of its failure, has it. */
function shownItem(
  { id: itemId, scene }: PlaylistItem,
  { layer }: Direction,
  { playlistId, entryId, startedAt }: NonNullable<Direction['item']>,
): Extract<Shown, { kind: 'item' }> {
  return {
    kind: 'item',
    scene: scene.kind,
    layer,
    entryId,
    playlistId,
    itemId,
    title: (scene.title.ja ?? '').slice(0, LONGEST_TITLE),
    asset: assetOf(scene),
    dueAt: startedAt,
  }
}

/** The item of a showing on the stage: its key begins with it. */
export function itemIdOf(stageKey: string): string {
  return stageKey.slice(0, stageKey.indexOf(' '))
}

function assetOf(scene: SceneContent): string | null {
  if (scene.kind === 'image' || scene.kind === 'video') return variantFor(scene.variants, 'ja')?.file.sha256 ?? null
  return scene.kind === 'floorMap' ? scene.venue.sha256 : null
}
