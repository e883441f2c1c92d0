import { type Direction, isContent } from '@akari/programme'
import type { Channel, DisplayView, Id, OnGlass, Texts } from '@akari/protocol'
import { type Agreement, agreementOf } from '../agreement.ts'
import { isConnected } from '../display-state.ts'

/** What a display shows, as somebody sees it who leads a sitting: this sitting (`inZone`: on a part of the glass), or what else. */
export type ShownThere =
  | { is: 'sitting'; inZone: boolean }
  | { is: 'otherSitting'; title: Texts }
  /** `channel` null: it says that there is one, not which. */
  | { is: 'emergency'; channel: Channel | null }
  | { is: 'battery' }
  | { is: 'closed' }
  | { is: 'content'; title: Texts }
  | { is: 'builtIn' }
  /** Nobody can know: it does not answer, or is connected and its screen says nothing. */
  | { is: 'unknown'; isConnected: boolean }

export type SittingNamed = { id: Id; title: Texts }

/** What a display shows: what it is to show, where its own report does not contradict that, and else what it reports. */
export function shownThere(display: DisplayView, direction: Direction, sitting: SittingNamed): ShownThere {
  const { kind } = agreementOf(display, direction)
  const reported = display.health?.onGlass ?? null
  return reported === null || kind === 'not-reported'
    ? { is: 'unknown', isConnected: isConnected(display) }
    : seen(kind, direction, reported, sitting)
}

function seen(
  agreement: Exclude<Agreement['kind'], 'not-reported'>,
  direction: Direction,
  reported: OnGlass,
  sitting: SittingNamed,
): ShownThere {
  switch (agreement) {
    case 'on-battery':
      return { is: 'battery' }
    case 'same':
      return directed(direction, sitting.id)
    case 'older-programme':
    case 'other-scene':
      return told(reported, sitting)
  }
}

function directed({ scene, zones = [] }: Direction, sittingId: Id): ShownThere {
  if (isContent(scene)) {
    if (scene.kind === 'sitting' && scene.sittingId !== sittingId) return { is: 'otherSitting', title: scene.title }
    if (scene.kind === 'sitting') return { is: 'sitting', inZone: false }
    const inZone = zones.some((zone) => zone.scene?.kind === 'sitting' && zone.scene.sittingId === sittingId)
    return inZone ? { is: 'sitting', inZone } : { is: 'content', title: scene.title }
  }
  switch (scene.kind) {
    case 'emergency':
      return { is: 'emergency', channel: scene.channel }
    case 'guidance':
      return { is: 'battery' }
    case 'closed':
      return { is: 'closed' }
    case 'fallback':
      return { is: 'builtIn' }
  }
}

/** A report names a sitting by its title alone. */
function told({ layer, kind, title }: OnGlass, sitting: SittingNamed): ShownThere {
  if (layer === 'emergency') return { is: 'emergency', channel: null }
  if (layer === 'power') return { is: 'battery' }
  if (layer === 'closed') return { is: 'closed' }
  if (title === null) return { is: 'builtIn' }
  if (kind !== 'sitting') return { is: 'content', title }
  return title.ja === sitting.title.ja ? { is: 'sitting', inZone: false } : { is: 'otherSitting', title }
}

/** The displays that show the same, with what they show: this sitting first, then what most of them show. */
export function alike<Glass extends { there: ShownThere }>(
  glasses: readonly Glass[],
): { there: ShownThere; glasses: [Glass, ...Glass[]] }[] {
  const groups = new Map<string, { there: ShownThere; glasses: [Glass, ...Glass[]] }>()
  for (const glass of glasses) {
    const key = JSON.stringify(glass.there)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { there: glass.there, glasses: [glass] })
    else group.glasses.push(glass)
  }
  const rank = ({ there, glasses: { length } }: { there: ShownThere; glasses: readonly Glass[] }): number =>
    there.is === 'sitting' ? Number.MAX_SAFE_INTEGER : there.is === 'unknown' ? 0 : length
  return [...groups.values()].sort((a, b) => rank(b) - rank(a))
}
