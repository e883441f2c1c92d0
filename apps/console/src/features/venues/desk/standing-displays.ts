import type { DisplayView, VenueModel } from '@akari/protocol'
import { useDisplays } from '../../../api/displays.ts'

/** A display of a building, and how it is. */
export type StandingDisplay = { display: DisplayView; levelId: string }

/** The displays that stand in a building as it is published, by name. */
export function useStandingDisplays({ kiosks }: Pick<VenueModel, 'kiosks'>): StandingDisplay[] {
  const displays = useDisplays().data ?? []
  return displays
    .filter(({ canary }) => canary !== true)
    .flatMap((display) => {
      const kiosk = kiosks.find(({ id }) => id === display.profile.kioskId)
      return kiosk === undefined ? [] : [{ display, levelId: kiosk.levelId }]
    })
    .sort((a, b) => a.display.profile.name.localeCompare(b.display.profile.name, 'ja'))
}

/** An emergency is on its glass: nothing is put over it. */
export function showsEmergency({ health }: Pick<DisplayView, 'health'>): boolean {
  return health?.onGlass?.layer === 'emergency'
}
