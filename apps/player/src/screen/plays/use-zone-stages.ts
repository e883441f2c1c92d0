import type { OnLayoutShown } from '@akari/scenes'
import { useCallback, useState } from 'react'

/** Keys of what stands in the zones, by the stage key of their layout and then by zone. */
export type ZoneStages = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What stands in the zones of every layout that is mounted, as they tell it. */
export function useZoneStages(): [ZoneStages, OnLayoutShown] {
  const [stages, setStages] = useState<ZoneStages>(new Map())
  const tell = useCallback<OnLayoutShown>(
    (layoutKey, zoneId, showing) => setStages((before) => withZone(before, layoutKey, zoneId, showing?.key ?? null)),
    [],
  )
  return [stages, tell]
}

/** The same map where nothing changes; a layout without zones is not kept. */
export function withZone(before: ZoneStages, layoutKey: string, zoneId: string, key: string | null): ZoneStages {
  const held = before.get(layoutKey)
  if ((held?.get(zoneId) ?? null) === key) return before
  const others = [...(held ?? [])].filter(([id]) => id !== zoneId)
  const zones = new Map(key === null ? others : [...others, [zoneId, key] as const])
  const layouts = [...before].filter(([each]) => each !== layoutKey)
  return new Map(zones.size === 0 ? layouts : [...layouts, [layoutKey, zones] as const])
}
