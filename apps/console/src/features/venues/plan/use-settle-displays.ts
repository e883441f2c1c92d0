import type { DisplayView, VenueEdits } from '@akari/protocol'
import { useChangeDisplay } from '../../../api/displays.ts'

/** The place that a display gets when it is put on a plan and had none. */
export function spotOf({ id, profile }: DisplayView): string {
  return profile.kioskId ?? `display-${id}`
}

/** After a save: displays that were put on the plan learn where they stand. */
export function useSettleDisplays(displays: readonly DisplayView[]): (edits: VenueEdits) => Promise<void> {
  const change = useChangeDisplay()
  return async (edits) => {
    const placed = new Set(edits.kiosks.map(({ id }) => id))
    for (const display of displays) {
      const spot = spotOf(display)
      if (display.profile.kioskId !== null || !placed.has(spot)) continue
      await change.mutateAsync({ id: display.id, patch: { profile: { kioskId: spot } } })
    }
  }
}
