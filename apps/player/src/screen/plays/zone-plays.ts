import type { PlayReport } from '@akari/protocol'
import type { Direction, ZoneOnGlass } from '@akari/programme'
import { inZoneNow } from './on-now.ts'
import { type OpenPlay, playsAfter } from './play-watch.ts'

/** The plays that are on in zones, by zone. */
export type ZonePlays = ReadonlyMap<string, OpenPlay>

/** The layout that is on the glass: its own play, and what stands in each zone by the key of that zone's stage. */
export interface LayoutOnNow {
  glassPlayId: string
  direction: Direction
  zones: readonly ZoneOnGlass[]
  stageKeys: ReadonlyMap<string, string>
}

export const NO_ZONES: ZonePlays = new Map()

/** What there is to tell of the zones of the layout that is on; null: none is. They end with the play of their layout. */
export function zonePlaysAfter(
  before: ZonePlays,
  layout: LayoutOnNow | null,
  at: string,
  newId: () => string,
): { open: ZonePlays; reports: PlayReport[] } {
  const zones = new Map((layout?.zones ?? []).map((zone) => [zone.id, zone]))
  const open = new Map<string, OpenPlay>()
  const reports: PlayReport[] = []
  for (const id of new Set([...before.keys(), ...zones.keys()])) {
    const zone = zones.get(id)
    const key = layout?.stageKeys.get(id)
    const was = before.get(id) ?? null
    const now =
      layout === null || zone === undefined || key === undefined
        ? null
        : inZoneNow(zone, { key }, layout.direction, layout.glassPlayId, was?.on ?? null)
    const after = playsAfter(was, now, at, newId)
    if (after.open !== null) open.set(id, after.open)
    reports.push(...after.reports)
  }
  return { open, reports }
}
