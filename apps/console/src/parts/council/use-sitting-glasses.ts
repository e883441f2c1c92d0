import { type Direction, reaches } from '@akari/programme'
import type { DisplayView, EntryTargets, Texts } from '@akari/protocol'
import { useMemo } from 'react'
import { useDesk } from '../../api/alerts.ts'
import { useProgrammes, useShownDisplays } from '../../api/displays.ts'
import { useDirections } from '../direction.ts'
import { type ShownThere, shownThere, type SittingNamed } from './shown-there.ts'

/** A display that a sitting is meant for: what it is to show now, and what it shows. `city` as its programme names it. */
export type SittingGlass = { display: DisplayView; direction: Direction; there: ShownThere; city: Texts | null }

/** The displays that a sitting is meant for as they are now; null while that is not known yet. */
export function useSittingGlasses(sitting: SittingNamed & { targets: EntryTargets }): readonly SittingGlass[] | null {
  const { id, title, targets } = sitting
  const all = useShownDisplays().data
  const displays = useMemo(() => (all ?? []).filter((display) => reaches(targets, display)), [all, targets])
  const told = useProgrammes(displays.map((display) => display.id))
  // Of one that cannot be fetched there is none: its display may still be asked what it shows.
  const programmes = useMemo(() => told.map((programme) => (programme === 'failed' ? null : programme)), [told])
  const desk = useDesk().data
  const directions = useDirections(displays, programmes, desk)
  if (all === undefined || desk === undefined || programmes.includes(undefined)) return null
  return displays.flatMap((display, n) => {
    const direction = directions[n]
    if (direction === undefined) return []
    const there = shownThere(display, direction, { id, title })
    return [{ display, direction, there, city: programmes[n]?.city ?? null }]
  })
}
